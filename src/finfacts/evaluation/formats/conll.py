"""CoNLL with IOB2 tags for mentions: a word and its tag a line, an empty line after an article.

``# text`` holds the text as JSON, so that words come back with their offsets; without it (other
people's files) words are joined by spaces.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from finfacts.errors import ReaderError
from finfacts.evaluation.formats.document import (
    MENTION_KINDS,
    Document,
    Loss,
    Marked,
    bare,
    in_text,
    losses,
    marks,
)
from finfacts.evaluation.formats.tokens import words
from finfacts.evaluation.matching import Place
from finfacts.evaluation.slots import Json

REASONS = {
    "facts": "IOB2 holds mentions alone",
    "values of mentions": "a tag holds the kind, no value",
    "mentions inside others": "a word has one tag; the longer mention stays",
    "mentions in headlines": "one text an article",
    "article fields": "no metadata: title, published, source, url, style",
}
ID, TEXT = "# newdoc id = ", "# text = "


def write_conll(documents: Sequence[Document], path: Path) -> list[Loss]:
    """Write the mentions of documents as IOB2.

    Returns:
        What IOB2 cannot hold.
    """
    counts: Counter[str] = Counter()
    lines: list[str] = []
    for one in documents:
        mentions = [mark for mark in marks(one) if mark.label in MENTION_KINDS]
        kept = _apart([mark for mark in mentions if in_text(mark)])
        counts["facts"] += len(one.facts)
        counts["values of mentions"] += sum("value" in mark.data for mark in kept)
        counts["mentions in headlines"] += sum(not in_text(mark) for mark in mentions)
        counts["mentions inside others"] += sum(map(in_text, mentions)) - len(kept)
        counts["article fields"] += len(one.fields)
        lines += [ID + one.id, TEXT + json.dumps(one.text, ensure_ascii=False)]
        lines += [*_tagged(one.text, kept), ""]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return losses(counts, REASONS)


def _apart(mentions: Sequence[Marked]) -> list[Marked]:
    """Return mentions that do not overlap, the longer one of each clash."""
    kept: list[Marked] = []
    for one in sorted(mentions, key=lambda mark: (-_length(mark), mark.places)):
        at = one.places[0]
        if all(
            at.end <= other.places[0].start or other.places[0].end <= at.start for other in kept
        ):
            kept.append(one)
    return sorted(kept, key=lambda mark: mark.places)


def _length(mark: Marked) -> int:
    return mark.places[0].end - mark.places[0].start


def _tagged(text: str, mentions: Sequence[Marked]) -> Iterator[str]:
    edges = [edge for one in mentions for edge in one.places[0][1:]]
    starts = {one.places[0].start: one for one in mentions}
    inside: Marked | None = None
    for start, end in words(text, edges):
        if inside and start >= inside.places[0].end:
            inside = None
        first = starts.get(start)
        inside = first or inside
        tag = f"{'B' if first else 'I'}-{inside.label}" if inside else "O"
        yield f"{text[start:end]}\t{tag}"


def read_conll(path: Path) -> list[Document]:
    """Read IOB2 files, ours and other people's; the tag is the last column.

    Raises:
        ReaderError: a line has one column alone, or its word is not in the text.
    """
    documents: list[Document] = []
    block: list[tuple[int, str]] = []
    for number, line in enumerate([*path.read_text(encoding="utf-8").split("\n"), ""], 1):
        if line.strip():
            block.append((number, line))
        elif block:
            documents.append(_read_block(block, path, len(documents)))
            block = []
    return documents


def _read_block(block: Sequence[tuple[int, str]], path: Path, index: int) -> Document:
    comments = [line for _, line in block if line.startswith("# ")]
    rows = [(number, line.split()) for number, line in block if not line.startswith("# ")]
    for number, row in rows:
        if len(row) == 1:
            raise ReaderError(f"{path}:{number}: a word and its tag are wanted, got {row[0]!r}")
    name = next((one.removeprefix(ID) for one in comments if one.startswith(ID)), f"doc-{index}")
    kept = next((one.removeprefix(TEXT) for one in comments if one.startswith(TEXT)), None)
    text = json.loads(kept) if kept else " ".join(row[0] for _, row in rows)
    document = Document(name, str(text))
    return Document(name, document.text, mentions=tuple(_mentions(document, rows, path)))


def _mentions(
    document: Document, rows: Sequence[tuple[int, list[str]]], path: Path
) -> Iterator[Json]:
    label, first, last = "", 0, 0
    position = 0
    for number, (word, *_, tag) in rows:
        start = document.text.find(word, position)
        if start < 0:
            raise ReaderError(f"{path}:{number}: {word!r} does not follow in the text")
        position = start + len(word)
        if tag.startswith("I-") and tag[2:] == label:
            last = position
            continue
        yield from _closed(document, label, first, last)
        label, first, last = (tag[2:] if tag != "O" else ""), start, position
    yield from _closed(document, label, first, last)


def _closed(document: Document, label: str, first: int, last: int) -> Iterator[Json]:
    mention = bare(label, document, [Place("text", first, last)])
    if mention and label in MENTION_KINDS:
        yield mention
