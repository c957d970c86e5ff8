"""Sentence bounds, with a bar where one sentence ends and the next begins."""

from __future__ import annotations

import pytest

from finfacts.language.sentences import sentences

MARKED = [
    "Apple fell 3%.|Gold rose 1%.",
    "Apple Inc. rose 3%.|Gold fell.",
    "Shares of Ford Motor Co. and General Motors Co. rose.",
    "Apple Inc. The stock rose.".replace("Inc. The", "Inc.|The"),
    "U.S. stocks rose.|The Dow fell.",
    "It was reached on Oct. 2 and on Jan. 9 again.",
    "IT WAS REACHED ON OCT. 2 IN NEW YORK.",
    "Mr. Lee sold 3.5% of St. Louis Ltd. on Friday.",
    "It rose to $1.0832.|The yen fell to 151.20.",
    "Did it fall?|It did!|Nobody knows.",
    'He said "it fell."|Gold rose.',
    "It rose at 9:30 a.m. in New York.",
    "First line\n|Second line\n|\n|Third line",
    "• Apple rose.\n|• Gold fell.",
    "The S&P 500 ended flat.Gold rose.".replace("flat.Gold", "flat.|Gold"),
    "Apple rose 3%Gold fell 1%".replace("3%Gold", "3%|Gold"),
    "Kospi little changed|Taiex rose",
    "Shares of the company that makes phones and tablets rose\nafter it reported results.",
    "It works with J. P. Morgan in London.",
    "Nos. 1 to 3 rose.|Others fell.",
    "Amazon.com fell 2%.|JD.com rose.",
]
_STRIP = " \n•"


@pytest.mark.parametrize("marked", MARKED)
def test_bounds(marked: str) -> None:
    text = marked.replace("|", " " if "\n" not in marked else "")
    glued = marked in (
        "The S&P 500 ended flat.|Gold rose.",
        "Apple rose 3%|Gold fell 1%",
        "Kospi little changed|Taiex rose",
    )
    text = marked.replace("|", "") if glued else text
    expected = [piece.strip(_STRIP) for piece in marked.split("|")]
    assert [text[a:b] for a, b in sentences(text)] == [piece for piece in expected if piece]
