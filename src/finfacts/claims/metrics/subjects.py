"""Whose figure: the company before it, the one the article is about, or a country."""

from __future__ import annotations

import regex

from finfacts.claims.houses import is_only_house
from finfacts.claims.metrics.reading import Reading
from finfacts.claims.metrics.stating import Stated
from finfacts.claims.tape import code, pattern
from finfacts.lexicons.instruments import load_lexicon
from finfacts.patterns import lazy
from finfacts.values import Instrument, Named


def company(reading: Reading, at: int, *, known: bool = True) -> Instrument | None:
    """Return the company whose figure stands at item ``at``, or None.

    The last one named before it in the sentence counts, then one right after ("revenue at X"),
    then what the sentence before or the article is about, unless only the sentence counts
    (``known`` false).
    """
    before = [
        item.value
        for place, item in enumerate(reading.tape.items[:at])
        if isinstance(item.value, Instrument)
        and item.value.kind == "equity"
        and not _is_aside(reading, place)
        and not is_in_clause(reading, place, at)
        and not is_example(reading, place)
        and not _speaks(reading, item.value)
        and not is_only_house(reading.setting, item.value)
    ]
    if before:
        return before[-1]
    for place, item in enumerate(reading.tape.items[at + 1 : at + 5], at + 1):
        if isinstance(item.value, Instrument) and item.value.kind == "equity":
            tag = reading.tape.items[place - 1].tag
            if tag != "WITH":
                return item.value if tag in _OF or at < _HEAD else None
    return _known(reading) if known else None


def is_example(reading: Reading, at: int) -> bool:
    """Return whether a company is only one of many: "lenders such as [Citi] face a bill"."""
    if _OF_ITS_OWN.match(reading.tape.tags, at):
        return False  # "peers such as Citi, which trades at"
    match = _EXAMPLE.search(reading.tape.tags, max(0, at - _FEW), at)
    return match is not None and reading.tape.items[match.start()].lower in _SUCH


_EXAMPLE = pattern("LIST_WORD (?:INSTRUMENT (?:COMMA|AND){1,2})* $")
_FEW = 9  # items
_SUCH = frozenset(("such as", "including"))


def in_relative(reading: Reading, at: int) -> Instrument | None:
    """Return the company of a relative clause after a noun: "a fine that [Boeing] expects to"."""
    match = _IN_RELATIVE.match(reading.tape.tags, at + 1)
    value = reading.tape.items[match.start("who")].value if match is not None else None
    return value if isinstance(value, Instrument) and value.kind == "equity" else None


_IN_RELATIVE = pattern(
    "(?:DET|REL)? (?P<who>INSTRUMENT)"
    " (?:AUX|EXPECT|PASSIVE_EXPECT|MODAL|CONDITIONAL|DEAL|OPERATE|REPORT|EARN)"
)
_OF = frozenset(("OF", "AT", "IN", "FOR", "DET", "BID"))


def _known(reading: Reading) -> Instrument | None:
    """Return the company that the sentences before are about, or None where that is in doubt."""
    setting = reading.setting
    equities = [value for value in setting.before if value.kind == "equity"]
    if len(equities) == 1 and equities[0].name not in load_lexicon().brokers:
        return equities[0]
    if setting.unknown or _OTHERS.search(reading.sentence.clean):
        return None
    main, topic = setting.main, _topic(reading)
    if topic is not None and (main is None or topic.name != main.name):
        return topic if setting.topic_age <= 1 and not setting.before else None
    if main is None or main.kind != "equity":
        return None
    return main


def _topic(reading: Reading) -> Instrument | None:
    """Return the company that a sentence before named first, banks that only speak aside."""
    topic, main = reading.setting.topic, reading.setting.main
    if topic is None or (main is not None and topic.name == main.name):
        return topic
    speaks = topic.name in load_lexicon().brokers or topic.name.startswith(_SOURCES)
    return None if speaks else topic


_SOURCES = ("FactSet", "Refinitiv", "Visible Alpha", "S&P Global", "Moody's", "Morningstar")


_HEAD = 4  # "At 48 times earnings, the stock"
_OTHERS = lazy(
    r"\b(?:retailers|census bureau|government|ministry|central bank|lawmakers|exporters"
    r"|exchanges?|industry|nationwide"
    r"|opec|organization of the petroleum exporting countries)\b",
    regex.IGNORECASE,
)
_ASIDE = frozenset({"ON", "AT", "IN", "BY", "WITH", "TO", "AGAINST", "FROM", "BEAT"})


