"""What sounds like a move of a price and is none: results, sums, counts, a company's career."""

from __future__ import annotations

from finfacts.claims.prices.arguments import Arguments
from finfacts.claims.prices.move import Move
from finfacts.claims.prices.nouns import OF_FIGURES
from finfacts.claims.prices.reading import Reading
from finfacts.claims.tape import pattern
from finfacts.patterns import lazy
from finfacts.values import Instrument, Quantity


def is_no_price(
    reading: Reading,
    move: Move,
    subject: Instrument,
    found: Arguments,
    percent: Quantity | None,
) -> bool:
    """Whether the figures or the words speak of results, sums, counts or parts instead."""
    return (
        (found.amount is not None and _is_sum(found.amount, subject))
        or (found.to is not None and subject.kind == "equity" and _is_sum(found.to, subject))
        or any(q is not None and _is_count(q, subject) for q in (found.amount, found.to))
        or (percent is None and _is_result(reading, move, subject))
        or (found.amount is not None and _is_loss_a_share(reading, move, found.amount))
        or _is_outlook(reading, move, subject)
        or _is_increase(reading, move, subject)
        or (not found.has_number and _is_career(reading, move, subject, found))
        or (percent is not None and _is_part_given_back(reading, move, percent))
    )


def _is_result(reading: Reading, move: Move, subject: Instrument) -> bool:
    """Whether "a loss of 72 cents" is a company's result and no move of its stock."""
    items = reading.tape.items[move.predicate.first : move.predicate.last]
    words = {item.lower for item in items}
    owner = next(
        (i for i in reading.tape.items[max(0, move.whose.first) :] if i.tag == "SUBJECT"), None
    )
    stock = owner is not None and owner.sense == "stock"
    if subject.kind != "equity" or stock or _is_of_its_price(reading, move):
        return False
    if move.predicate.kind == "turn":
        return "loss" in words or ("losses" in words and bool(_REPORTS.match(items[0].lower)))
    return move.predicate.kind == "noun" and bool(words & _RESULTS)


def _is_of_its_price(reading: Reading, move: Move) -> bool:
    """Whether a noun and "in" tell it of a stock: "gains in Alibaba", not "losses at Intel"."""
    if move.predicate.kind != "noun" or move.whose.first <= move.predicate.last:
        return False
    noun, led = reading.tape.items[move.predicate.last - 1 : move.predicate.last + 1]
    return led.lower == "in" and noun.lower in _OF_PRICES


_OF_PRICES = frozenset("gains rally selloff sell-off rout rebound surge plunge".split())


def _is_loss_a_share(reading: Reading, move: Move, amount: Quantity) -> bool:
    """Whether a company "is expected to lose 10 cents a share", which its stock does not."""
    verb = reading.tape.items[move.predicate.first].lower
    return amount.per == "share" and verb.startswith("los")


def _is_increase(reading: Reading, move: Move, subject: Instrument) -> bool:
    """Whether "a 7% increase" is told of a company, and so of its sales as much as its stock."""
    items = reading.tape.items
    words = {item.lower for item in items[move.predicate.first : move.predicate.last]}
    if subject.kind != "equity" or move.predicate.kind != "noun" or not words & OF_FIGURES:
        return False
    owners = items[max(0, move.whose.first) : max(0, move.whose.last)]
    return not any(item.sense == "stock" for item in owners)


_REPORTS = lazy("report|post|see|saw|disclos|record|book|log|suffer")


def _is_outlook(reading: Reading, move: Move, subject: Instrument) -> bool:
    """Whether a company tells a figure of its own: "Apple projecting the sharpest drop at -21%"."""
    if subject.kind != "equity":
        return False
    if _is_of_results(reading, move):
        return True
    if move.predicate.kind not in ("noun", "turn") or move.whose.last < 0:
        return False
    turns = move.predicate.kind == "turn"
    told = reading.tape.items[move.whose.first : move.predicate.first + turns]
    if any(item.sense == "stock" for item in told if item.tag == "SUBJECT"):
        return False
    return any(item.lower in _TELLING for item in told)


