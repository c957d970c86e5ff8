"""Industries that move as one: "Gold miners soared", "utilities, real estate and banks fell".

A sector stands where its words, or a list of such, are the subject of a verb of movement, or
what "led by" names; one with its own head noun ("bank stocks") is a group.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from finfacts.lexicons.tables import read_rows
from finfacts.mentions.instruments.cues import only_moves, opens_sentence, words
from finfacts.mentions.instruments.names import words_of
from finfacts.patterns import lazy

_LONGEST = 4  # words of a sector's name
_LOOK = 40
_RIC = lazy(r"(?:[ ]<[.\w]{1,12}>)?+")
_GROUP = lazy(r"[ ](?:group|sector|sub-?index|subgroup)\b")
_GLUE = lazy(r"(?:[ ]<[.\w]{1,12}>)?+(?:,[ ]and[ ]|,[ ]|[ ]and[ ]|[ ]&[ ])")
_OPENS = lazy(
    r"""
    (?: \bThe|\b(?:the|as|while|and|but|when|with|although|though|after|before|that|where
          |sent|sending|whereas|as[ ]well[ ]as|such[ ]as) | ,
      | \b(?P<led>(?:led|paced|dragged[ ]down)[ ]by
          |(?:along|together)[ ]with|alongside|as[ ](?:did|were)) )
    [ ] (?:(?:U\.S\.|European|Asian|Chinese|Japanese|Indian|British|Australian|Canadian|big|most
        |some|many|the|other|regional|global|local|domestic)[ ]){0,2}+ $
    """,
    regex.VERBOSE | regex.REVERSE,
)
_AGENTS = frozenset(
    "makers producers suppliers manufacturers operators developers builders explorers exporters "
    "miners lenders refiners retailers".split()
)
_MADE = (
    lazy(r"(?P<first>\p{L}[\p{Ll}-]+)[ ]\p{Ll}[\p{Ll}-]+[ ]", regex.REVERSE),
    lazy(r"(?P<first>\p{L}[\p{Ll}-]+)[ ]", regex.REVERSE),
)


@cache
def _forms() -> dict[str, frozenset[str]]:
    """Names of sectors by their last word, in small letters."""
    forms: dict[str, set[str]] = {}
    for row in read_rows("sectors"):
        for form in (row["name"], *row["aliases"].split(";")):
            if form:
                forms.setdefault(form.lower().rpartition(" ")[2], set()).add(form.lower())
    return {last: frozenset(found) for last, found in forms.items()}


def find_sectors(clean: str) -> list[tuple[int, int]]:
    """Return where sectors stand that move or lead, in order.

    >>> text = "Gold miners and utilities fell."
    >>> [text[start:end] for start, end in find_sectors(text)]
    ['Gold miners', 'utilities']
    """
    run: list[tuple[int, int]] = []
    found: list[tuple[int, int]] = []
    for place in _candidates(clean):
        if run and place[0] < run[-1][1]:
            run.pop()  # "consumer" of "consumer staples"
        if run and not _GLUE.fullmatch(clean, run[-1][1], place[0]):
            found += _told(clean, run)
            run = []
        run.append(place)
    return found + _told(clean, run)


def _candidates(clean: str) -> Iterator[tuple[int, int]]:
    """Yield where words stand that can name a sector, the longest at each place."""
    parts, spans = words_of(clean)
    lasts, forms = _lasts(), _forms()
    for i in [i for i, word in enumerate(parts) if word in lasts]:
        word = parts[i].lower()
        place = _known(clean, spans[max(0, i - _LONGEST + 1) : i + 1], forms.get(word, frozenset()))
        if place is None and word in _AGENTS:
            place = _made(clean, *spans[i])
        if place is not None and _is_cased(clean, place[0]):
            named = _GROUP.match(clean, place[1])
            yield (place[0], named.end()) if named else place


@cache
def _lasts() -> frozenset[str]:
    """Last words of sectors, in small letters and with a capital."""
    lasts = {*_forms(), *_AGENTS}
    return frozenset(lasts | {word.capitalize() for word in lasts})


def _known(
    clean: str, spans: list[tuple[int, int]], forms: frozenset[str]
) -> tuple[int, int] | None:
    end = spans[-1][1]
    starts = (start for start, _ in spans if clean[start:end].lower() in forms)
    return next(((start, end) for start in starts), None)


def _made(clean: str, start: int, end: int) -> tuple[int, int] | None:
    """Makers of something, by the words before: "optical component suppliers"."""
    for made in _MADE:
        match = made.match(clean, max(0, start - _LOOK), start)
        if match and match["first"].lower() not in words("openers") and _opens(clean, match):
            return match.start(), end
    return None


def _opens(clean: str, match: regex.Match[str]) -> bool:
    at = match.start()
    before = _OPENS.search(clean, max(0, at - _LOOK), at)
    return before is not None or opens_sentence(clean, at)


def _is_cased(clean: str, start: int) -> bool:
    """Whether it is in small letters, or a capital only opens the sentence."""
    return clean[start].islower() or opens_sentence(clean, start)


def _told(clean: str, run: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The sectors of a list, where it is a verb's subject or what "led by" names."""
    if not run or not any(_is_sure(clean, *place) for place in run):
        return []
    start, end = run[0][0], run[-1][1]
    code = _RIC.match(clean, end)
    after = code.end() if code else end
    before = _OPENS.search(clean, max(0, start - _LOOK), start)
    if before and before["led"]:
        return run
    if before or opens_sentence(clean, start):
        return run if only_moves(clean, after) or _RANKED.match(clean, after) else []
    modified = _MODIFIED.search(clean, max(0, start - _LOOK), start)
    return run if modified and only_moves(clean, after) else []


