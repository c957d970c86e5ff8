"""What holds for every text: grounded spans, no errors, the same facts in any order and process."""

from __future__ import annotations

import json
import os
import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

import finfacts
from finfacts.article import Article, ArticleFacts
from finfacts.pipeline import extract
from finfacts.values import Span

YAHOO = Path(__file__).resolve().parents[1] / "../shared/data/yahoo/articles.jsonl"
SAMPLE = 120  # articles; FINFACTS_ALL_ARTICLES=1 reads them all
PUBLISHED = "2026-01-13T06:30:00-05:00"
SENTENCES = (
    "Apple shares fell 3% to $250.10 in premarket trading on Tuesday.",
    "The Dow rose 210.33 points, or 0.4%, to 49,400.10, its highest close since Dec. 3.",
    "Baidu and JD.com jumped by more than 6% and 4%, respectively, on Monday.",
    "JPMorgan raised its price target on Nvidia to $250 from $220 and kept an Overweight rating.",
    "Stocktwits sentiment flipped to ‘bullish’ from ‘neutral’ a day earlier.",
    "About 70% of respondents to a Stocktwits poll expect Tesla to rise.",
    "Revenue rose 12% to $4.1 billion, beating the $3.9 billion analysts expected.",
    "Brent crude was down 85 cents, or 1.1%, at $62.29 a barrel.",
    "Shares of Delta Air Lines (NYSE: DAL) could drop 5% if fuel prices rise.",
    "The stock is still down 12.2% from its lifetime high of $192.67, reached on Oct. 2.",
    "• Ford +2.3%\n• GM –1.1%",
    "The yield on the 10-year note was little changed at 4.17%.",
)
AWKWARD = (
    "\u00a0\u200b\u202e\u2066\u0301\u0130\ud800\udfff🚀👩\u200d🚀\x00\x0b\x85\u2028\ufeff"
    "$€%()’“–-.,;:/ \n\r\t"
)

texts = st.text(st.one_of(st.characters(), st.sampled_from(AWKWARD)), max_size=300)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Draw finance sentences with pieces cut, doubled, swapped and awkward marks let in."""
    text = " ".join(draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4)))
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(text)))
        end = min(len(text), at + draw(st.integers(0, 12)))
        text = draw(
            st.sampled_from(
                [
                    text[:at] + text[end:],
                    text[:end] + text[at:],
                    text[:at] + draw(st.text(AWKWARD, max_size=4)) + text[at:],
                    text[:at] + text[at:end].upper() + text[end:],
                    text[end:] + text[:at],
                ]
            )
        )
    return text


def spans(value: object) -> Iterator[Span]:
    """Every span in a result, at any depth."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, BaseModel):
        for part in vars(value).values():
            yield from spans(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from spans(part)


def check(article: Article, result: ArticleFacts) -> None:
    """Assert what holds for every article: no error, all spans grounded, quantities mentioned."""
    assert result.error is None
    fields = {"text": article.text, "title": article.title or ""}
    for span in spans(result):
        assert fields[span.field][span.start : span.end] == span.text
        assert span.text
    for fact in result.facts:
        first, *later = fact.evidence
        assert fact.sentence.start <= first.start < fact.sentence.end
        for span in fact.evidence:
            assert span.field == fact.sentence.field
        for span in later:  # "Revenue was $5 billion. That compares with ..." ends a sentence on
            assert first.start < span.start < fact.sentence.end + _NEXT


_NEXT = 200  # characters


def is_encodable(*values: str) -> bool:
    """Whether texts can be JSON: lone surrogates cannot be written as UTF-8."""
    try:
        "".join(values).encode()
    except UnicodeEncodeError:
        return False
    return True


quick = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@quick
@given(text=st.one_of(texts, mutated()), title=st.one_of(st.none(), texts, mutated()))
def test_any_text_gives_grounded_facts(text: str, title: str | None) -> None:
    article = Article(text=text, title=title, published=PUBLISHED)
    result = extract(article)
    check(article, result)
    assert extract(article) == result


@quick
@given(text=mutated())
def test_results_come_back_from_json_and_pickle(text: str) -> None:
    result = extract(Article(text=text, published=PUBLISHED))
    copied = pickle.loads(pickle.dumps(result))  # noqa: S301 - our own bytes
    assert copied == result
    assert copied.model_dump(exclude_unset=True) == result.model_dump(exclude_unset=True)
    if is_encodable(text):
        assert ArticleFacts.model_validate_json(result.model_dump_json()) == result


@quick
@given(text=mutated())
def test_no_date_is_guessed_without_publication(text: str) -> None:
    result = extract(Article(text=text))
    check(Article(text=text), result)
    assert len(result.warnings) <= 2


def articles() -> list[Article]:
    """The sentences as articles of one, of several, and of none."""
    joined = [" ".join(SENTENCES[at : at + 3]) for at in range(0, len(SENTENCES), 3)]
    return [
        Article(id=str(number), text=text, title=SENTENCES[0], published=PUBLISHED)
        for number, text in enumerate([*SENTENCES, *joined, ""])
    ]


@pytest.mark.parametrize("processes", [1, 2])
def test_many_are_as_one(processes: int) -> None:
    alone = [extract(article) for article in articles()]
    assert list(finfacts.extract_many(iter(articles()), processes=processes)) == alone


def test_order_does_not_matter() -> None:
    forwards = {result.id: result for result in finfacts.extract_many(iter(articles()))}
    backwards = finfacts.extract_many(iter(reversed(articles())))
    assert {result.id: result for result in backwards} == forwards


@pytest.mark.skipif(not YAHOO.exists(), reason="the articles are not here")
def test_real_articles() -> None:
    with YAHOO.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    step = 1 if os.environ.get("FINFACTS_ALL_ARTICLES") else max(1, len(rows) // SAMPLE)
    for row in rows[::step]:
        known = {name: row[name] for name in Article.model_fields if row.get(name) is not None}
        article = Article.model_validate(known)
        result = extract(article)
        check(article, result)
        assert ArticleFacts.model_validate_json(result.model_dump_json()) == result


FILLERS = (
    "The weather was fine across the region.",
    "Its annual meeting takes place in the spring.",
    "Visitors praised the new museum in Lisbon.",
)
OWN_SUBJECT = (
    "Apple shares fell 3% to $250.10 on Monday.",
    "The S&P 500 rose 0.4% to 6,900.50 last week.",
    "Shares of Boeing gained 2% in premarket trading on Tuesday.",
    "Gold hit a record high of $4,630 on Monday.",
    "Brent crude was down 85 cents, or 1.1%, at $62.29 a barrel.",
    "Intel rose 12% on Jan. 8 and is up 20% this year.",
    "The euro fell 0.3% to $1.0832.",
    "Nvidia is trading 3% below its 52-week high of $212.19.",
)


def told(text: str) -> set[str]:
    return {fact.key for fact in extract(Article(text=text, published=PUBLISHED)).facts}


@pytest.mark.parametrize("sentence", OWN_SUBJECT)
@pytest.mark.parametrize("filler", FILLERS)
def test_neighbours_change_nothing(sentence: str, filler: str) -> None:
    alone = told(sentence)
    assert alone
    assert told(f"{filler} {sentence}") == alone
    assert told(f"{sentence} {filler}") == alone
    assert told(f"{filler}\n\n{sentence}\n\n{filler}") == alone


@pytest.mark.parametrize("first", OWN_SUBJECT)
@pytest.mark.parametrize("second", OWN_SUBJECT)
def test_sentences_that_name_their_subject_stand_alone(first: str, second: str) -> None:
    assert told(f"{first} {second}") == told(first) | told(second)
