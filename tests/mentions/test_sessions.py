"""Market sessions: the ways to name one, and what names none."""

from __future__ import annotations

import pytest

from finfacts.language.passage import Passage
from finfacts.mentions.sessions import find_sessions

READ = {
    "premarket": """
        It fell 1.4% in early [premarket trading] on Tuesday.
        It fell 1.4% in [pre-market trading].
        It fell 1.4% in [pre-market U.S. trading].
        It fell 1.4% [premarket].
        It fell 1.4% [Pre Market].
        It fell [before the bell].
        It reported [before the opening bell].
        It fell [ahead of the bell].
        It fell [before the market opens].
    """,
    "after_hours": """
        It fell in [extended trading].
        It fell in [after-hours trading].
        It fell in [after-hours trade].
        It fell [after-hours].
        It fell [after hours].
        It fell in [afterhours trading].
        It sank 1.6 percent [post-market].
        It sank 1.6 percent in [postmarket trading].
        It was up 15% in [late trading].
        It was up 15% in [late New York trading].
        It was up in [extended-hours trading].
        It was up [after the bell].
        It was up [after the closing bell].
        It reported [after the market close].
        It reported [after the close] on Tuesday.
    """,
    "overnight": """
        Futures fell [overnight].
        Futures fell in [overnight trading].
    """,
    "regular": """
        It rose in [regular New York trading].
        It closed higher in [regular trading].
        It fell 5% during [regular hours].
        It rose in the [regular session].
    """,
}
NOT_READ = """
The stock closed higher.
The stock opened lower.
It fell 3% intraday.
The overnight rate was flat.
The target for overnight interest rates was flat.
Overnight lending rose.
The overnight index swap moved.
It works after hours of talks.
Late traders were fined.
It rang the bell.
It will integrate the unit after the close of the deal.
"""


@pytest.mark.parametrize(
    ("session", "line"),
    [(name, line.strip()) for name, table in READ.items() for line in table.strip().splitlines()],
)
def test_reads_sessions(session: str, line: str) -> None:
    text = line.replace("[", "").replace("]", "")
    (found,) = find_sessions(Passage(text))
    marked = line[line.index("[") + 1 : line.index("]")]
    assert (found.session, text[found.start : found.end]) == (session, marked)


@pytest.mark.parametrize("text", NOT_READ.strip().splitlines())
def test_names_no_session(text: str) -> None:
    assert find_sessions(Passage(text)) == []


def test_finds_all_in_order() -> None:
    found = find_sessions(Passage("It rose premarket, fell after-hours and was flat overnight."))
    assert [span.session for span in found] == ["premarket", "after_hours", "overnight"]
