"""Bad input: a clear error or a right answer, never a traceback, never a dropped article."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from time import process_time

import pytest
from pydantic import ValidationError

import finfacts
from finfacts.article import Article, ArticleFacts, parse_published
from finfacts.errors import ArticleError, FinfactsError
from finfacts.facts import PriceMove
from finfacts.pipeline import EMPTY, UNDATED, extract

PUBLISHED = "2026-01-13"
MOVE = "Apple shares fell 3% on Monday."

NOTHING = {
    "empty": "",
    "blanks": " \u00a0\t ",
    "lines": "\n\r\n\n",
    "marks": "... --- !!! ???",
    "NULs": "\x00\x00\x00",
    "controls": "\x01\x02\x1b[31m\x7f\x85",
    "lone surrogates": "\ud800\udfff\udc80",
    "emoji": "🚀🚀📈👩‍🚀",
    "combining marks": "\u0301\u0301\u0302",
    "right-to-left marks": "\u202e\u2066\u2069\u200f",
    "Hebrew": "המניה עלתה",
    "Chinese": "苹果股价周一下跌百分之三",
    "one character": "a",
    "brackets": "((((((((((((((((((((",
    "percent signs": "%%%%%%%%%%%%%%%%%%%%",
    "figures": "1,234.5 1.1.1.1 1e9 0x10 99999999999999999999999999",
    "only an advert": "Subscribe now\nClick here to read more.",
    "only an e-mail line": "For updates and corrections, email newsroom[at]example[dot]com.",
    "only credits": "Reporting by Ann Lee; Editing by Jo Poe",
    "only a disclaimer": "Disclaimer: This is not intended as investment advice.",
}


@pytest.mark.parametrize("kind", NOTHING)
def test_nothing_to_tell(kind: str) -> None:
    result = extract(NOTHING[kind], published=PUBLISHED)
    assert (result.facts, result.error) == ((), None)
    assert result.warnings == (() if NOTHING[kind].strip() else (EMPTY,))


# A mark let into "Apple shares fell 3% on Monday." that leaves its fact what it was.
AROUND = {
    "NULs around": f"\x00\x00{MOVE}\x00",
    "control characters": f"\x01{MOVE}\x02\x7f",
    "byte order mark": f"\ufeff{MOVE}",
    "no-break spaces": MOVE.replace(" ", "\u00a0"),
    "narrow spaces": MOVE.replace(" ", "\u202f"),
    "right-to-left marks": f"\u202e{MOVE}\u202c \u2066\u2069",
    "emoji before": f"🚀🚀 {MOVE}",
    "emoji after": f"{MOVE} 📉👩‍🚀",
    "combining marks before": f"e\u0301le\u0300ve. {MOVE}",
    "lone surrogates around": f"\ud800 {MOVE} \udfff",
    "letters that grow in lower case": f"\u0130\u0130\u0130 \u0130stanbul. {MOVE}",
    "sharp s and ligatures": f"Stra\u00dfe \ufb01n. {MOVE}",
    "Windows line ends": f"Markets\r\n\r\n{MOVE}\r\n",
    "old line ends": f"Markets\n\n{MOVE}\r",
    "line separator": f"Markets\u2028{MOVE}\u2028",
    "form feed": f"Markets\x0c{MOVE}",
    "another script before": f"苹果股价。 {MOVE}",
}


@pytest.mark.parametrize("kind", AROUND)
def test_the_fact_stays_the_same(kind: str) -> None:
    text = AROUND[kind]
    result = extract(text, published=PUBLISHED)
    assert result.error is None
    [fact] = result.facts
    assert isinstance(fact, PriceMove)
    assert (fact.subject.symbol, fact.direction) == ("AAPL", "down")
    assert fact.percent is not None
    assert fact.percent.value == 3
    assert fact.period is not None
    assert fact.period.start == fact.period.end == dt.date(2026, 1, 12)
    for span in (*fact.evidence, fact.sentence, fact.subject.span, fact.percent.span):
        assert text[span.start : span.end] == span.text


def test_no_publication_date_leaves_dates_open_and_says_so_once() -> None:
    result = extract(f"{MOVE} It rose 2% on Oct. 2 and 1% last week.")
    periods = [m.value for m in result.mentions if m.kind == "date"]
    assert [(p.start, p.end) for p in periods] == [(None, None)] * 3  # type: ignore[union-attr]
    assert [p.timex for p in periods][1] == "XXXX-10-02"  # type: ignore[union-attr]
    assert result.warnings == (UNDATED,)


def test_whole_dates_need_no_publication_date() -> None:
    result = extract("Apple shares fell 3% on January 12, 2026.")
    [fact] = result.facts
    assert isinstance(fact, PriceMove)
    assert fact.period is not None
    assert fact.period.start == dt.date(2026, 1, 12)
    assert result.warnings == ()


WRONG_DATES = [
    "yesterday",
    "13/01/2026",
    "2026-13-01",
    "2026-02-30",
    "2026-01-13T25:00",
    "",
    "now",
    "0",
]


@pytest.mark.parametrize("written", WRONG_DATES)
def test_wrong_date_is_named(written: str) -> None:
    with pytest.raises(ArticleError) as problem:
        extract(MOVE, published=written)
    assert repr(written) in str(problem.value)
    assert "2026-01-13" in str(problem.value)


GOOD_DATES = {
    "2026-01-13": dt.date(2026, 1, 13),
    " 2026-01-13 ": dt.date(2026, 1, 13),
    "2026-01-13T06:30:00": dt.datetime(2026, 1, 13, 6, 30),  # noqa: DTZ001 - none was given
    "2026-01-13T06:30:00Z": dt.datetime(2026, 1, 13, 6, 30, tzinfo=dt.UTC),
}


@pytest.mark.parametrize("written", GOOD_DATES)
def test_date_is_read(written: str) -> None:
    assert parse_published(written) == GOOD_DATES[written]


@pytest.mark.parametrize("text", [None, 3, ["Apple fell 3%."]])
def test_text_must_be_text(text: object) -> None:
    with pytest.raises((FinfactsError, ValidationError)) as problem:
        Article.model_validate({"text": text})
    assert "text" in str(problem.value)


@pytest.mark.parametrize("part", ["text", "id", "title", "source", "url", "language"])
@pytest.mark.parametrize(
    "given", [b"Apple fell 3%.", bytearray(b"\xff")], ids=["bytes", "bytearray"]
)
def test_bytes_are_no_text(part: str, given: object) -> None:
    words = rf"^{part} is {type(given).__name__}, no text; decode it first: {part}\.decode"
    with pytest.raises(ArticleError, match=words):
        Article(**{"text": MOVE, part: given})  # type: ignore[arg-type]


def test_other_languages_are_told() -> None:
    article = Article(text="Die Apple-Aktie fiel um 3%.", language="de", published=PUBLISHED)
    assert extract(article).warnings == (
        "only English is read; the article says its language is 'de'",
    )


def test_title_that_is_empty_is_none() -> None:
    with_title = extract(Article(text=MOVE, title="", published=PUBLISHED))
    assert with_title.facts == extract(MOVE, published=PUBLISHED).facts


def test_one_bad_article_stops_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    from finfacts import pipeline  # noqa: PLC0415 - patched

    read: Callable[..., ArticleFacts] = pipeline._read  # noqa: SLF001 - made to fail

    def fails(article: Article, lexicon: object) -> ArticleFacts:
        if article.id == "bad":
            raise RuntimeError("no room")
        return read(article, lexicon)

    monkeypatch.setattr(pipeline, "_read", fails)
    articles = [Article(id=name, text=MOVE, published=PUBLISHED) for name in ("a", "bad", "b")]
    first, bad, last = finfacts.extract_many(iter(articles))
    assert bad.error is not None
    assert (bad.id, bad.error.kind, bad.error.message, bad.facts) == (
        "bad",
        "RuntimeError",
        "no room",
        (),
    )
    assert first.facts == last.facts
    assert len(first.facts) == 1


LONG = {
    "prose": "Apple shares fell 3% on Monday. The bank said it would open an office in Lisbon.\n",
    "one endless line": "apple shares and the market and 3% of it on monday, ",
    "no spaces": "x",
    "figures": "1,234.5 ",
    "digits": "7",
    "capitals": "Apple Inc ",
    "quotes": "'",
    "commas": "Apple, ",
    "brackets": "(",
    "spaces": " ",
    "line breaks": "\n",
    "dots": ".",
    "hyphens": "up-",
    "dollars": "$1 ",
    "ands": "Ford and ",
    "percents": "3% ",
    "upper-case letters": "A",
    "of the": "of the ",
    "months": "January 5 ",
}
_SMALL = 8_000  # characters
_TIMES = 8
_RATIO = 3 * _TIMES  # squared would be 64
_NOISE = 0.05  # seconds


@pytest.mark.parametrize("kind", LONG)
def test_time_grows_with_length(kind: str) -> None:
    """Eight times the text takes no more than thrice eight times the processor's time."""
    unit = LONG[kind]
    small = unit * (_SMALL // len(unit))
    took = min(_seconds(small) for _ in range(2))
    assert _seconds(small * _TIMES) <= _RATIO * max(took, _NOISE / _TIMES) + _NOISE


def _seconds(text: str) -> float:
    start = process_time()
    assert extract(text, published=PUBLISHED).error is None
    return process_time() - start


def test_five_million_characters() -> None:
    gap = "A new road will pass by the lake, over a bridge, past farms and woods.\n" * 71_500
    text = f"{MOVE}\n{gap}{MOVE}"
    assert len(text) > 5_000_000
    first, last = extract(text, published=PUBLISHED).facts
    assert first.key == last.key
    assert last.evidence[0].end == len(text) - 1
