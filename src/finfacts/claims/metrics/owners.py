"""Whose a figure of any noun is: who does it, who owns it, whom the sentence is about.

In doubt it is nobody's: what lenders face is no bank's that a sentence before named, and what a
platform "which competes with Ant" gathered is not Ant's.
"""

from __future__ import annotations

from collections.abc import Callable

from finfacts.claims.metrics.clauses import Agent, agent, before_verb, possessor
from finfacts.claims.metrics.crowds import is_crowd
from finfacts.claims.metrics.nouns import deed_at
from finfacts.claims.metrics.reading import Reading
from finfacts.claims.metrics.stating import Stated
from finfacts.claims.metrics.subjects import company, in_relative, is_example, is_in_clause
from finfacts.claims.metrics.verbs import verb_of
from finfacts.claims.tape import pattern
from finfacts.lexicons.tables import read_words
from finfacts.values import Instrument, Value


def any_subject(reading: Reading, figure: Stated) -> Instrument | None:
    """Return whose figure of any noun it is, or None where that is in doubt."""
    if figure.who >= 0:
        found: Value | None = reading.tape.items[figure.who].value
    elif figure.rule in _DONE:
        found = _doer(reading, figure.move if figure.move >= 0 else figure.name)
    else:
        found = _owner(reading, figure)
    return found if isinstance(found, Instrument) and found.kind in _ISSUERS else None


_DONE = frozenset(("metric_any_count", "metric_any_verb", "metric_any_own_stock"))


def _doer(reading: Reading, verb: int) -> Value | None:
    """Return who does what a verb says, or the only company named, where that is before it."""
    items = reading.tape.items
    if verb and items[verb - 1].tag == "DET":
        verb = max(verb - 2, 0)  # "inherited a [leading] 2 million-acre position"
    who = agent(reading, verb)
    if who is not None:
        return who.subject
    if _is_another(reading, verb):
        return None
    named = {one.name for one in reading.sentence.found.instruments if one.kind == "equity"}
    return company(reading, verb, known=False) if len(named) == 1 else None


def _is_another(reading: Reading, verb: int) -> bool:
    """Whether a plain noun does what a verb says, and no word for a company."""
    at = before_verb(reading, verb - 1)
    item = reading.tape.items[at] if at >= 0 else None
    if item is None or item.tag not in _PLAIN:
        return False
    return item.lower not in _companies() and item.lower not in _ALONE


_PLAIN = frozenset("WORD COUNTED MEASURE METRIC NOUN STOCK".split())


def _companies() -> frozenset[str]:
    return read_words("coreference.toml", "company")


_ALONE = frozenset("alone itself together now then last since network service app".split())


def _owner(reading: Reading, figure: Stated) -> Value | None:
    """Return who owns a figure, or is told of; what belongs to several or to people is nobody's."""
    inside = reading.tape.items[max(0, figure.first - 1) : figure.name]
    if any(item.lower in _OF_OTHERS for item in inside) or _is_part(reading, figure):
        return None
    if figure.rule == "metric_any_sum" and (found := in_relative(reading, figure.name)):
        return found
    ends = (figure.name, figure.value) if 0 <= figure.value < figure.name else (figure.name,)
    who = next(filter(None, (possessor(reading, at) for at in ends)), None)
    if who is not None:
        return who.subject
    owners = [item.value for item in inside if item.tag == "INSTRUMENT"]
    if owners:
        return owners[-1]
    mark = _mark(reading, figure)  # a fund's sum is not the one's who is told of
    return reading.tape.items[mark - 1].value if mark > 0 else _governor(reading, figure)


def _mark(reading: Reading, figure: Stated) -> int:
    """Return where the mark of an owner stands before a sum, or -1: "Athene['s] $100 billion"."""
    near = (at for at in (figure.first, figure.first - 1) if at > 0)
    return next((at for at in near if reading.tape.items[at].tag == "POSS_MARK"), -1)


_OF_OTHERS = frozenset(("their", "his", "her", "my", "our", "your"))


def _is_part(reading: Reading, figure: Stated) -> bool:
    """Whether a sum only describes a thing: "the purchase of a $50 million diamond"."""
    before = reading.tape.items[figure.first - 1] if figure.first else None
    described = before is not None and before.lower.split()[-1] == "of"
    return figure.rule == "metric_any_sum" and described


