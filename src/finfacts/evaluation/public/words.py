"""Words of a tokenised corpus to plain text: "$ 45 million -LRB- up 3 % -RRB-" loses its spaces.

The text is what an extractor is given; where each word stands in it is kept, so that spans
counted in words can be told in characters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_WRITTEN = {
    "-LRB-": "(",
    "-RRB-": ")",
    "-LSB-": "[",
    "-RSB-": "]",
    "-LCB-": "{",
    "-RCB-": "}",
    "``": '"',
    "''": '"',
    "`": "'",
}
_OPENING = frozenset({"$", "£", "€", "¥", "#", "(", "[", "{"})
_CLOSING = re.compile(r"""[,.;:?!%)\]}]$|'(?:s|re|ll|ve|m|d)?$|n't$|\.\.\.$""")
_DECIMALS = re.compile(r"\.\d+$")
_UNIT_WORDS = frozenset({"year", "month", "week", "day", "session", "point"})


class Joined(NamedTuple):
    """Plain text, and the start and end of each word in it."""

    text: str
    words: tuple[tuple[int, int], ...]

    def span(self, first: int, stop: int) -> tuple[int, int]:
        """Return the characters of words ``first`` to ``stop`` (exclusive)."""
        return self.words[first][0], self.words[stop - 1][1]


def join(words: Sequence[str]) -> Joined:
    """Return the plain text of tokenised words.

    Args:
        words: tokens as treebanks write them.

    >>> join("about $ 45 million , up 3 % -LRB- Reuters -RRB- .".split()).text
    'about $45 million, up 3% (Reuters).'
    """
    text = ""
    bounds: list[tuple[int, int]] = []
    in_quotes = False
    for index, word in enumerate(words):
        written = _WRITTEN.get(word, word)
        if text and not _tight(words, index, text, in_quotes=in_quotes):
            text += " "
        bounds.append((len(text), len(text) + len(written)))
        text += written
        in_quotes = word == "``" or (in_quotes and word != "''")
    return Joined(text, tuple(bounds))


def _tight(words: Sequence[str], index: int, text: str, *, in_quotes: bool) -> bool:
    """Tell whether a word stands without a space before it."""
    word, before = words[index], words[index - 1]
    if before == "``" or word == "''":
        return True
    if text[-1] in _OPENING or (text[-1] == "'" and before == "`"):
        return True
    if _DECIMALS.match(word):
        return text[-1].isdigit()
    if "/" in (word, before):
        return True
    if "-" in (word, before):
        return _hyphenated(words, index if word == "-" else index - 1)
    return bool(_CLOSING.match(_WRITTEN.get(word, word))) and not (word == '"' and in_quotes)


def _hyphenated(words: Sequence[str], hyphen: int) -> bool:
    """Tell whether a lone hyphen joins its neighbours: "5-1/2 - year", "50 - 55"."""
    if not 0 < hyphen < len(words) - 1:
        return False
    before, after = words[hyphen - 1], words[hyphen + 1]
    return before[-1].isdigit() and (after[0].isdigit() or after in _UNIT_WORDS)
