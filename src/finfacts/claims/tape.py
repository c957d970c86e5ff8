"""A sentence as a tape of typed items, one character a tag, so that rules are regular expressions.

"Shares of Boeing Co. surged 7%" becomes ``STOCK OF INSTRUMENT MOVE PERCENT``; a rule reads
``pattern("INSTRUMENT AUX* MOVE (?P<percent>PERCENT)")`` and matches in C.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

import regex

from finfacts.compiled import compiled
from finfacts.language.tokens import Token
from finfacts.lexicons.cues import Cue, Cues, Entry
from finfacts.patterns import later, lazy
from finfacts.values import Value

_TAG_NAME = lazy(r"(?<![?<\w])[A-Z][A-Z_]+(?![\w>])")
_FIRST = 0x100  # tags are letters that no pattern syntax uses


class _Codes(dict[str, str]):
    """Tag to letter; a tag seen for the first time gets the next letter."""

    def __missing__(self, tag: str) -> str:
        found = chr(_FIRST + len(self))
        self[tag] = found
        _NAMES[found] = tag
        return found


_CODES = _Codes()
_NAMES: dict[str, str] = {}
WORD = "WORD"
NAME = "NAME"


class Item(NamedTuple):
    """One thing on the tape: its tag, its words, and the mention it stands for, if any."""

    tag: str
    start: int
    end: int
    lower: str
    sense: str
    value: Value | None


class Placed(NamedTuple):
    """A mention to be laid on the tape under a tag."""

    tag: str
    start: int
    end: int
    value: Value | None
    sense: str = ""


class Tape(NamedTuple):
    """The items of a sentence and their tags as one string of the same length."""

    items: list[Item]
    tags: str


def code(tag: str) -> str:
    """Return the one character that stands for a tag."""
    return _CODES[tag]


@cache
def pattern(text: str) -> regex.Pattern[str]:
    """Return a rule over tag names: ``"SUBJECT ADVERB* MOVE (BY? (?P<percent>PERCENT))?"``.

    White space and ``# comments`` are left out; names in capitals stand for tags.
    """
    return later(lambda: _compiled(text))


def _compiled(text: str) -> regex.Pattern[str]:
    plain = regex.sub(r"#.*", "", text)
    coded = _TAG_NAME.sub(lambda match: code(match[0]), plain)
    return compiled(_CHOICE.sub(_one_of, coded), regex.VERBOSE | regex.VERSION0)


_CHOICE = lazy(r"\(\?:\s*([\u0100-\uffff](?:\s*\|\s*[\u0100-\uffff])+)\s*\)")


def _one_of(match: regex.Match[str]) -> str:
    """Write a choice of tags as a set, which compiles and matches faster: "(?:A|B)" to "[AB]"."""
    return "[" + "".join(match[1].replace("|", " ").split()) + "]"


def names(tags: str) -> str:
    """Return a tape's tags as words, for people: "INSTRUMENT MOVE PERCENT"."""
    return " ".join(_NAMES.get(tag, tag) for tag in tags)


IDLE = frozenset({"DET", "QUOTE", "ADVERB", "POSSESSIVE"})
"""Tags of words that carry nothing where only names, labels and figures count."""


def without_overlap(marks: Iterable[Placed]) -> list[Placed]:
    """Sort marks by start, the longest first; where two overlap, the first stays."""
    kept: list[Placed] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return kept


def lay(tokens: Sequence[Token], placed: Sequence[Placed], cues: Cues, text: str) -> Tape:
    """Lay tokens and mentions of a sentence on a tape; a mention covers its tokens.

    Args:
        tokens: the sentence's tokens, in order.
        placed: its mentions, sorted and not overlapping.
        cues: cue words by first word.
        text: the passage, to tell names (capitalised) from words.
    """
    items: list[Item] = []
    starts = _starts(cues)
    at, count = 0, len(tokens)
    pending = iter(placed)
    mention = next(pending, None)
    limit = mention.start if mention is not None else _FAR
    while at < count:
        lower, start, end = tokens[at]
        if mention is not None and start >= limit:
            items.append(_mention_item(mention, text))
            at = _after(tokens, at, mention.end)
            mention = next(pending, None)
            limit = mention.start if mention is not None else _FAR
            continue
        at += 1
        begun = starts.get(lower)
        cue = None
        if begun is not None:
            cue, longer = begun
            if longer and at < count and (entries := longer.get(tokens[at][0])):
                found = _longest(tokens, at, entries, limit)
                if found is not None:
                    cue = found.cue
                    at += len(found.rest)
                    end = tokens[at - 1].end
                    lower = text[start:end].lower()
        tag, sense = cue or _plain(lower, text[start])
        items.append(_new(Item, (tag, start, end, lower, sense, None)))
    return tape_of(items)


