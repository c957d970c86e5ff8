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
from finfacts.lexicons.cues import Cue, Cues
from finfacts.values import Value

_TAG_NAME = regex.compile(r"(?<![?<\w])[A-Z][A-Z_]+(?![\w>])")
_FIRST = 0x100  # tags are letters that no pattern syntax uses
_CODES: dict[str, str] = {}
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
    found = _CODES.get(tag)
    if found is None:
        found = chr(_FIRST + len(_CODES))
        _CODES[tag] = found
        _NAMES[found] = tag
    return found


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
    while at < count:
        token = tokens[at]
        if mention is not None and token.start >= mention.start:
            items.append(_mention_item(mention, text))
            at = _after(tokens, at, mention.end)
            mention = next(pending, None)
            continue
        cue, length = _cue(tokens, at, cues, mention)
        if cue is _PLAIN_WORD and text[token.start].isupper():
            cue = _PLAIN_NAME
        last = tokens[at + length - 1]
        lower = token.lower if length == 1 else text[token.start : last.end].lower()
        items.append(Item(cue.tag, token.start, last.end, lower, cue.sense, None))
        at += length
    return Tape(items, "".join([code(item.tag) for item in items]))


def replaced(tape: Tape, spans: Iterable[tuple[int, int, Item]]) -> Tape:
    """Return the tape with each run of items [first, last) put together as one item."""
    items: list[Item] = []
    at = 0
    for first, last, item in spans:
        items.extend(tape.items[at:first])
        items.append(item)
        at = last
    items.extend(tape.items[at:])
    return Tape(items, "".join([code(item.tag) for item in items]))


def _mention_item(mention: Placed, text: str) -> Item:
    words = text[mention.start : mention.end].lower()
    return Item(mention.tag, mention.start, mention.end, words, mention.sense, mention.value)


def _after(tokens: Sequence[Token], at: int, end: int) -> int:
    while at < len(tokens) and tokens[at].start < end:
        at += 1
    return at


def _cue(
    tokens: Sequence[Token], at: int, cues: Cues, mention: Placed | None
) -> tuple[Cue, int]:
    """Return the longest cue that starts at a token and how many tokens it takes."""
    token = tokens[at]
    for entry in cues.get(token.lower, ()):
        length = len(entry.rest) + 1
        following = tokens[at + 1 : at + length]
        if tuple(word.lower for word in following) == entry.rest and not (
            mention is not None and following and following[-1].end > mention.start
        ):
            return entry.cue, length
    return _plain(token), 1


def _plain(token: Token) -> Cue:
    first = token.lower[0]
    if first.isalpha():
        return _PLAIN_WORD
    return _MARKS.get(token.lower, _PLAIN_MARK)


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
