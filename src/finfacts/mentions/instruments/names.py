"""Where names of the lexicon stand in a text: "Boeing Co.", "the S&P 500 Index", "spot gold".

A name is found by its first word; the longest form that ends at a word's end wins. Whether it
means the traded thing is for ``linking`` to say.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import lru_cache
from itertools import accumulate, islice
from typing import NamedTuple

import regex

from finfacts.lexicons.instruments import Lexicon
from finfacts.lexicons.name_index import NameIndex
from finfacts.mentions.instruments.cues import words
from finfacts.patterns import later, lazy

_WORD = re.compile(r"[^\W_]+")
_APART = re.compile(rf"({_WORD.pattern})")
_LEGAL = lazy(
    r"""
    ,?\ (?: (?:Group|Holdings?|Hldgs?|Corporation|Company|Bancorp)\b (?:,?\ )? )?
    (?: (?:Inc|Corp|Co|Cos|Ltd|Plc|plc|PLC|LLC|LLP|N\.V|S\.A|S\.p\.A|Limited|Incorporated)\b\.? )
    | \ (?:(?:Group|Holdings?)\ )?(?:NV|SA|SE|AG|A/S|AB|ASA|Oyj|SpA|KGaA|Pte|Bhd|Tbk|LP|JSC|PJSC)\b
    | \ (?:Group|Holdings?|Corporation|Company)\b
    """,
    regex.VERBOSE,
)
_OWNED = later(
    lambda: regex.compile(
        r"[ ](?:\p{L}+[ ])?(?:\L<owned>|Q[1-4]|IPO|FPO|QIP)\b", owned=sorted(words("owned"))
    )
)
_PARTNER = lazy(
    r"""
    -\p{Lu}[\p{L}&.]*(?:[ ]\p{Lu}\p{L}+)?
    [ ](?:deal|merger|case|pact|tie-?up|JV|talks|combine|swap|alliance|venture|dispute|row)s?\b
    """,
    regex.VERBOSE,
)
_LEGAL_CAPITALS = lazy(
    r",?[ ](?:(?:GROUP|HOLDINGS?|MOTORS?)[ ])?(?:INC|CORP|CO|PLC|LTD|AG|SA|NV|SE)\b\.?(?![a-z])"
)
_CAPITALS = 4  # the most words of a name in capitals
_HEADING = 160  # characters: no heading is longer
_LONGEST = 48
_SHORTEST = 3
_BEFORE = frozenset("@#_\\")
_GLUE = frozenset("-&+")


class Hit(NamedTuple):
    """A form of the lexicon at a place in a text; ``suffix`` where "Inc." and the like follow."""

    start: int
    end: int
    form: str
    suffix: bool


def find_hits(clean: str, lexicon: Lexicon) -> list[Hit]:
    """Return the names in a clean text, in order, none overlapping.

    >>> from finfacts.lexicons.instruments import load_lexicon
    >>> [hit.form for hit in find_hits("Boeing Co. and Airbus fell.", load_lexicon())]
    ['Boeing', 'Airbus']
    """
    hits = [
        Hit(start, legal.end() if legal else end, clean[start:end], suffix=legal is not None)
        for start, end in find_names(clean, lexicon.index, lexicon.forms)
        for legal in (_LEGAL.match(clean, end),)
    ]
    more = [*_without_apostrophe(clean, lexicon), *_in_capitals(clean, lexicon)]
    if not more:
        return hits
    apart = (hit for hit in hits if all(hit.end <= b.start or b.end <= hit.start for b in more))
    return sorted([*more, *apart])


def _without_apostrophe(clean: str, lexicon: Lexicon) -> Iterator[Hit]:
    """Names whose possessive lost its mark: "RILs Q1 net", "Tech Mahindras balance sheet"."""
    parts, spans = words_of(clean)
    for i in [i for i, word in enumerate(parts) if word[-1] == "s" and word[:1].isupper()]:
        end = spans[i][1]
        capitals = parts[i][:-1].isupper() and len(parts[i]) > _SHORTEST
        if clean[end : end + 1] != " " or not (capitals or _OWNED.match(clean, end)):
            continue
        for first in range(max(0, i - 2), i + 1):
            form = clean[spans[first][0] : end - 1]
            if form in lexicon.forms and form not in lexicon.levels:
                yield Hit(spans[first][0], end, form, suffix=False)
                break


def _in_capitals(clean: str, lexicon: Lexicon) -> Iterator[Hit]:
    """Names in headings of capitals: "MICROSOFT BEATS ESTIMATES", "ADOBE. The company rose"."""
    parts, spans = words_of(clean)
    done = 0
    for i in [i for i, word in enumerate(parts) if word.isupper() and len(word) > _SHORTEST]:
        start = spans[i][0]
        word = parts[i]
        plain = word in lexicon.forms and word not in lexicon.levels
        if start < done or plain or word.capitalize() not in lexicon.index.runs:
            continue
        for _, end in reversed(spans[i : i + _CAPITALS]):
            form = _recased(clean[start:end])
            if form in lexicon.forms and _ends(clean, end) and _is_heading(clean, start, end):
                legal = _LEGAL_CAPITALS.match(clean, end)
                done = legal.end() if legal else end
                yield Hit(start, done, form, suffix=legal is not None)
                break


def _recased(text: str) -> str:
    """A name in capitals as news writes it: "BANK OF AMERICA" to "Bank of America"."""
    if not text.isupper():
        return ""
    return " ".join(
        word.lower() if word in ("OF", "AND", "THE") else word.title().replace(".Com", ".com")
        for word in text.split(" ")
    )


def _is_heading(clean: str, start: int, end: int) -> bool:
    """Whether a name stands in a line of capitals, or by itself before a stop, or before "INC"."""
    left = clean.rfind("\n", 0, start) + 1
    right = clean.find("\n", end)
    line = clean[left : right if right >= 0 else len(clean)]
    if len(line) < _HEADING and line.isupper():
        return True
    if _LEGAL_CAPITALS.match(clean, end):
        return True
    return start == left and clean[end : end + 1] in (".", ":", "")


def find_names(clean: str, index: NameIndex, forms: Container[str]) -> list[tuple[int, int]]:
    """Return where any of the forms stand as whole words; the longest wins, the first of two."""
    parts, spans = words_of(clean)
    runs = index.runs
    found: list[tuple[int, int]] = []
    done = 0
    for i in [i for i, word in enumerate(parts) if word in runs]:
        start = spans[i][0]
        if start < done or (start and not _opens(clean, start)):
            continue
        end = _longest(clean, spans[i : i + index.most(parts[i])], forms, index.odd.get(parts[i]))
        if end:
            found.append((start, end))
            done = end
    return found


def name_at(clean: str, start: int, index: NameIndex, forms: Container[str]) -> int:
    """Return where the longest of the forms that stands at ``start`` ends, or 0."""
    word = word_run(clean, start)
    most = index.most(word)
    if not word or not most:
        return 0
    matches = _WORD.finditer(clean, start, start + _LONGEST)
    spans = [match.span() for match in islice(matches, most)]
    return _longest(clean, spans, forms, index.odd.get(word))


def _longest(
    clean: str, spans: list[tuple[int, int]], forms: Container[str], odd: list[str] | None
) -> int:
    """Where the longest form that begins at the first of the words ends, or 0."""
    start = spans[0][0]
    least = _odd(clean, start, odd) if odd else 0
    for _, end in reversed(spans):
        if end <= least:
            break
        if clean[start:end] in forms and _ends(clean, end):
            return end
    return least


def word_run(clean: str, start: int) -> str:
    """Return the letters and digits that stand at ``start``."""
    match = _WORD.match(clean, start)
    return match[0] if match else ""


@lru_cache(maxsize=8)
def words_of(clean: str) -> tuple[list[str], list[tuple[int, int]]]:
    """Return runs of letters and digits, and their places; kept for a text's next finder."""
    pieces = _APART.split(clean)  # a gap, a word, a gap ...
    ends = list(accumulate(map(len, pieces)))
    return pieces[1::2], list(zip(ends[::2], ends[1::2], strict=False))


