"""A sentence as a tape of typed items, one character a tag, so that rules are regular expressions.

"Shares of Boeing Co. surged 7%" becomes ``STOCK OF INSTRUMENT MOVE PERCENT``; a rule reads
``pattern("INSTRUMENT AUX* MOVE (?P<percent>PERCENT)")`` and matches in C.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

import regex

from finfacts.language.tokens import Token
from finfacts.lexicons.cues import Cue, Cues, Entry
from finfacts.values import Value

_TAG_NAME = regex.compile(r"(?<![?<\w])[A-Z][A-Z_]+(?![\w>])")
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
    """Compile a rule over tag names: ``"SUBJECT ADVERB* MOVE (BY? (?P<percent>PERCENT))?"``.

    White space and ``# comments`` are left out; names in capitals stand for tags.
    """
    plain = regex.sub(r"#.*", "", text)
    return regex.compile(
        _TAG_NAME.sub(lambda match: code(match[0]), plain), regex.VERBOSE | regex.VERSION0
    )


def names(tags: str) -> str:
    """Return a tape's tags as words, for people: "INSTRUMENT MOVE PERCENT"."""
    return " ".join(_NAMES.get(tag, tag) for tag in tags)


def lay(
    tokens: Sequence[Token], placed: Sequence[Placed], cues: Cues, text: str
) -> Tape:
    """Lay tokens and mentions of a sentence on a tape; a mention covers its tokens.

    Args:
        tokens: the sentence's tokens, in order.
        placed: its mentions, sorted and not overlapping.
        cues: cue words by first word.
        text: the passage, to tell names (capitalised) from words.
    """
    items: list[Item] = []
    at, count = 0, len(tokens)
    pending = iter(placed)
    mention = next(pending, None)
    limit = mention.start if mention is not None else _FAR
    while at < count:
        token = tokens[at]
        lower, start, end = token
        if mention is not None and start >= limit:
            items.append(_mention_item(mention, text))
            at = _after(tokens, at, mention.end)
            mention = next(pending, None)
            limit = mention.start if mention is not None else _FAR
            continue
        entries = cues.get(lower)
        if entries is None:
            tag, sense = _plain(token, text)
            items.append(Item(tag, start, end, lower, sense, None))
            at += 1
            continue
        (tag, sense), length = _cue(tokens, at, entries, limit, text)
        if length > 1:
            end = tokens[at + length - 1].end
            lower = text[start:end].lower()
        items.append(Item(tag, start, end, lower, sense, None))
        at += length
    return _tape(items)


def _tape(items: list[Item]) -> Tape:
    codes = _CODES
    return Tape(items, "".join([codes[item[0]] for item in items]))


def replaced(tape: Tape, spans: Iterable[tuple[int, int, Item]]) -> Tape:
    """Return the tape with each run of items [first, last) put together as one item."""
    items: list[Item] = []
    at = 0
    for first, last, item in spans:
        items.extend(tape.items[at:first])
        items.append(item)
        at = last
    items.extend(tape.items[at:])
    return _tape(items)


def _mention_item(mention: Placed, text: str) -> Item:
    words = text[mention.start : mention.end].lower()
    return Item(mention.tag, mention.start, mention.end, words, mention.sense, mention.value)


def _after(tokens: Sequence[Token], at: int, end: int) -> int:
    while at < len(tokens) and tokens[at].start < end:
        at += 1
    return at


def _cue(
    tokens: Sequence[Token], at: int, entries: Sequence[Entry], limit: int, text: str
) -> tuple[Cue, int]:
    """Return the longest cue that starts at a token and ends before ``limit``, and its length."""
    for rest, cue in entries:
        if not rest:
            return cue, 1
        length = len(rest) + 1
        following = tokens[at + 1 : at + length]
        if (
            len(following) == len(rest)
            and following[-1].end <= limit
            and all(word.lower == other for word, other in zip(following, rest, strict=True))
        ):
            return cue, length
    return _plain(tokens[at], text), 1


def _plain(token: Token, text: str) -> Cue:
    lower, start, _ = token
    if lower[0].isalpha():
        return _PLAIN_NAME if text[start].isupper() else _PLAIN_WORD
    return _MARKS.get(lower, _PLAIN_MARK)


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