def telling_words(cues: Cues, tags: Container[str]) -> frozenset[str]:
    """Return a word of each cue with one of the tags, without which the cue is not there.

    The longest will do, the last of two: not "the" of "in the red".
    """
    return frozenset(
        max(reversed((first, *entry.rest)), key=len)
        for first, entries in cues.items()
        for entry in entries
        if entry.cue.tag in tags
    )


class _Start(NamedTuple):
    """What a first word may begin: a cue of its own, and longer ones by their second word."""

    cue: Cue | None
    longer: dict[str, list[Entry]]


_STARTS: dict[int, tuple[Cues, dict[str, _Start]]] = {}  # by identity: cue files are read once


def _starts(cues: Cues) -> dict[str, _Start]:
    known = _STARTS.get(id(cues))
    if known is None:
        known = cues, {first: _start(entries) for first, entries in cues.items()}
        _STARTS[id(cues)] = known
    return known[1]


def _start(entries: Sequence[Entry]) -> _Start:
    longer: dict[str, list[Entry]] = {}
    for entry in entries:
        if not entry.rest:
            return _Start(entry.cue, longer)
        longer.setdefault(entry.rest[0], []).append(entry)
    return _Start(None, longer)


def tape_of(items: list[Item]) -> Tape:
    """Return the tape of some items."""
    codes = _CODES
    return Tape(items, "".join([codes[item[0]] for item in items]))


def replaced(tape: Tape, spans: Iterable[tuple[int, int, Item]]) -> Tape:
    """Return the tape with each run of items [first, last) put together as one item."""
    items: list[Item] = []
    tags = ""
    at = 0
    for first, last, item in spans:
        items += tape.items[at:first]
        items.append(item)
        tags += tape.tags[at:first] + _CODES[item.tag]
        at = last
    return Tape(items + tape.items[at:], tags + tape.tags[at:])


def _mention_item(mention: Placed, text: str) -> Item:
    words = text[mention.start : mention.end].lower()
    return Item(mention.tag, mention.start, mention.end, words, mention.sense, mention.value)


def _after(tokens: Sequence[Token], at: int, end: int) -> int:
    while at < len(tokens) and tokens[at].start < end:
        at += 1
    return at


def _longest(
    tokens: Sequence[Token], at: int, entries: Sequence[Entry], limit: int
) -> Entry | None:
    """Return the longest cue whose rest stands at a token and ends before ``limit``."""
    for entry in entries:
        rest = entry.rest
        following = tokens[at : at + len(rest)]
        if (
            len(following) == len(rest)
            and following[-1].end <= limit
            and all(word.lower == other for word, other in zip(following, rest, strict=True))
        ):
            return entry
    return None


def _plain(lower: str, first: str) -> Cue:
    if lower[0].isalpha():
        return _PLAIN_NAME if first.isupper() else _PLAIN_WORD
    return _MARKS.get(lower, _PLAIN_MARK)


_new = tuple.__new__  # a third of the time of Item(...)
_FAR = 1 << 60
_PLAIN_WORD = Cue(WORD, "")
_PLAIN_NAME = Cue(NAME, "")
_PLAIN_MARK = Cue("MARK", "")
_MARKS: Mapping[str, Cue] = {
    ",": Cue("COMMA", ""),
    ";": Cue("SEMICOLON", ""),
    ":": Cue("COLON", ""),
    "(": Cue("LPAREN", ""),
    ")": Cue("RPAREN", ""),
    "[": Cue("LPAREN", ""),
    "]": Cue("RPAREN", ""),
    "<": Cue("LANGLE", ""),
    ">": Cue("RANGLE", ""),
    "-": Cue("DASH", ""),
    "\u2014": Cue("DASH", ""),
    '"': Cue("QUOTE", ""),
    "'": Cue("QUOTE", ""),
    ".": Cue("STOP", ""),
    "!": Cue("STOP", ""),
    "?": Cue("QUESTION", ""),
    "\u2022": Cue("STOP", ""),
    "+": Cue("PLUS", "up"),
    "%": Cue("MARK", "%"),
}
