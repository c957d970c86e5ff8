"""Sentences with their instruments marked in place: "[Target|TGT] shares fell"."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import regex

from finfacts.language.passage import Passage
from finfacts.lexicons.instruments import Lexicon, load_lexicon
from finfacts.mentions.instruments import find_instruments

_MARK = regex.compile(r"\[(?P<text>[^\]|]*)\|[^\]]*\]")


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """Return the shipped names."""
    return load_lexicon()


@pytest.fixture(scope="session")
def marked_again(lexicon: Lexicon) -> Callable[[str], str]:
    """Return a function that takes the marks off a text and sets them anew where names are found.

    ``[words|SYMBOL]`` marks a linked instrument, ``[words|=name]`` one without a symbol and
    ``[words|?]`` a name that is left open.
    """

    def mark(marked: str) -> str:
        text = _MARK.sub(r"\g<text>", marked)
        [found] = find_instruments([Passage(text)], lexicon)
        for one in sorted(found, key=lambda one: -one.span.start):
            start, end = one.span.start, one.span.end
            assert text[start:end] == one.span.text
            means = "?" if one.candidates else one.symbol or f"={one.name}"
            text = f"{text[:start]}[{text[start:end]}|{means}]{text[end:]}"
        return text

    return mark
