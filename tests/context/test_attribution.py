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
    "According to [FactSet], analysts expect $1.20 a share.",
    "[Media reports] say that it plans to buy chips.",
    "[The company] said revenue rose 5%.",
    "It is in talks, citing [people familiar with the matter].",
]
SAID += [
    "Shares are up 20%, [data compiled by Bloomberg] show.",
    "Exports fell 3%, [customs data] showed on Tuesday.",
    "GDP grew 2.4%, [Commerce Department data] showed.",
    "[Economists polled by Reuters] expect the economy to grow 2%.",
    "[Analysts] estimate revenue of $5 billion.",
    "Analysts expect $1.20 a share, according to [FactSet data].",
    '"It could fall," said [Dana Holloway], chief strategist at UBS.',
    "It sold 40 million, said [a person familiar with the matter].",
    "Sales may fall, according to [Cowen analyst John Kernan].",
    "It won an order, per [Reuters].",
    "It sold 400,000 cars, [Elon Musk] tweeted.",
    "The deal is off, [people with knowledge of the matter] said.",
]
NOBODY = [
    "He said sales rose.",
    "But it said sales rose.",
    "It sold 40 cars per day.",
    "Sales showed a rise of 5%.",
    "The said amount is due.",
    "Sales rose according to plan.",
    "It added 3%.",
    "Affirm and Upstart added 2.4% and nearly 4%, respectively.",
    "Apple shares fell 3% on Monday.",
    "Gold rose 1%.",
    "",
]
_MARK = regex.compile(r"\[(.*?)\]")


def who(text: str) -> str | None:
    return attribution(Sentence(Passage(text), 0, len(text), Found()))


@pytest.mark.parametrize("marked", SAID)
def test_says(marked: str) -> None:
    assert who(_MARK.sub(r"\1", marked)) == _MARK.findall(marked)[0]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_says(text: str) -> None:
    assert who(text) is None
