"""A sentence as a tape of tags, and rules as patterns over them."""

from __future__ import annotations

import pytest

from finfacts.claims.tape import Item, Placed, code, lay, names, pattern, replaced
from finfacts.language.tokens import tokens
from finfacts.lexicons.cues import load_cues


def tags(text: str, *placed: Placed) -> str:
    return names(lay(tokens(text), placed, load_cues("grammar", "moves"), text).tags)


LAID = {
    "shares fell sharply": "STOCK MOVE ADVERB",
    "the stock rose": "STOCK MOVE",
    "did not fall": "AUX NOT NOUN",
    "falling (a bit)": "MOVE_ING LPAREN ADVERB RPAREN",
    "closed at its record high": "LEVEL AT POSSESSIVE EXTREME",
    "Lisbon hums": "NAME WORD",
    "up, down; flat": "PARTICLE COMMA PARTICLE SEMICOLON PARTICLE",
    "failed to rise": "NOT NOUN",
    "": "",
}


@pytest.mark.parametrize("text", LAID)
def test_lays(text: str) -> None:
    assert tags(text) == LAID[text]


def test_a_mention_covers_its_tokens() -> None:
    assert tags("It fell 3.5 percent today", Placed("PERCENT", 8, 19, None)) == (
        "IT MOVE PERCENT WORD"
    )


def test_a_phrase_stops_at_a_mention() -> None:
    """The phrase "record high" is no phrase where "high" belongs to a mention."""
    assert tags("record high", Placed("NUMBER", 7, 11, None)) == "EXTREME NUMBER"


MATCH = {
    "MOVE": ("MOVE ADVERB? PERCENT", "MOVE PERCENT", True),
    "optional": ("MOVE ADVERB? PERCENT", "MOVE ADVERB PERCENT", True),
    "other": ("MOVE ADVERB? PERCENT", "MOVE WORD PERCENT", False),
    "classes": ("(?:MOVE|NOUN){2}", "NOUN MOVE", True),
    "comments": ("MOVE  # said so\n NOUN", "MOVE NOUN", True),
    "a tag inside a longer one": ("MOVE", "MOVE_ING", False),
}


@pytest.mark.parametrize("kind", MATCH)
def test_rule(kind: str) -> None:
    rule, tape, fits = MATCH[kind]
    assert bool(pattern(rule).fullmatch("".join(map(code, tape.split())))) is fits


def test_named_groups_keep_their_names() -> None:
    match = pattern("MOVE (?P<percent>PERCENT)").search(
        code("WORD") + code("MOVE") + code("PERCENT")
    )
    assert match is not None
    assert match.span("percent") == (2, 3)


def test_items_are_put_together() -> None:
    text = "shares fell"
    tape = lay(tokens(text), (), load_cues("grammar", "moves"), text)
    whole = Item("SUBJECT", 0, 6, "shares", "", None)
    assert names(replaced(tape, [(0, 1, whole)]).tags) == "SUBJECT MOVE"
