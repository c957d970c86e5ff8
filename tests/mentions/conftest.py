"""Sentences with their instruments marked in place: "[Target|TGT] shares fell"."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import regex

from finfacts.language.passage import Passage
from finfacts.lexicons.instruments import Lexicon, load_lexicon
from finfacts.mentions.instruments import find_instruments

_MARK = regex.compile(r"\[(?P<text>[^\]|]*)\|(?P<means>[^\]]*)\]")
Found = list[tuple[str, str]]


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """Return the shipped names."""
    return load_lexicon()


@pytest.fixture(scope="session")
def unmark() -> Callable[[str], tuple[str, Found]]:
    """Return a reader of marked sentences: the plain text, and what is marked in it.

    ``[words|SYMBOL]`` marks a linked instrument, ``[words|=name]`` one without a symbol and
    ``[words|?]`` a name that is left open.
    """

    def read(marked: str) -> tuple[str, Found]:
        found = [(m["text"], m["means"]) for m in _MARK.finditer(marked)]
        return _MARK.sub(r"\g<text>", marked), found

    return read


@pytest.fixture(scope="session")
def instruments_of(lexicon: Lexicon) -> Callable[[str], Found]:
    """Return a finder that gives each instrument of a text as it would be marked."""

    def find(text: str) -> Found:
        [found] = find_instruments([Passage(text)], lexicon)
        for one in found:
            assert text[one.span.start : one.span.end] == one.span.text
        return [
            (one.span.text, "?" if one.candidates else one.symbol or f"={one.name}")
            for one in found
        ]

    return find
