"""An annotated article as every format reads and writes it, and what a format could not hold."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, get_args

from finfacts.errors import ReaderError
from finfacts.evaluation.gold import json_lines
from finfacts.evaluation.matching import Place, place
from finfacts.evaluation.slots import CORE, Json
from finfacts.facts import MentionKind

FIELDS = ("title", "published", "source", "url", "style")
MENTION_KINDS: tuple[str, ...] = get_args(MentionKind)
FACT_TYPES: tuple[str, ...] = tuple(CORE)


@dataclass(frozen=True)
class Document:
    """An article with its annotations in the contract's form.

    Attributes:
        id: the article's id.
        text: the body.
        facts: facts as the contract's JSON.
        mentions: mentions as the contract's JSON.
        fields: the article's other fields as text, by name; absent where not known.
    """

    id: str
    text: str
    facts: tuple[Json, ...] = ()
    mentions: tuple[Json, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()

    @property
    def title(self) -> str:
        """The headline, or an empty text."""
        return dict(self.fields).get("title", "")

    def field(self, name: str) -> str:
        """Return the title or the text."""
        return self.title if name == "title" else self.text


class Loss(NamedTuple):
    """Something that a format could not hold: what, how often, and why."""

    what: str
    times: int
    why: str


class Marked(NamedTuple):
    """One annotation of a document: label, where it stands, and the fact or mention itself."""

    label: str
    places: tuple[Place, ...]
    data: Json


def marks(document: Document) -> Iterator[Marked]:
    """Yield mentions, then facts, as labelled places."""
    for mention in document.mentions:
        span = mention.get("span")
        if isinstance(span, Mapping):
            yield Marked(str(mention.get("kind")), (place(span),), mention)
    for fact in document.facts:
        evidence = fact.get("evidence")
        spans = evidence if isinstance(evidence, (list, tuple)) else ()
        yield Marked(str(fact.get("type")), tuple(map(place, spans)), fact)


def split_marks(found: Iterable[Marked]) -> tuple[tuple[Json, ...], tuple[Json, ...]]:
    """Return the facts and the mentions of annotations that were read."""
    listed = list(found)
    facts = tuple(one.data for one in listed if one.label in FACT_TYPES)
    return facts, tuple(one.data for one in listed if one.label in MENTION_KINDS)


def bare(label: str, document: Document, places: Sequence[Place]) -> Json | None:
    """Return a mention or fact of which only label and place are known, else None."""
    spans = [span_json(document, one) for one in places]
    if label in MENTION_KINDS:
        return {"kind": label, "span": spans[0]}
    return {"type": label, "evidence": spans} if label in FACT_TYPES else None


def span_json(document: Document, at: Place) -> dict[str, object]:
    """Return a place as the contract's span."""
    text = document.field(at.field)[at.start : at.end]
    return {"text": text, "start": at.start, "end": at.end, "field": at.field}


def in_text(one: Marked) -> bool:
    """Tell whether an annotation stands in the body alone."""
    return all(at.field == "text" for at in one.places)


def losses(counts: Counter[str], reasons: Mapping[str, str]) -> list[Loss]:
    """Return counted losses with their reasons, in the order of the reasons."""
    return [Loss(what, counts[what], why) for what, why in reasons.items() if counts[what]]


def to_line(document: Document) -> dict[str, object]:
    """Return a document as one line of the contract's form."""
    line: dict[str, object] = {"id": document.id, **dict(document.fields), "text": document.text}
    line["facts"] = list(document.facts)
    if document.mentions:
        line["mentions"] = list(document.mentions)
    return line


def from_line(raw: Json, where: str, texts: Mapping[str, Json] | None = None) -> Document:
    """Return a line of gold or of extracted facts as a document.

    Args:
        raw: the line's object.
        where: file and line, for messages.
        texts: articles by id, for lines that hold no text.

    Raises:
        ReaderError: neither the line nor ``texts`` holds the article's text.
    """
    name = str(raw.get("id"))
    article = {**(texts or {}).get(name, {}), **{k: v for k, v in raw.items() if v is not None}}
    text = article.get("text")
    if not isinstance(text, str):
        raise ReaderError(
            f"{where}: text: extracted facts hold no text; give the articles with --texts FILE"
        )
    return Document(
        id=name,
        text=text,
        facts=_objects(raw, "facts", where),
        mentions=_objects(raw, "mentions", where),
        fields=tuple((field, str(article[field])) for field in FIELDS if article.get(field)),
    )


def _objects(raw: Json, field: str, where: str) -> tuple[Json, ...]:
    given = raw.get(field) or ()
    if not isinstance(given, (list, tuple)) or not all(isinstance(one, dict) for one in given):
        raise ReaderError(f"{where}: {field}: a list of objects is wanted")
    return tuple(given)


def read_lines(path: Path, texts: Path | None = None) -> list[Document]:
    """Read documents from JSON lines of gold or of extracted facts.

    Args:
        path: the file.
        texts: articles as JSON lines, for facts without text.

    Raises:
        ReaderError: a line holds no text.
    """
    articles = {str(raw.get("id")): raw for _, raw in json_lines(texts)} if texts else {}
    return [from_line(raw, f"{path}:{number}", articles) for number, raw in json_lines(path)]


def write_lines(documents: Sequence[Document], path: Path) -> list[Loss]:
    """Write documents as JSON lines in the contract's form; nothing is lost."""
    lines = (json.dumps(to_line(one), ensure_ascii=False) for one in documents)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return []