def _is_aside(reading: Reading, at: int) -> bool:
    """Whether an instrument only stands in a phrase: "on the BSE", "data from Visible Alpha"."""
    items = reading.tape.items
    if any(item.tag == "ESTIMATE" for item in items[at + 1 : at + 3]):
        return True  # "FactSet's consensus"
    before = items[at - 1] if at else None
    if before is not None and before.lower == "as" and at + 1 < len(items):
        return items[at + 1].tag in ("COMMA", "STOP")  # "similar gains as Credit Suisse, with"
    if before is not None and before.tag == "DET" and at > 1:
        before = items[at - 2]
    if before is None or at <= 1:
        return False
    return before.tag in _ASIDE or before.lower in _LIKE or _is_that_of(reading, at)


def is_in_clause(reading: Reading, place: int, at: int) -> bool:
    """Return whether an instrument is inside a clause that has ended: "an app, which rivals X,"."""
    tags = reading.tape.tags
    opened = _CLAUSE_OPEN.search(tags, max(0, place - _CLAUSE_LONG), place)
    ended = code("COMMA") in tags[place:at] and not _OF_ITS_OWN.match(tags, place)
    return ended and opened is not None


_CLAUSE_OPEN = pattern("COMMA REL [^COMMA SEMICOLON]+ $")
_OF_ITS_OWN = pattern("INSTRUMENT COMMA REL")  # "which rivals X, and [Y], which has"
_CLAUSE_LONG = 16  # items
_LIKE = frozenset(("than", "like", "unlike", "rival", "rivals", "peer", "competitor"))


def _is_that_of(reading: Reading, at: int) -> bool:
    """Whether "double that of Apple" only compares."""
    items = reading.tape.items
    return (
        at > 1 and items[at - 1].tag == "OF" and items[at - 2].lower in ("that", "those", "times")
    )


def _speaks(reading: Reading, value: Instrument) -> bool:
    """Whether a bank only speaks of others here: "Goldman Sachs sees sales of"."""
    main = reading.setting.main
    if main is not None and value.name == main.name:
        return False
    items = reading.tape.items
    at = next((at for at, item in enumerate(items) if item.value is value), len(items))
    after = items[at + 1] if at + 1 < len(items) else None
    if after is None or not (after.tag in _SPEAKING or after.lower in _SAYING):
        return False
    return any(
        house.span.start < value.span.end and value.span.start < house.span.end
        for house in reading.sentence.found.brokerages
    )


_SPEAKING = frozenset(("EXPECT", "ANALYSTS", "ESTIMATE", "POSS_MARK"))
_SAYING = frozenset(("said", "says", "reckons", "thinks", "wrote", "economists", "believes"))


def product(reading: Reading, at: int) -> Named | None:
    """Return the product named right before a verb: "Alibaba's Qwen AI models had surpassed"."""
    match = _PRODUCT.search(reading.tape.tags[:at])
    if match is None:
        return None
    return named_at(reading, match.start("product"))


_PRODUCT = pattern(
    "(?:POSS_MARK|DET|^) (?P<product>NAME) NAME? (?:WORD|NOUN|STOCK)? (?:AUX|ADVERB)* $"
)


def owner(reading: Reading, at: int) -> Instrument | None:
    """Return the last instrument of any kind before item ``at`` of the sentence, or None."""
    values = (item.value for item in reversed(reading.tape.items[:at]))
    return next((value for value in values if isinstance(value, Instrument)), None)


def named_at(reading: Reading, at: int) -> Named:
    """Return what item ``at`` names, in the article's own words or plainer ones."""
    named = named_run(reading, at, at + 1)
    plain = _PLAINLY.get(reading.tape.items[at].lower)
    return named if plain is None else named.model_copy(update={"name": plain})


_PLAINLY = {"foreigners": "foreign investors"}


def named_run(reading: Reading, first: int, end: int) -> Named:
    """Return what the items from ``first`` up to ``end`` name, in the article's own words."""
    items = reading.tape.items[first:end]
    span = reading.sentence.passage.span(items[0].start, items[-1].end)
    return Named(name=span.text, span=span)


def opener(reading: Reading, figure: Stated) -> Instrument | None:
    """Return who opens the sentence: "Baidu trails NetEase after losing 30% of its value"."""
    items = reading.tape.items
    own = items[figure.name - 1].tag == "POSSESSIVE" and items[figure.first - 1].tag == "AFTER"
    named = (item.value for item in items if isinstance(item.value, Instrument))
    return next(named, None) if own and figure.first else None


def opener_of_two(reading: Reading, figure: Stated) -> Instrument | None:
    """Return who has a second verb: "The company counts Tencent as a backer and has $3 billion"."""
    items = reading.tape.items
    for at in range(min(figure.name, max(figure.first, 1)), max(0, figure.first - _NEAR), -1):
        if items[at].tag in ("AUX", "REPORT") and items[at - 1].tag == "AND":
            named = [i.value for i in items[: at - 1] if isinstance(i.value, Instrument)]
            return next((one for one in named if one.kind == "equity"), None)
        if items[at].tag in ("COMMA", "SEMICOLON", "CLAUSE", "INSTRUMENT"):
            return None
    return None


_NEAR = 6  # items