def _odd(clean: str, start: int, odd: list[str]) -> int:
    """Where the longest name that ends in a mark ends, or 0."""
    for form in odd:
        end = start + len(form)
        if clean.startswith(form, start) and not clean[end : end + 1].isalnum():
            return end
    return 0


def _opens(clean: str, start: int) -> bool:
    before = clean[start - 1]
    if before in _BEFORE:
        return False
    if before == ".":
        return clean[start].isupper()
    if before == "/":
        return not clean.startswith("S&P/", start - 4)
    if before in _GLUE:
        alone = start < 2 or not clean[start - 2].isalnum()  # noqa: PLR2004 - the character before
        return alone or (before == "-" and _PARTNER.match(clean, start - 1) is not None)
    return True


def _ends(clean: str, end: int) -> bool:
    """Whether a word ends here: not in "Apple-owned", "Booking.com", "AT&T", "Won't"."""
    after = clean[end : end + 2]
    if not after:
        return True
    if after[0] == "'" and after[1:].isalpha() and after[1] != "s":
        return False
    if after[0].isalnum() or after[0] in "_+":
        return False
    if after[0] == "-" and after[1:].isupper():
        return _PARTNER.match(clean, end) is not None
    if after[0] == "." and _NEXT_SENTENCE.match(clean, end):
        return True
    return not (after[0] in "-&@." and len(after) > 1 and after[1].isalnum())


_NEXT_SENTENCE = lazy(r"\.(?:\p{Lu}\p{Ll}|A[ ])")  # no blank between: "Walmart.The", "UFJ.A rate"
