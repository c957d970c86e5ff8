"""TimeML: dates as ``TIMEX3`` elements in the text, the publication date as creation time.

"<TIMEX3 tid="t1" type="DATE" value="2026-01-12">Monday</TIMEX3>". One ``<id>.tml`` an article.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import quote, unquote
from xml.sax.saxutils import escape, quoteattr

from finfacts.errors import ReaderError
from finfacts.evaluation.formats.document import Document, Loss, Marked, losses, marks, span_json
from finfacts.evaluation.matching import Place
from finfacts.evaluation.slots import Json

REASONS = {
    "facts": "TimeML marks times alone",
    "mentions of other kinds": "TimeML marks times alone",
    "starts and ends of periods": "TIMEX3 holds the value of the expression alone",
    "dates inside others": "elements do not overlap; the longer date stays",
    "article fields": "no place for source, url, style",
    "control characters": "XML has none; U+FFFD stands for each",
}
KINDS: Mapping[str, str] = {
    "second": "TIME",
    "minute": "TIME",
    "hour": "TIME",
    "duration": "DURATION",
    "set": "SET",
}
HELD_FIELDS = ("title", "published")
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SHAPES = (
    (re.compile(r"\d{3}X?$"), "decade"),
    (re.compile(r"[\dX]{4}$"), "year"),
    (re.compile(r"[\dX]{4}-H\d$"), "half"),
    (re.compile(r"[\dX]{4}-Q[\dX]$"), "quarter"),
    (re.compile(r"[\dX]{4}-W[\dX]{2}$"), "week"),
    (re.compile(r"[\dX]{4}-[\dX]{2}$"), "month"),
    (re.compile(r".*T\d{2}:\d{2}:\d{2}"), "second"),
    (re.compile(r".*T\d{2}:\d{2}"), "minute"),
    (re.compile(r".*T"), "hour"),
)


def write_timeml(documents: Sequence[Document], path: Path) -> list[Loss]:
    """Write the dates of documents into a folder of ``.tml`` files.

    Returns:
        What TimeML cannot hold.
    """
    path.mkdir(parents=True, exist_ok=True)
    counts: Counter[str] = Counter()
    for one in documents:
        dates = [mark for mark in marks(one) if mark.label == "date"]
        kept = _apart(dates)
        counts["facts"] += len(one.facts)
        counts["mentions of other kinds"] += len(one.mentions) - len(dates)
        counts["dates inside others"] += len(dates) - len(kept)
        counts["starts and ends of periods"] += sum(_has_ends(mark) for mark in kept)
        counts["article fields"] += sum(name not in HELD_FIELDS for name, _ in one.fields)
        counts["control characters"] += len(_NOT_XML.findall(one.text + one.title))
        file = path / f"{quote(one.id, safe=' ')}.tml"
        file.write_text(_xml(one, kept), encoding="utf-8", newline="")
    return losses(counts, REASONS)


def _apart(dates: Sequence[Marked]) -> list[Marked]:
    kept: list[Marked] = []
    for one in sorted(dates, key=lambda mark: (mark.places[0][:2], -mark.places[0].end)):
        before = kept[-1].places[0] if kept else None
        at = one.places[0]
        if before is None or before.field != at.field or before.end <= at.start:
            kept.append(one)
    return kept


def _has_ends(mark: Marked) -> bool:
    value = mark.data.get("value")
    return isinstance(value, Mapping) and bool(value.get("start") or value.get("end"))


def _xml(document: Document, dates: Sequence[Marked]) -> str:
    published = dict(document.fields).get("published")
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<TimeML>"]
    lines.append(f"<DOCID>{_plain(document.id)}</DOCID>")
    if published:
        value = {"timex": published[:10], "granularity": "day"}
        extra = ' functionInDocument="CREATION_TIME"'
        lines.append(f"<DCT>{_timex('t0', value, published, extra)}</DCT>")
    if document.title:
        lines.append(f"<TITLE>{_marked(document, dates, 'title')}</TITLE>")
    lines.append(f"<TEXT>{_marked(document, dates, 'text')}</TEXT>")
    return "\n".join([*lines, "</TimeML>", ""])


def _marked(document: Document, dates: Sequence[Marked], field: str) -> str:
    text, parts, done = document.field(field), [], 0
    for number, one in enumerate(dates, 1):
        at = one.places[0]
        if at.field != field:
            continue
        value = one.data.get("value")
        shown = value if isinstance(value, Mapping) else {}
        parts += [_plain(text[done : at.start])]
        parts += [_timex(f"t{number}", shown, text[at.start : at.end])]
        done = at.end
    return "".join([*parts, _plain(text[done:])])


def _timex(name: str, value: Json, words: str, extra: str = "") -> str:
    kind = KINDS.get(str(value.get("granularity")), "DATE")
    timex = quoteattr(str(value.get("timex") or ""))
    return f'<TIMEX3 tid="{name}" type="{kind}" value={timex}{extra}>{_plain(words)}</TIMEX3>'


def _plain(text: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", text), {"\r": "&#13;"})


def read_timeml(path: Path) -> list[Document]:
    """Read the dates of a folder of ``.tml`` files, or of one.

    Raises:
        ReaderError: there is none, or one is no TimeML.
    """
    files = sorted(path.glob("*.tml")) if path.is_dir() else [path]
    if not files:
        raise ReaderError(f"{path}: no .tml file in it")
    return [_read_file(file) for file in files]


def _read_file(file: Path) -> Document:
    with file.open(encoding="utf-8", newline="") as opened:
        source = opened.read()
    if "<!ENTITY" in source:
        raise ReaderError(f"{file}: entity declarations are not read")
    try:
        root = ET.fromstring(source)  # noqa: S314 - entities are refused above
    except ET.ParseError as error:
        raise ReaderError(f"{file}: no XML: {error}") from None
    body = root.find("TEXT")
    if body is None:
        raise ReaderError(f"{file}: no TEXT element; TimeML keeps the article in one")
    created = root.find(".//TIMEX3[@functionInDocument='CREATION_TIME']")
    title = root.find("TITLE")
    known = {
        "title": "".join(title.itertext()) if title is not None else "",
        "published": (created.text or "") if created is not None else "",
    }
    name = root.findtext("DOCID") or unquote(file.stem)
    fields = tuple((field, value) for field, value in known.items() if value)
    document = Document(name, "".join(body.itertext()), fields=fields)
    dates = [
        *(_dates(document, title, "title") if title is not None else ()),
        *_dates(document, body, "text"),
    ]
    return Document(name, document.text, mentions=tuple(dates), fields=fields)


def _dates(document: Document, element: ET.Element, field: str) -> Iterator[Json]:
    position = len(element.text or "")
    for child in element:
        length = len("".join(child.itertext()))
        if child.tag == "TIMEX3":
            span = span_json(document, Place(field, position, position + length))
            timex = child.get("value", "")
            value = {"granularity": granularity(timex, child.get("type", "DATE")), "timex": timex}
            yield {"kind": "date", "span": span, "value": {**value, "span": span}}
        position += length + len(child.tail or "")


def granularity(timex: str, kind: str) -> str:
    """Return the granularity that a TIMEX3 value and type speak of.

    >>> granularity("2026-W03", "DATE"), granularity("P1W", "DURATION")
    ('week', 'duration')
    """
    if kind in {"DURATION", "SET"}:
        return kind.lower()
    return next((name for shape, name in _SHAPES if shape.match(timex)), "day")
