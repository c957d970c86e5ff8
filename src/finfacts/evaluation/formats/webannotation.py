"""W3C Web Annotation (JSON-LD): an annotation a mention or fact, selected by position and quote.

Positions count Unicode code points, as the recommendation asks. The article itself is the body of
a ``describing`` annotation on the same source, so that the file stands alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import quote, unquote

from finfacts.errors import ReaderError
from finfacts.evaluation.formats.document import (
    Document,
    Loss,
    Marked,
    from_line,
    marks,
    split_marks,
)
from finfacts.evaluation.matching import Place
from finfacts.evaluation.slots import Json

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
SOURCE = "urn:finfacts:"
JSON_FORMAT = "application/json"
AROUND = 32


def write_webannotation(documents: Sequence[Document], path: Path) -> list[Loss]:
    """Write documents as one annotation page; nothing is lost."""
    page = {
        "@context": CONTEXT,
        "type": "AnnotationPage",
        "items": [item for one in documents for item in _items(one)],
    }
    path.write_text(json.dumps(page, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return []


def _items(document: Document) -> Iterator[dict[str, object]]:
    source = SOURCE + quote(document.id, safe="")
    article = {"id": document.id, "text": document.text, **dict(document.fields)}
    yield {
        "id": f"{source}#article",
        "type": "Annotation",
        "motivation": "describing",
        "body": _json_body(article, "describing"),
        "target": source,
    }
    for number, one in enumerate(marks(document)):
        yield {
            "id": f"{source}#{number}",
            "type": "Annotation",
            "motivation": "classifying",
            "body": [
                {"type": "TextualBody", "purpose": "tagging", "value": one.label},
                _json_body(one.data, "describing"),
            ],
            "target": [_target(document, source, at) for at in one.places],
        }


def _json_body(data: Json, purpose: str) -> dict[str, object]:
    return {
        "type": "TextualBody",
        "purpose": purpose,
        "format": JSON_FORMAT,
        "value": json.dumps(data, ensure_ascii=False),
    }


def _target(document: Document, source: str, at: Place) -> dict[str, object]:
    text = document.field(at.field)
    return {
        "source": source if at.field == "text" else f"{source}#{at.field}",
        "selector": [
            {"type": "TextPositionSelector", "start": at.start, "end": at.end},
            {
                "type": "TextQuoteSelector",
                "exact": text[at.start : at.end],
                "prefix": text[max(0, at.start - AROUND) : at.start],
                "suffix": text[at.end : at.end + AROUND],
            },
        ],
    }


def read_webannotation(path: Path) -> list[Document]:
    """Read an annotation page that holds its articles.

    Raises:
        ReaderError: the file is no annotation page, or an annotation's article is not in it.
    """
    try:
        page = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ReaderError(f"{path}: no JSON: {error}") from None
    items = page.get("items") if isinstance(page, dict) else None
    if not isinstance(items, list):
        raise ReaderError(f"{path}: an AnnotationPage with items is wanted")
    return _read_items(items, path)


def _read_items(items: Sequence[Json], path: Path) -> list[Document]:
    articles: dict[str, Json] = {}
    found: dict[str, list[Marked]] = {}
    for item in items:
        source, bodies = _source(item), _bodies(item)
        values = [_value(body) for body in bodies if body.get("format") == JSON_FORMAT]
        if item.get("motivation") == "describing" and values:
            articles[source] = values[0]
            continue
        tags = [str(body.get("value")) for body in bodies if body.get("purpose") == "tagging"]
        if tags and values:
            found.setdefault(source, []).append(Marked(tags[0], (), values[0]))
    for source in found:
        if source not in articles:
            raise ReaderError(f"{path}: {unquote(source)}: its article is not in the page")
    return [_document(raw, found.get(source, []), path) for source, raw in articles.items()]


def _document(raw: Json, found: Sequence[Marked], path: Path) -> Document:
    facts, mentions = split_marks(found)
    return from_line({**raw, "facts": facts, "mentions": mentions}, str(path))


def _source(item: Json) -> str:
    target = item.get("target")
    first = target[0] if isinstance(target, list) and target else target
    source = first.get("source") if isinstance(first, Mapping) else first
    return str(source).split("#", 1)[0]


def _bodies(item: Json) -> list[Json]:
    body = item.get("body")
    given = body if isinstance(body, list) else [body]
    return [one for one in given if isinstance(one, dict)]


def _value(body: Json) -> Json:
    value = json.loads(str(body.get("value")))
    return value if isinstance(value, dict) else {}
