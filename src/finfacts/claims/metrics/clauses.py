"""Whom the words before a verb name: "Foreigners have invested", "Royal Australian Mint sold"."""

from __future__ import annotations

from typing import NamedTuple

from finfacts.claims.metrics.crowds import is_crowd, is_speakers
from finfacts.claims.metrics.reading import Owner, Reading
from finfacts.claims.metrics.subjects import is_example, named_at, named_run
from finfacts.claims.tape import Item, pattern
from finfacts.values import Instrument, Named, Span


class Agent(NamedTuple):
    """Who does what a verb says; ``subject`` is None where the words name nobody we can tell."""

    subject: Owner


def agent(reading: Reading, verb: int) -> Agent | None:
    """Return whom the words right before a verb name, or None where no such words stand there.

    Args:
        reading: the sentence.
        verb: index of the verb's item.
    """
    items = reading.tape.items
    if items[verb].lower.split()[0].endswith("ing") and verb and items[verb - 1].tag == "COMMA":
        return None
    at = before_verb(reading, verb - 1)
    if at < 0:
        return None
    return _told(reading, at)


def _told(reading: Reading, at: int) -> Agent | None:
    """Return whom the item before a verb names."""
    item = reading.tape.items[at]
    if isinstance(item.value, Instrument):
        others = is_example(reading, at) or _is_of_crowd(reading, at)
        return Agent(None if others else item.value)
    if item.tag == "INVESTOR":
        return Agent(named_at(reading, at))
    if item.tag == "PRONOUN" and is_speakers(reading, at):
        return Agent(None)
    if item.tag == "PRONOUN":
        who = (
            _alone(reading, at) or _sayer(reading, at) or _main(reading, at) or _topic(reading, at)
        )
        return Agent(who)
    if item.tag == "NAME" or _ends_name(reading, at):
        return _by_name(reading, at)
    return Agent(None) if is_crowd(item) else None


def _is_of_crowd(reading: Reading, at: int) -> bool:
    """Whether people or others do it: "investors in [Uber] lost", "clients of [UBS] moved"."""
    before = reading.tape.items[max(0, at - 2) : at]
    if len(before) < _PAIR or before[1].tag not in ("IN", "OF", "AT"):
        return False
    return before[0].tag in ("ANALYSTS", "INVESTOR") or is_crowd(before[0])


_PAIR = 2


def _ends_name(reading: Reading, at: int) -> bool:
    """Whether a word of people ends a name: "SQN Investors"."""
    item = reading.tape.items[at]
    named = item.tag == "ANALYSTS" and at > 0 and reading.tape.items[at - 1].tag == "NAME"
    return named and reading.sentence.passage.clean[item.start].isupper()


def _alone(reading: Reading, at: int) -> Instrument | None:
    """Return the only company named before a pronoun: "Shell said it will repurchase"."""
    items = reading.tape.items
    before = [one.value for one in items[:at] if isinstance(one.value, Instrument)]
    named = {one.name: one for one in before if one.kind == "equity"}
    return next(iter(named.values())) if len(named) == 1 else None


def _sayer(reading: Reading, at: int) -> Instrument | None:
    """Return who says it of itself: "while Natixis said in December [it] took"."""
    match = _SAYS.search(reading.tape.tags, max(0, at - _LIST), at)
    if match is None or reading.tape.items[match.start("says")].lower not in ("said", "says"):
        return None
    value = reading.tape.items[match.start()].value
    return value if isinstance(value, Instrument) and value.kind == "equity" else None


def _main(reading: Reading, at: int) -> Instrument | None:
    """Return what the article is about, where the sentence has named nobody else before."""
    main = reading.setting.main
    others = _named_before(reading, at)
    topic = reading.setting.topic
    if main is None or (topic is not None and topic.name != main.name):
        return None
    return main if all(one.name == main.name for one in others) else None


def _named_before(reading: Reading, at: int) -> list[Instrument]:
    """Return the companies named before an item; "it agreed to buy [Sprint]" is not about those."""
    values = (item.value for item in reading.tape.items[:at])
    return [one for one in values if isinstance(one, Instrument) and one.kind in ("equity", "etf")]


def _topic(reading: Reading, at: int) -> Instrument | None:
    """Return what the sentence before named first, where this one has named nobody else."""
    setting = reading.setting
    if setting.main is not None or setting.topic_age or setting.unknown:
        return None
    topic, others = setting.topic, _named_before(reading, at)
    return topic if topic is not None and topic.kind == "equity" and not others else None


def before_verb(reading: Reading, at: int) -> int:
    """Return the index of the last item before a verb and its helpers, asides left out."""
    items = reading.tape.items
    while at >= 0:
        tag = items[at].tag
        if tag in _HELPERS:
            at -= 1
        elif items[at].lower in _WHO and at > 1 and items[at - 1].tag == "COMMA":
            if items[at].lower == "who" and items[at - 2].tag != "INSTRUMENT":
                return at
            at -= 2
        elif tag in _CLOSING:
            opening = _opening(reading, at)
            if opening is None:
                return at if tag != "COMMA" else -1
            if tag == "RPAREN" and opening == at - 2:
                return at - 1 if isinstance(items[at - 1].value, Instrument) else opening - 1
            at = opening - 1
        else:
            return at
    return -1


_WHO = frozenset(("which", "who"))


