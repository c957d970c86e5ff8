"""Prodigy JSON lines: one task an article, with spans that carry the fact or mention.

Evidence in several pieces is several spans with the same ``part_of``; the first holds the data.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from finfacts.errors import ReaderError
from finfacts.evaluation.formats.document import (
    FIELDS,
    Document,
    Loss,
    Marked,
    bare,
    in_text,
    losses,
    marks,
    split_marks,
)
from finfacts.evaluation.gold import json_lines
from finfacts.evaluation.matching import Place, place
from finfacts.evaluation.slots import Json

REASONS = {"annotations in headlines": "a Prodigy task has one text"}


def write_prodigy(documents: Sequence[Document], path: Path) -> list[Loss]:
    """Write documents as Prodigy tasks for ``spans.manual``.

    Returns:
        What Prodigy cannot hold.
    """
    counts: Counter[str] = Counter()
    lines = []
    for one in documents:
        kept = [mark for mark in marks(one) if in_text(mark)]
        counts["annotations in headlines"] += sum(1 for _ in marks(one)) - len(kept)
        task = {
            "text": one.text,
            "meta": {"id": one.id, **dict(one.fields)},
            "spans": list(_spans(one, kept)),
            "answer": "accept",
        }
        lines.append(json.dumps(task, ensure_ascii=False) + "\n")
    path.write_text("".join(lines), encoding="utf-8")
    return losses(counts, REASONS)


def _spans(document: Document, kept: Sequence[Marked]) -> Iterator[dict[str, object]]:
    for number, one in enumerate(kept):
        for piece, at in enumerate(one.places):
            span: dict[str, object] = {
                "start": at.start,
                "end": at.end,
                "text": document.text[at.start : at.end],
                "label": one.label,
                "part_of": number,
            }
            yield span if piece else {**span, "data": one.data}


def read_prodigy(path: Path) -> list[Document]:
    """Read Prodigy tasks; rejected and ignored ones are left out.

    Raises:
        ReaderError: a task has no text.
    """
    documents = []
    for number, task in json_lines(path):
        if not isinstance(task.get("text"), str):
            raise ReaderError(f"{path}:{number}: text is missing")
        if task.get("answer", "accept") == "accept":
            documents.append(_read_task(task, number))
    return documents


def _read_task(task: Json, number: int) -> Document:
    given = task.get("meta")
    meta = given if isinstance(given, Mapping) else {}
    fields = tuple((name, str(meta[name])) for name in FIELDS if meta.get(name))
    name = str(meta.get("id") or f"task-{number}")
    document = Document(name, str(task["text"]), fields=fields)
    spans = task.get("spans")
    facts, mentions = split_marks(_read_spans(document, spans if isinstance(spans, list) else []))
    return Document(name, document.text, facts, mentions, fields)


def _read_spans(document: Document, spans: Sequence[Json]) -> Iterator[Marked]:
    seen: set[object] = set()
    for span in spans:
        whole = span.get("part_of")
        if whole is not None and whole in seen:
            continue
        seen.add(whole)
        label, at = str(span.get("label")), place({**span, "field": "text"})
        data = span.get("data")
        known = data if isinstance(data, dict) else bare(label, document, [Place(*at)])
        if known:
            yield Marked(label, (at,), known)
