"""The worked article of the data contract: every fact comes out whole, and nothing false beside it.

The same holds with plain spaces and straight quotes, with Windows line ends, and when all of it
stands on one line.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from finfacts.article import Article, ArticleFacts
from finfacts.language.cleaning import clean
from finfacts.pipeline import extract

_SHARED = Path(__file__).resolve().parents[1] / "../shared"
_FACTS = _SHARED / "alibaba.facts.json"

pytestmark = pytest.mark.skipif(not _FACTS.exists(), reason="the worked article is not here")

# True beside the facts asked for: type, symbol or name of the subject, words of the evidence.
FURTHER = {
    ("price_move", "food-delivery companies", "boosted shares of food-delivery companies"),
    ("price_move", "BABA", "its price retreated at the fag end"),
    ("sentiment", "BABA", "extremely bullish"),
}
WRITTEN: dict[str, Callable[[str], str]] = {
    "as given": str,
    "plain spaces and straight quotes": clean,
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "on one line": lambda text: " ".join(text.split("\n")),
    "on one line, blanks squeezed": lambda text: " ".join(text.split()),
}
_NUMBER_OF_FACTS = 18


@cache
def expected() -> tuple[dict[str, Any], ...]:
    facts: list[dict[str, Any]] = json.loads(_FACTS.read_text("utf-8"))["facts"]
    assert len(facts) == _NUMBER_OF_FACTS
    return tuple(facts)


@cache
def read(written: str) -> tuple[str, ArticleFacts]:
    data = json.loads(_FACTS.read_text("utf-8"))
    text = WRITTEN[written]((_SHARED / data["text"]).read_text("utf-8"))
    return text, extract(Article(text=text, published=data["published"]))


def holds(found: object, wanted: object) -> bool:
    """Whether ``found`` has every field of ``wanted``, at any depth."""
    if isinstance(wanted, Mapping):
        return isinstance(found, Mapping) and all(holds(found.get(k), v) for k, v in wanted.items())
    if isinstance(wanted, str) and isinstance(found, str):
        return clean(found) == clean(wanted)
    return found == wanted


def states(fact: Mapping[str, Any], wanted: Mapping[str, Any]) -> bool:
    """Whether a fact as JSON holds the wanted fields and stands in the sentence quoted."""
    fields = {name: value for name, value in wanted.items() if name != "quote"}
    return holds(fact, fields) and _plain(wanted["quote"]) in _plain(fact["sentence"]["text"])


def _plain(text: str) -> str:
    return " ".join(clean(text).split())


@pytest.mark.parametrize("written", WRITTEN)
@pytest.mark.parametrize("number", range(_NUMBER_OF_FACTS))
def test_every_fact_comes_out(written: str, number: int) -> None:
    wanted = expected()[number]
    _, result = read(written)
    found = [fact.model_dump(mode="json", by_alias=True) for fact in result.facts]
    near = [fact for fact in found if fact["type"] == wanted["type"]]
    assert any(states(fact, wanted) for fact in near), (wanted, near)


@pytest.mark.parametrize("written", WRITTEN)
def test_nothing_false_beside(written: str) -> None:
    _, result = read(written)
    facts = [fact.model_dump(mode="json", by_alias=True) for fact in result.facts]
    further = {
        (fact["type"], subject, _plain(fact["evidence"][0]["text"]))
        for fact in facts
        if not any(states(fact, wanted) for wanted in expected())
        for subject in [fact["subject"].get("symbol") or fact["subject"]["name"]]
    }
    unknown = {
        (kind, subject, words)
        for kind, subject, words in further
        if not any(
            (kind, subject) == known[:2] and (known[2] in words or words in known[2])
            for known in FURTHER
        )
    }
    assert unknown == set()


@pytest.mark.parametrize("written", WRITTEN)
def test_every_fact_comes_out_once(written: str) -> None:
    _, result = read(written)
    keys = [(fact.key, fact.evidence) for fact in result.facts]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("written", WRITTEN)
def test_no_warning_and_no_error(written: str) -> None:
    _, result = read(written)
    assert (result.warnings, result.error) == ((), None)
