"""A sentence passed over for want of a figure and of a telling word holds no price fact."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from finfacts.claims.prices.finder import TELLING
from finfacts.claims.prices.levels import read_levels
from finfacts.claims.prices.predicates import predicates
from finfacts.claims.prices.reading import QUANTITY_TAGS
from finfacts.claims.tape import Item, tape_of
from finfacts.context.setting import Setting
from finfacts.lexicons.cues import load_cues

CUES = load_cues("grammar", "moves").values()
PLAIN = "SUBJECT WORD NAME PERIOD SESSION COMMA STOP LPAREN RPAREN DASH COLON PLUS MARK".split()
OTHERS = sorted(
    {entry.cue.tag for entries in CUES for entry in entries}.union(PLAIN)
    - TELLING.union(QUANTITY_TAGS.values())
)


@given(st.lists(st.sampled_from(OTHERS), max_size=12))
def test_no_rule_matches_without_a_figure_or_a_telling_word(tags: list[str]) -> None:
    tape = tape_of([Item(tag, at, at + 1, "x", "up", None) for at, tag in enumerate(tags)])
    assert predicates(tape) == []
    assert read_levels(tape, [], Setting()) == []
