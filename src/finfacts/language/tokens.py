"""Tokens for matching cue words: words with hyphens, numbers, possessive 's, single marks."""

from __future__ import annotations

import re
from typing import NamedTuple

import regex

from finfacts.patterns import lazy


class Token(NamedTuple):
    """A word, number or mark: its lower-case form and where it stands."""

    lower: str
    start: int
    end: int


# A token, or the white space before the next one, so that lengths alone tell where each stands.
_FORM = r"""
      {letter} (?:
          \.(?:{letter}\.)+                    # U.S.
        | {marked}*+ (?:
              (?<={letter}n)'t\b               # didn't
            | (?:[-&/]{letter}{alnum}*+)*+     # after-hours, S&P
          )
      )
    | {digit}++(?:[.,]{digit}++)*+(?:-{letter}++)*+  # 1,234.5  52-week
    | '(?:s|re|ve|ll|d)\b                      # Alibaba's
    | \S
    | \s++
"""
_ANY = lazy(
    _FORM.format(letter=r"\p{L}", marked=r"[\p{L}\p{M}]", alnum=r"[\p{L}\p{N}]", digit=r"\p{N}"),
    regex.VERBOSE,
)
# Most sentences are plain, and of those ``re`` takes less than half the time.
_ASCII = re.compile(
    _FORM.format(letter="[A-Za-z]", marked="[A-Za-z]", alnum="[A-Za-z0-9]", digit="[0-9]"),
    re.VERBOSE,
)
_new = tuple.__new__  # a third of the time of Token(...)


def tokens(clean: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of ``clean[start:end]``, offsets into the whole text.

    >>> [token.lower for token in tokens("Alibaba's stock fell 1.4% after-hours.")]
    ['alibaba', "'s", 'stock', 'fell', '1.4', '%', 'after-hours', '.']
    """
    piece = clean[start:end]
    found: list[Token] = []
    at = start
    for word in _ASCII.findall(piece) if piece.isascii() else _ANY.findall(piece):
        after = at + len(word)
        if not word.isspace():
            found.append(_new(Token, (word.lower(), at, after)))
        at = after
    return found
