"""brat standoff: a folder with ``<id>.txt`` and ``<id>.ann`` for each article.

Mentions are text-bound annotations of their kind, facts of their type over the evidence; what is
known of them stands in a note as JSON. Where a fact's value stands on a mention, an event line
links the two, so that brat draws it.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import quote, unquote

from finfacts.errors import ReaderError
from finfacts.evaluation.formats.document import (
    FACT_TYPES,
    MENTION_KINDS,
    Document,
    Loss,
    Marked,
    bare,
    in_text,
    losses,
    marks,
    split_marks,
)
from finfacts.evaluation.matching import Place, place
from finfacts.evaluation.slots import Json

REASONS = {
    "annotations in headlines": "brat keeps one text a document",
    "article fields": "brat keeps no metadata: title, published, source, url, style",
}
ROLES = (
    *("subject", "percent", "amount", "to", "from", "level", "target", "target_prior"),
    *("value", "change", "period", "date"),
)
_LINES = re.compile(r"[^\r\n]+")
_TEXT_BOUND = re.compile(r"(?P<id>T\d+)\t(?P<label>\S+) (?P<at>\d+ \d+(?:;\d+ \d+)*)\t")
_NOTE = re.compile(r"#\d+\tAnnotatorNotes (?P<id>T\d+)\t(?P<note>.*)")


def write_brat(documents: Sequence[Document], path: Path) -> list[Loss]:
    """Write documents into a folder, with the ``annotation.conf`` that brat wants.

    Returns:
        What brat cannot hold.
    """
    path.mkdir(parents=True, exist_ok=True)
    counts: Counter[str] = Counter()
    for one in documents:
        stem = quote(one.id, safe=" ")
        kept = [mark for mark in marks(one) if in_text(mark)]
        counts["annotations in headlines"] += sum(1 for _ in marks(one)) - len(kept)
        counts["article fields"] += len(one.fields)
        _write_text(path / f"{stem}.txt", one.text)
        _write_text(path / f"{stem}.ann", "".join(f"{line}\n" for line in _ann(one, kept)))
    _write_text(path / "annotation.conf", _configuration())
    return losses(counts, REASONS)


def _write_text(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8", newline="")


def _configuration() -> str:
    arguments = ", ".join(f"{role}?:<ENTITY>" for role in ROLES)
    events = "\n".join(f"{kind}\t{arguments}" for kind in FACT_TYPES)
    kinds = "\n".join(MENTION_KINDS)
    return f"[entities]\n{kinds}\n[relations]\n[events]\n{events}\n[attributes]\n"


def _ann(document: Document, kept: Sequence[Marked]) -> Iterator[str]:
    known: dict[Place, str] = {}
    for number, one in enumerate(kept, 1):
        name = f"T{number}"
        fragments = [at for whole in one.places for at in _fragments(document.text, whole)]
        offsets = ";".join(f"{at.start} {at.end}" for at in fragments)
        words = " ".join(document.text[at.start : at.end] for at in fragments)
        yield f"{name}\t{one.label} {offsets}\t{words}"
        yield f"#{number}\tAnnotatorNotes {name}\t{json.dumps(one.data, ensure_ascii=False)}"
        if one.label in MENTION_KINDS:
            known[one.places[0]] = name
        elif arguments := list(_arguments(one.data, known)):
            yield f"E{number}\t{one.label}:{name} {' '.join(arguments)}"


def _fragments(text: str, whole: Place) -> Iterator[Place]:
    """Yield the parts of a place between line breaks, which brat does not allow in one."""
    for found in _LINES.finditer(text, whole.start, whole.end):
        yield Place(whole.field, *found.span())


def _arguments(fact: Json, known: Mapping[Place, str]) -> Iterator[str]:
    for role in ROLES:
        value = fact.get(role)
        span = value.get("span") if isinstance(value, Mapping) else None
        if isinstance(span, Mapping) and (name := known.get(place(span))):
            yield f"{role}:{name}"


def read_brat(path: Path) -> list[Document]:
    """Read the documents of a brat folder.

    Annotations with a note of ours come back whole; others of our labels with label and place;
    other labels are left out.

    Raises:
        ReaderError: the folder holds no ``.ann`` file, or a ``.txt`` is missing.
    """
    files = sorted(path.glob("*.ann"))
    if not files:
        raise ReaderError(f"{path}: no .ann file in it; give a folder of brat documents")
    return [_read_document(file) for file in files]


def _read_document(file: Path) -> Document:
    beside = file.with_suffix(".txt")
    if not beside.exists():
        raise ReaderError(f"{beside}: missing; brat keeps a text beside each .ann file")
    with beside.open(encoding="utf-8", newline="") as opened:
        document = Document(id=unquote(file.stem), text=opened.read())
    lines = file.read_text(encoding="utf-8").split("\n")
    notes = {found["id"]: found["note"] for line in lines if (found := _NOTE.match(line))}
    read = [
        one
        for line in lines
        if (found := _TEXT_BOUND.match(line))
        for one in _mark(document, found, notes.get(found["id"]))
    ]
    facts, mentions = split_marks(read)
    return Document(document.id, document.text, facts, mentions)


def _mark(document: Document, found: re.Match[str], note: str | None) -> Iterator[Marked]:
    places = [Place("text", *map(int, fragment.split())) for fragment in found["at"].split(";")]
    data = _noted(note) or bare(found["label"], document, places)
    if data:
        yield Marked(found["label"], tuple(places), data)


def _noted(note: str | None) -> Json | None:
    """Return what a note of ours says, or None for a note in words."""
    if not note or not note.startswith("{"):
        return None
    try:
        data = json.loads(note)
    except json.JSONDecodeError:
        return None
    return data if isinstance(data, dict) else None
