"""Sentence bounds that know "Inc.", "U.S.", "Oct. 2", bullets and glued lists ("flat.Gold rose").

A line break ends a sentence, except where a wrapped line goes on in lower case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from finfacts.patterns import lazy

_ABBREVIATIONS = (
    "Inc Corp Co Cos Ltd Plc plc Bros Mr Mrs Ms Dr Prof Sen Rep Gov Gen Sgt Capt St Mt Ft vs v "
    "Jr Sr No Nos Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec approx est avg cf al Rs Cie "
    "Intl Dept Univ Assn Mfg Messrs Hon Rev Supt a.m p.m i.e e.g"
).split()
_NEVER_LAST = frozenset(
    "Mr Mrs Ms Dr Prof Sen Rep Gov Gen Sgt Capt St Mt Ft vs v No Nos Rs Messrs Hon Rev "
    "i.e e.g".split()
)
_MONTHS = frozenset("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec".split())
_KNOWN = frozenset(_ABBREVIATIONS)
_STARTERS = frozenset(
    "The A An It Its In On At That This These Those But And However Meanwhile Shares Analysts He "
    "She They We For As After Before While Although Since With Separately Also Elsewhere Among "
    "There If When Their His Her Investors Futures Stocks Earlier Other Some Both Still Yet So "
    "To By From Last Here Now Two Three Four Sales Revenue Net Wall".split()
)
_END = lazy(
    r"""
      (?P<stop>(?<![.!?\u2026])[.!?\u2026]++['")\]]*+)
        (?: (?P<gap>[ ]+) | (?=\p{Lu}\p{Ll}|\p{Lu}{2,}[ ]) )
    | (?P<glued>(?<=[0-9]%|changed)) (?=\p{Lu}\p{Ll})
    | (?P<line>(?:(?<![ ])[ ]++)?\n\s*+)
    """,
    regex.VERBOSE,
)
# Each match of _END has one; spaces may stand before a line.
_MARK = re.compile(r"[.!?\u2026\n%]|changed(?=[A-Z][a-z])")
_LAST_WORD = lazy(r"[^\s(\"'\[]*$")
_NEXT_WORD = lazy(r"['\"(\[]*(\w+)")
_INITIALS = lazy(r"(?:\p{Lu}\.)*\p{Lu}")
_STRIP = " \n\u2022\u00b7\u25cf\u25aa*"
_WRAP = 50  # a line shorter than this is no wrapped line
_LOOK_BACK = 24


def sentences(clean: str) -> list[tuple[int, int]]:
    r"""Return (start, end) of each sentence of a clean text, blank ends and bullets left out.

    >>> text = "Apple Inc. rose 3%. Gold fell.\n  \u2022 Oil was flat."
    >>> [text[start:end] for start, end in sentences(text)]
    ['Apple Inc. rose 3%.', 'Gold fell.', 'Oil was flat.']
    """
    bounds: list[tuple[int, int]] = []
    start = line_start = 0
    for match in _ends(clean):
        if match["line"] is not None:
            ends = not _is_wrapped(clean, line_start, match.start(), match.end())
            line_start = match.end()
        else:
            ends = _is_stop(clean, match)
        if ends:
            _append(bounds, clean, start, match.end())
            start = match.end()
    _append(bounds, clean, start, len(clean))
    return bounds


def _ends(clean: str) -> Iterator[regex.Match[str]]:
    """Yield what may end a sentence, in order; the marks are looked for first, as that is quick."""
    done = 0
    for mark in _MARK.finditer(clean):
        at = mark.start()
        if at < done:
            continue
        if mark[0] == "\n":
            at = done + len(clean[done:at].rstrip(" "))
        elif mark[0] == "%" or mark[0].isalpha():
            at = mark.end()
        match = _END.match(clean, at)
        if match:
            yield match
            done = match.end()


def _append(bounds: list[tuple[int, int]], clean: str, start: int, end: int) -> None:
    piece = clean[start:end]
    inner = piece.lstrip(_STRIP)
    start += len(piece) - len(inner)
    end = start + len(inner.rstrip(" \n"))
    if start < end:
        bounds.append((start, end))


def _is_wrapped(clean: str, line_start: int, end: int, following: int) -> bool:
    """Whether a line break stands inside a sentence: a long line, then one in lower case."""
    if clean.count("\n", end, following) > 1 or following >= len(clean):
        return False
    return (
        end - line_start >= _WRAP
        and clean[end - 1] not in ".!?:"
        and (clean[following].islower() or clean[end - 1] in ",-" or clean[following].isdigit())
    )


def _is_stop(clean: str, match: regex.Match[str]) -> bool:
    """Whether the stop ends a sentence: "rose 3%. Gold" does, "Apple Inc. rose" does not."""
    following = _NEXT_WORD.match(clean, match.end())
    word = following[1] if following else ""
    if word[:1].islower():
        return False
    return match["glued"] is not None or match["stop"] != "." or _is_full(clean, match, word)


def _is_full(clean: str, match: regex.Match[str], word: str) -> bool:
    """Whether a full stop is one, and no part of an abbreviation before ``word``."""
    at = match.start()
    last = _LAST_WORD.search(clean[max(0, at - _LOOK_BACK) : at])
    before = last[0] if last else ""
    if match["gap"] is None:
        return len(before) > 1 and not before.isupper() and word not in ("Com", "Net", "Org")
    if before.capitalize() in _MONTHS and word[:1].isdigit():
        return False
    if before in _NEVER_LAST:
        return False
    if before in _KNOWN or _INITIALS.fullmatch(before):
        return word in _STARTERS and not (len(before) == 1 and before != "I")
    return True