def _governor(reading: Reading, figure: Stated) -> Value | None:
    """Return who does what the verb right before a figure says, or whom the sentence is about."""
    owned = reading.tape.items[figure.first].tag == "POSSESSIVE"
    verb = -1 if owned else verb_of(reading, figure.first)
    if verb < 0:
        return _told_of(reading, figure)
    who = agent(reading, verb)
    if who is not None and who.subject is None and deed_at(reading, verb) == "outflows":
        return company(reading, verb, known=False)  # "Investors pulled $2 billion of assets"
    if who is not None or _is_another(reading, verb):
        return (who or Agent(None)).subject
    return _told_of(reading, figure)


def _told_of(reading: Reading, figure: Stated) -> Instrument | None:
    """Return the company of the sentence before a figure, or the one the article is about."""
    found = company(reading, figure.name)
    if found is None or any(doubt(reading, figure, found) for doubt in _DOUBTS):
        return None
    return found


def _is_crowds(reading: Reading, figure: Stated, found: Instrument) -> bool:
    """Whether others come between: "Boeing said airlines face a bill of $2 billion"."""
    items = reading.tape.items
    at = next((at for at in range(figure.first, -1, -1) if items[at].value is found), -1)
    between = items[at + 1 : figure.first]
    if at >= 0 and any(item.tag in ("PRONOUN", "POSSESSIVE") for item in between):
        return False
    return any(is_crowd(item) for item in between)


def _is_an_example(reading: Reading, figure: Stated, found: Instrument) -> bool:
    """Whether a pronoun stands for whose it is: "it teams up with [Zhihu] to win its users"."""
    items = reading.tape.items[: figure.first + 1]
    at = next((at for at, item in enumerate(items) if item.value is found), 0)
    owned = any(item.tag == "POSSESSIVE" for item in items[figure.first :])
    return owned and any(item.tag == "PRONOUN" for item in items[:at])


def _is_in_aside(reading: Reading, figure: Stated, found: Instrument) -> bool:
    """Whether it is only named aside: "an app, which rivals [Uber], has", "firms such as"."""
    for at, item in enumerate(reading.tape.items[: figure.first]):
        if isinstance(item.value, Instrument) and item.value.name == found.name:
            return is_in_clause(reading, at, figure.first) or is_example(reading, at)
    return False


def _is_elsewhere(reading: Reading, figure: Stated, found: Instrument) -> bool:
    """Whether a company of a sentence before is meant, where this one has named another."""
    if found.span.start >= reading.sentence.start:
        return False
    main = reading.setting.main
    here = (item.value for item in reading.tape.items[: figure.first])
    named = {one.name for one in here if isinstance(one, Instrument) and one.kind in _ISSUERS}
    return main is None or found.name != main.name or bool(named - {found.name})


def _is_of_a_thing(reading: Reading, figure: Stated, found: Instrument) -> bool:
    """Whether the sentence is about a thing of its: "The business is funded with $6 million"."""
    opening = reading.tape.items[: min(2, figure.first)]
    if found.span.start >= reading.sentence.start or len(opening) < _PAIR:
        return False
    thing = opening[1].tag in _PLAIN and opening[1].lower not in _companies()
    return opening[0].tag == "DET" and thing


_PAIR = 2


def _is_bought(reading: Reading, figure: Stated, found: Instrument) -> bool:
    """Whether a sum is given for it: "Sanofi will buy [Amunix] for a payment of $1 billion"."""
    match = _FOR.search(reading.tape.tags, max(0, figure.first - _NEAR), figure.first)
    return match is not None and reading.tape.items[match.start()].value is found


_ISSUERS = frozenset(("equity", "etf"))
_NEAR = 6  # items
_FOR = pattern("INSTRUMENT FOR (?:DET|TALLY|WORD|ADVERB)* $")
_DOUBTS: tuple[Callable[[Reading, Stated, Instrument], bool], ...] = (
    _is_crowds,
    _is_an_example,
    _is_in_aside,
    _is_of_a_thing,
    _is_bought,
    _is_elsewhere,
)