_RANKED = lazy(
    r"""
      [ ](?:also[ ])?(?:were|was|are|is)[ ](?:also[ ])?(?:among[ ])?(?:the[ ])?
        (?:biggest|largest|top|best|worst|main|heaviest)[- ](?:percentage[ ])?
        (?:decliners?|gainers?|losers?|winners?|risers?|fallers?|advancers?|drags?|performers?
          |performing[ ](?:sectors?|stocks?|groups?))\b
    | [ ](?:(?:have|has)[ ])?led[ ](?:an?[ ]|the[ ])?(?:[\d.]+(?:%|[ ]percent)[ ])?
        (?:declines?|gains?|losses|slide|advances?|rally|sell-?off|drop|retreat|rout|rebound)\b
    | [ ](?:generally|broadly|mostly|largely)[ ](?:traded|closed|ended|finished)[ ]
        (?:higher|lower|up|down)\b
    """,
    regex.VERBOSE,
)
_MODIFIED = lazy(  # "Major retailers", at the head of a sentence
    r"(?:^|\n|[.!?][\"']?[ ])(?:Major|Big|Large|Smaller|Small|Asian|European|Chinese|Japanese"
    r"|Indian|Other|Most|Some|Many|Regional|Global|Local|Domestic|U\.S\.)[ ]$",
    regex.REVERSE,
)


def _is_sure(clean: str, start: int, end: int) -> bool:
    """Whether words name a sector by themselves: "banks", "Technology rose 2%", not "growth"."""
    words = clean[start:end]
    if words[:1].islower() and clean[max(0, start - 4) : start].lower() == "the ":
        return _GROUP.search(words) is not None  # "the materials group", not "the banks"
    if " " in words or (words.endswith("s") and not words.endswith("ss")):
        return True
    if words.lower() in _RANKS and _RANKED.match(clean, end):
        return True
    return words.lower() in _MASS and _BY_PERCENT.match(clean, end) is not None


_MASS = frozenset({"technology", "tech", "healthcare", "biotech", "telecom"})
_RANKS = _MASS | {"energy", "materials"}
_BY_PERCENT = lazy(r"[ ](?:also[ ])?\p{Ll}+[ ](?:by[ ])?\d[\d.]*(?:%|[ ]per)")