def _opening(reading: Reading, at: int) -> int | None:
    """Return where the aside that ends at item ``at`` opens, or None."""
    listed = _LISTED.search(reading.tape.tags, max(0, at - _LIST), at + 1)
    if listed is not None:
        return listed.start()  # "the segment, which includes Watch, TV, and Beats, sold"
    wanted = _CLOSING[reading.tape.items[at].tag]
    for place in range(at - 1, max(-1, at - _ASIDE), -1):
        tag = reading.tape.items[place].tag
        if tag == wanted:
            return place
        if tag in ("SEMICOLON", "STOP"):
            return None
    return None


_LISTED = pattern(
    "COMMA REL WORD [^COMMA]+ (?:COMMA [^COMMA AND]+)+ COMMA AND [^COMMA]{1,6} COMMA $"
)
_LIST = 30  # items
_CLOSING = {"COMMA": "COMMA", "RPAREN": "LPAREN"}
_ASIDE = 10  # items
_HELPERS = frozenset(
    "AUX MODAL CONDITIONAL PASSIVE_EXPECT OUTLOOK NOT ADVERB PERIOD EXPECT TO QUOTE".split()
)


def _by_name(reading: Reading, at: int) -> Agent | None:
    """Return what a run of capitalised words names; a person or a pronoun names no owner."""
    items = reading.tape.items
    low = at
    while low and (
        items[low - 1].tag in ("NAME", "TALLY")
        or (items[low - 1].lower in _JOINING and low > 1 and items[low - 2].tag == "NAME")
    ):
        low -= 1
    while low < at and items[low].lower.endswith("-based"):
        low += 1
    if items[low].lower.rstrip(".") in _TITLES:
        return Agent(None)  # "Prince Mohammed's valuation"
    if low and items[low - 1].tag in ("WITH", "BY", "FROM", "ON"):
        return Agent(None)  # "funds affiliated with Lee Partners acquired"
    if items[at].lower in _PRONOUNS or (low == at and items[at].lower in _FIRM):
        return None
    if reading.sentence.passage.field == "title":
        return Agent(None)  # where all words have capitals, no name has an end
    if any(_covers(person.span, items[at]) for person in reading.sentence.found.people):
        return Agent(None)
    return Agent(named_run(reading, low, at + 1))


def _covers(span: Span, item: Item) -> bool:
    return span.start < item.end and item.start < span.end


_JOINING = frozenset(("of", "and", "&", "-", "for"))
_PRONOUNS = frozenset(
    "it they he she we i you this that there these those both what which who all some many".split()
)
_TITLES = frozenset(
    "mr mrs ms dr sir lord prince princess king queen president premier minister chancellor senator"
    " judge governor secretary".split()
)
_FIRM = frozenset("management company firm group unit".split())


def possessor(reading: Reading, at: int) -> Agent | None:
    """Return who the words right before a noun say it belongs to: "Ansett's", or None.

    An instrument is left to others; a name that is part of the main instrument's is that.
    """
    match = _POSSESSOR.search(reading.tape.tags, max(0, at - _REACH), at)
    if match is None:
        return Agent(None) if _is_of_several(reading, at) else None
    first, last = match.span("run")
    main = reading.setting.main
    found = _by_name(reading, last - 1)
    if main is not None and isinstance(found, Agent) and isinstance(found.subject, Named):
        words = found.subject.name.casefold()
        if main.name.casefold().startswith(words) or words.startswith(main.name.casefold()):
            return Agent(main)
    return found if first < last else None


_REACH = 8  # items
_SAYS = pattern(
    "INSTRUMENT (?:LPAREN (?:NAME|INSTRUMENT) RPAREN)? (?:COMMA REL [^COMMA]{1,10} COMMA)?"
    " (?P<says>WORD) (?:IN|ON)? PERIOD? (?:REL|DET)? $"
)
_POSSESSOR = pattern("(?P<run>NAME+) POSS_MARK (?:WORD|NAME|TALLY|PERIOD|ADVERB|METRIC){0,4} $")


def _is_of_several(reading: Reading, at: int) -> bool:
    """Whether a figure belongs to several nobody names: "department stores' online sales"."""
    match = _SEVERAL.search(reading.tape.tags, max(0, at - _REACH), at)
    if match is None:
        return False
    owners, mark = reading.tape.items[match.start() : match.start() + 2]
    return owners.lower.endswith("s") and mark.lower == "'" and mark.start == owners.end


_SEVERAL = pattern("(?:WORD|COUNTED|LIST_WORD) QUOTE (?:WORD|NAME|TALLY|PERIOD|ADVERB){0,3} $")


def joined(reading: Reading, subject: Instrument) -> tuple[Instrument, ...]:
    """Return the instruments that are named together with one: "Ford and GM each sold"."""
    items = reading.tape.items
    at = next((at for at, item in enumerate(items) if item.value is subject), -1)
    if at < 1:
        return ()
    match = _JOINED.search(reading.tape.tags, 0, at + 1)
    if match is None:
        return ()
    values = [item.value for item in items[match.start() : at + 1]]
    found = tuple(value for value in values if isinstance(value, Instrument))
    return found if all(value.kind == subject.kind for value in found) else ()


_TICKER = "(?: LPAREN (?:NAME|COLON|INSTRUMENT){1,4} RPAREN )?"
_JOINED = pattern(f"INSTRUMENT {_TICKER} (?: COMMA INSTRUMENT {_TICKER} )* COMMA? AND INSTRUMENT $")
