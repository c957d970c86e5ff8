"""Other people's formats: there and back, and what is lost on the way."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from finfacts.errors import ReaderError
from finfacts.evaluation.formats.document import Document
from finfacts.evaluation.formats.registry import FORMATS, convert
from finfacts.evaluation.formats.timeml import granularity
from finfacts.evaluation.formats.utf16 import from_utf16, to_utf16, wide

TITLE = "Ford up on Monday 🚗"
TEXT = (
    "📈 Ford (NYSE: F) rose 3%\r\non Monday & Tuesday, to <$12> a share.\n"
    "Analysts at  Jefferies said so.\tGM fell."
)


def span(words: str, field: str = "text") -> dict:
    start = (TITLE if field == "title" else TEXT).index(words)
    return {"text": words, "start": start, "end": start + len(words), "field": field}


def mention(kind: str, words: str, field: str = "text", **value: object) -> dict:
    at = span(words, field)
    return {"kind": kind, "span": at, "value": {**value, "span": at}}


MONDAY = {"granularity": "day", "timex": "2026-01-12"}
DOCUMENT = Document(
    id="a/1 x",
    text=TEXT,
    facts=(
        {
            "type": "price_move",
            "evidence": [span("Ford (NYSE: F) rose 3%\r\non Monday"), span("to <$12> a share")],
            "subject": {"name": "Ford", "symbol": "F", "span": span("Ford")},
            "direction": "up",
            "percent": {"value": "3", "unit": "percent", "span": span("3%")},
        },
        {"type": "price_move", "evidence": [span("Ford up", "title")], "direction": "up"},
    ),
    mentions=(
        mention("instrument", "Ford", name="Ford", symbol="F"),
        mention("instrument", "Ford (NYSE: F)", name="Ford", symbol="F"),
        mention("quantity", "3%", value="3", unit="percent"),
        mention("date", "Monday", **MONDAY, start="2026-01-12", end="2026-01-12"),
        mention("date", "Monday & Tuesday", granularity="day", timex="2026-01-12"),
        mention("brokerage", "Jefferies", name="Jefferies"),
        mention("date", "Monday", "title", **MONDAY),
    ),
    fields=(("title", TITLE), ("published", "2026-01-13"), ("source", "original")),
)
PLAIN = Document("b", "GM fell.", mentions=(), fields=())
LOSSLESS = ("finfacts", "labelstudio", "spacy", "webannotation")


def there_and_back(name: str, documents: list[Document], folder: Path) -> list[Document]:
    target = folder / "out"
    FORMATS[name].write(documents, target)
    return FORMATS[name].read(target)


@pytest.mark.parametrize("name", LOSSLESS)
def test_everything_comes_back(name: str, tmp_path: Path) -> None:
    assert FORMATS[name].write([DOCUMENT, PLAIN], tmp_path / "out") == []
    assert FORMATS[name].read(tmp_path / "out") == [DOCUMENT, PLAIN]


def in_body(one: Mapping) -> bool:
    return all(at["field"] == "text" for at in one.get("evidence", [one.get("span")]))


@pytest.mark.parametrize("name", ["brat", "prodigy"])
def test_all_of_the_body_comes_back(name: str, tmp_path: Path) -> None:
    (read, _) = there_and_back(name, [DOCUMENT, PLAIN], tmp_path)
    assert (read.id, read.text) == (DOCUMENT.id, DOCUMENT.text)
    assert read.facts == tuple(filter(in_body, DOCUMENT.facts))
    assert read.mentions == tuple(filter(in_body, DOCUMENT.mentions))


def test_the_longest_mentions_come_back_from_iob2(tmp_path: Path) -> None:
    (read, plain) = there_and_back("conll", [DOCUMENT, PLAIN], tmp_path)
    assert [(one["kind"], one["span"]) for one in read.mentions] == [
        ("instrument", span("Ford (NYSE: F)")),
        ("quantity", span("3%")),
        ("date", span("Monday & Tuesday")),
        ("brokerage", span("Jefferies")),
    ]
    assert (read.text, plain) == (TEXT, PLAIN)


def test_dates_come_back_from_timeml(tmp_path: Path) -> None:
    (read, plain) = there_and_back("timeml", [DOCUMENT, PLAIN], tmp_path)
    monday, both = span("Monday", "title"), span("Monday & Tuesday")
    assert read.mentions == (
        {"kind": "date", "span": monday, "value": {**MONDAY, "span": monday}},
        {"kind": "date", "span": both, "value": {**MONDAY, "span": both}},
    )
    assert read.fields == (("title", TITLE), ("published", "2026-01-13"))
    assert (read.id, read.text, plain) == (DOCUMENT.id, TEXT, PLAIN)


LOSSES = {
    "brat": {"annotations in headlines": 2, "article fields": 3},
    "prodigy": {"annotations in headlines": 2},
    "conll": {
        "facts": 2,
        "values of mentions": 4,
        "mentions inside others": 2,
        "mentions in headlines": 1,
        "article fields": 3,
    },
    "timeml": {
        "facts": 2,
        "mentions of other kinds": 4,
        "dates inside others": 1,
        "article fields": 1,
    },
}


@pytest.mark.parametrize("name", LOSSES)
def test_what_a_format_cannot_hold_is_said(name: str, tmp_path: Path) -> None:
    lost = FORMATS[name].write([DOCUMENT], tmp_path / "out")
    assert {one.what: one.times for one in lost} == LOSSES[name]


def test_ends_of_a_period_that_timeml_drops_are_said(tmp_path: Path) -> None:
    dated = Document("c", TEXT, mentions=DOCUMENT.mentions[3:4])
    lost = FORMATS["timeml"].write([dated], tmp_path / "out")
    assert {one.what: one.times for one in lost} == {"starts and ends of periods": 1}


def test_label_studio_counts_utf16_units(tmp_path: Path) -> None:
    FORMATS["labelstudio"].write([DOCUMENT], tmp_path / "out.json")
    (task,) = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    value = task["annotations"][0]["result"][0]["value"]
    units = TEXT.encode("utf-16-le")
    assert units[2 * value["start"] : 2 * value["end"]].decode("utf-16-le") == "Ford"


def test_brat_writes_what_brat_reads(tmp_path: Path) -> None:
    FORMATS["brat"].write([DOCUMENT], tmp_path)
    lines = (tmp_path / "a%2F1 x.ann").read_text(encoding="utf-8").split("\n")
    move = next(line for line in lines if line.startswith("T7\t"))
    assert (
        move == "T7\tprice_move 2 24;26 35;47 63\tFord (NYSE: F) rose 3% on Monday to <$12> a share"
    )
    assert "E7\tprice_move:T7 subject:T1 percent:T3" in lines
    assert "[events]\nprice_move\t" in (tmp_path / "annotation.conf").read_text(encoding="utf-8")


def test_spans_of_other_people_come_in_with_label_and_place(tmp_path: Path) -> None:
    (tmp_path / "d.txt").write_text("Ford rose.", encoding="utf-8")
    ann = "T1\tinstrument 0 4\tFord\nT2\tCompany 0 4\tFord\nT3\tprice_move 0 9\tFord rose\n"
    (tmp_path / "d.ann").write_text(ann, encoding="utf-8")
    (read,) = FORMATS["brat"].read(tmp_path)
    ford = {"text": "Ford", "start": 0, "end": 4, "field": "text"}
    rose = {"text": "Ford rose", "start": 0, "end": 9, "field": "text"}
    assert read.mentions == ({"kind": "instrument", "span": ford},)
    assert read.facts == ({"type": "price_move", "evidence": [rose]},)


def test_plain_iob2_is_joined_by_spaces(tmp_path: Path) -> None:
    file = tmp_path / "x.conll"
    file.write_text("Ford NNP B-instrument\nrose VBD O\n\nGM\tB-instrument\n", encoding="utf-8")
    one, other = FORMATS["conll"].read(file)
    assert (one.text, other.text) == ("Ford rose", "GM")
    assert [mention["span"]["text"] for mention in one.mentions] == ["Ford"]


WRONG = [
    ("brat", None, "no .ann file"),
    ("labelstudio", "{}", "a list of tasks is wanted"),
    ("labelstudio", "[{}]", "task 0: data.text is missing"),
    ("spacy", "no", "no spaCy DocBin"),
    ("prodigy", "{}", ":1: text is missing"),
    ("conll", "word\n", ":1: a word and its tag are wanted"),
    ("timeml", "<TimeML>", "no XML"),
    ("timeml", "<TimeML/>", "no TEXT element"),
    ("timeml", '<!DOCTYPE x [<!ENTITY a "b">]><TimeML/>', "entity declarations are not read"),
    ("webannotation", "[]", "an AnnotationPage with items is wanted"),
    ("finfacts", '{"id": "x", "facts": []}', ":1: text: extracted facts hold no text"),
]


@pytest.mark.parametrize(("name", "content", "message"), WRONG)
def test_files_that_are_not_in_the_format(
    name: str, content: str | None, message: str, tmp_path: Path
) -> None:
    source = tmp_path / "in"
    if content is None:
        source.mkdir()
    else:
        source.write_text(content, encoding="utf-8")
    with pytest.raises(ReaderError) as error:
        FORMATS[name].read(source)
    assert message in str(error.value)


def test_extracted_facts_take_their_text_from_the_articles(tmp_path: Path) -> None:
    (tmp_path / "facts.jsonl").write_text('{"id": "b", "facts": []}\n', encoding="utf-8")
    (tmp_path / "articles.jsonl").write_text('{"id": "b", "text": "GM fell."}\n', encoding="utf-8")
    lost = convert(
        tmp_path / "facts.jsonl",
        tmp_path / "out.jsonl",
        to="prodigy",
        texts=tmp_path / "articles.jsonl",
    )
    assert lost == []
    assert FORMATS["prodigy"].read(tmp_path / "out.jsonl") == [PLAIN]


GRANULARITIES = [
    ("2026-01-12", "DATE", "day"),
    ("XXXX-10-02", "DATE", "day"),
    ("2026-01", "DATE", "month"),
    ("2026-Q3", "DATE", "quarter"),
    ("2026-H1", "DATE", "half"),
    ("2026-W03", "DATE", "week"),
    ("2026", "DATE", "year"),
    ("2026-01-12T08:01", "TIME", "minute"),
    ("P1W", "DURATION", "duration"),
]


@pytest.mark.parametrize(("timex", "kind", "expected"), GRANULARITIES)
def test_granularity(timex: str, kind: str, expected: str) -> None:
    assert granularity(timex, kind) == expected


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Any text with any spans marked as mentions."""
    text = draw(st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=30))
    mentions = []
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        at = {"text": text[start:end], "start": start, "end": end, "field": "text"}
        mentions.append({"kind": "quantity", "span": at, "value": {"value": "1", "span": at}})
    return Document("x", text, mentions=tuple(mentions))


@pytest.mark.parametrize("name", [*LOSSLESS, "prodigy"])
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(document=documents())
def test_any_text_and_spans_come_back(
    name: str, document: Document, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert there_and_back(name, [document], tmp_path_factory.mktemp("any")) == [document]


@given(st.text(), st.integers(0, 50))
def test_utf16_offsets_are_those_of_the_encoded_text(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    wide_at = wide(text)
    units = to_utf16(offset, wide_at)
    assert units == len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2
    assert from_utf16(units, wide_at) == offset
