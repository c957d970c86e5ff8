"""Who says so, marked in place: "Sales fell 3%, according to [LSEG data]."."""

from __future__ import annotations

import pytest
import regex

from finfacts.context.attribution import attribution
from finfacts.context.sentence import Found, Sentence
from finfacts.language.passage import Passage

SAID = [
    "Sales fell 3%, according to [LSEG data].",
    "[Reuters] reported that the deal is near.",
    "Revenue rose 5%, [the company] said.",
    "[Analysts] said the stock could fall.",
    "[Traders] said that gold would rise.",
    "[Boeing] said on Monday that deliveries rose.",
    "Prices rose, [the agency] added.",
    "[Goldman Sachs] wrote that the stock is cheap.",
]
NOBODY = [
    "Apple shares fell 3% on Monday.",
    "Gold rose 1%.",
    "",
]
# What is wrong yet, with the cause; strict, so that each mending shows.
WRONG = {
    "According to [FactSet], analysts expect $1.20 a share.": "a capital at the start",
    "[Media reports] say that it plans to buy chips.": "a capital at the start",
    "[The company] said revenue rose 5%.": "a capital at the start",
    "It is in talks, citing [people familiar with the matter].": "a source cut short",
    "The said amount is due.": "'said' as an adjective",
    "Sales rose according to plan.": "'according to plan' names nobody",
    "It added 3%.": "a pronoun is no speaker, and 'added' a figure",
}
_MARK = regex.compile(r"\[(.*?)\]")


def who(text: str) -> str | None:
    return attribution(Sentence(Passage(text), 0, len(text), Found()))


@pytest.mark.parametrize("marked", SAID)
def test_says(marked: str) -> None:
    assert who(_MARK.sub(r"\1", marked)) == _MARK.findall(marked)[0]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_says(text: str) -> None:
    assert who(text) is None


@pytest.mark.parametrize(
    "marked",
    [pytest.param(text, marks=pytest.mark.xfail(reason=why)) for text, why in WRONG.items()],
)
def test_is_wrong_yet(marked: str) -> None:
    assert who(_MARK.sub(r"\1", marked)) == next(iter(_MARK.findall(marked)), None)
