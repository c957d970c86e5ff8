"""Tokens for matching cue words: words with hyphens, numbers, possessive 's, single marks."""

from __future__ import annotations

from typing import NamedTuple

import regex


class Token(NamedTuple):
    """A word, number or mark: its lower-case form and where it stands."""

    lower: str
    start: int
    end: int


_TOKEN = regex.compile(
    r"""
      (?:\p{L}\.){2,}                      # U.S.
    | \p{L}+n't\b                          # didn't
    | '(?:s|re|ve|ll|d)\b                  # Alibaba's
    | \p{L}[\p{L}\p{M}]*+(?:[-&/]\p{L}[\p{L}\p{N}]*+)*+   # after-hours, S&P
    | \p{N}++(?:[.,]\p{N}++)*+(?:-\p{L}++)*+              # 1,234.5  52-week
    | \S
    """,
    regex.VERBOSE,
)


def tokens(clean: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of ``clean[start:end]``, offsets into the whole text.

    >>> [token.lower for token in tokens("Alibaba's stock fell 1.4% after-hours.")]
    ['alibaba', "'s", 'stock', 'fell', '1.4', '%', 'after-hours', '.']
    """
    stop = len(clean) if end is None else end
    lower = clean.lower() if len(clean.lower()) == len(clean) else clean
    return [
        Token(lower[a:b], a, b)
        for a, b in (match.span() for match in _TOKEN.finditer(clean, start, stop))
    ]