def _is_of_results(reading: Reading, move: Move) -> bool:
    """Whether what fell is named after it: "posted a 21% drop in profit", "a gain in users"."""
    items = reading.tape.items[move.predicate.last : move.predicate.last + _NAMED_IN]
    if not items or items[0].tag not in ("IN", "OF"):
        return False
    if _is_reported(reading, move):
        return True
    for item in items[1:]:
        if item.lower in _RESULT_NOUNS:
            return True
        if item.tag in ("COMMA", "STOP", "SUBJECT", "PERIOD", "SESSION", "OF", "AFTER"):
            return False
    return False


def _is_reported(reading: Reading, move: Move) -> bool:
    """Whether a company reports a fall in something: "reported a 21% slide in trading"."""
    first = move.predicate.first
    verb = reading.tape.items[first if move.predicate.kind == "turn" else first - 1].lower
    return bool(_REPORTS.match(verb) and _IN_WHAT.match(reading.tape.tags, move.predicate.last))


_IN_WHAT = pattern("(?:IN|OF) (?:DET|POSSESSIVE|ADVERB)* WORD")
_NAMED_IN = 6  # items
_RESULT_NOUNS = frozenset(
    "profit profits revenue revenues sales income earnings users subscribers accounts deliveries "
    "orders shipments bookings demand production output traffic margins costs expenses customers "
    "backlog volumes registrations".split()
)
_TELLING = frozenset(
    "projecting projected forecasting forecast reporting reported reports disclosed announced "
    "guided consensus".split()
)
_RESULTS = frozenset({"loss", "losses", "gain", "gains", "appreciation"})


def _is_part_given_back(reading: Reading, move: Move, percent: Quantity) -> bool:
    """Whether "gave back about half" speaks of a part of what was gained."""
    verb = reading.tape.items[move.predicate.last - 1].lower
    return verb.startswith(("gave", "giv")) and not _PERCENT_WORD.search(percent.span.text)


_PERCENT_WORD = lazy(r"%|per ?cent|pct|point")


def _is_career(reading: Reading, move: Move, subject: Instrument, found: Arguments) -> bool:
    """Whether "the rise of Amazon" or "stay in the red" is about a company, not its stock."""
    owner = reading.tape.items[move.whose.first] if move.whose.first >= 0 else None
    stock = (owner is not None and owner.sense == "stock") or _is_of_its_price(reading, move)
    if stock or subject.kind not in _COMPANIES:
        return False
    if move.predicate.rule == "move_spell":
        return owner is None or move.predicate.kind == "noun" or _is_long(reading, move)
    if move.predicate.rule in ("move_passive", "move_pole"):
        return True
    if owner is None or _STOCK.search(owner.lower):
        return False
    verb = reading.tape.items[move.predicate.last - 1].lower
    if move.predicate.kind == "noun" or verb in _STATES:
        return True
    return bool(_LOOSE.match(verb)) and found.session is None and not _is_of_a_day(found)


_STATES = frozenset({"in the red", "in the black", "on a tear", "on a roll"})
_COMPANIES = frozenset({"equity"})
_LOOSE = lazy(  # what companies do as well: "is struggling to bounce back"
    "stumbl|recover|bounc(?:e|ed|ing) back|rebound|stall|collaps|stabili[sz]|contract|shr[iau]nk"
    "|tak|took|sour|languish|consolidat|stagnat|pick(?:s|ed|ing)? up|tread|trod|explod|mushroom"
    "|balloon|cool"
)


def _is_of_a_day(found: Arguments) -> bool:
    return found.period is not None and found.period.granularity == "day"


def _is_long(reading: Reading, move: Move) -> bool:
    """Whether a best or worst time is one that companies report on: "its best quarter"."""
    unit = reading.tape.items[move.predicate.last - 1].lower
    return unit not in ("day", "session", "week")


_STOCK = lazy(r"stock|share|counter|scrip")


def _is_sum(amount: Quantity, subject: Instrument) -> bool:
    """Whether an amount is a value lost or won and no price: "lost $1.3 trillion in value"."""
    number = amount.value if amount.value is not None else amount.high
    return amount.unit == "currency" and subject.kind != "crypto" and (number or 0) >= _MILLION


def _is_count(amount: Quantity, subject: Instrument) -> bool:
    """Whether an amount counts things and no money: "the ticker lost 1,900 watchers"."""
    return amount.unit in ("count", "share") and subject.kind in ("equity", "etf", "group")


_MILLION = 1_000_000
