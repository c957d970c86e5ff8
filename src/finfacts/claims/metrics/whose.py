"""Whose figure it is: who does it, who owns it, whom the text speaks of; in doubt, nobody's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from finfacts.claims.metrics import breadth, goods, markets
from finfacts.claims.metrics.clauses import Agent, agent, possessor
from finfacts.claims.metrics.doers import forecaster, seller, told
from finfacts.claims.metrics.economies import country, economy
from finfacts.claims.metrics.holders import held_by_owners, holder, is_held
from finfacts.claims.metrics.meaning import OFFICERS
from finfacts.claims.metrics.others import is_combined, is_of_a_company
from finfacts.claims.metrics.owners import any_subject
from finfacts.claims.metrics.parts import in_place
from finfacts.claims.metrics.penalties import punished
from finfacts.claims.metrics.reading import Last, Owner, Reading, economic_names, quantity_at
from finfacts.claims.metrics.stating import Stated
from finfacts.claims.metrics.subjects import (
    company,
    in_relative,
    named_at,
    named_run,
    opener,
    opener_of_two,
    owner,
    product,
)
from finfacts.claims.metrics.supplies import doer, supplier
from finfacts.claims.metrics.unlisted import ANY
from finfacts.claims.metrics.wholes import WHOLE, whole_subject
from finfacts.claims.tape import pattern
from finfacts.lexicons.tables import read_words
from finfacts.patterns import lazy
from finfacts.values import Instrument, Named

_DONE = frozenset(
    "metric_paid metric_operated metric_earned metric_bought metric_debut metric_fund_flow"
    " metric_owned metric_closed metric_employed metric_heads metric_bid metric_average"
    " metric_pumped metric_offered_price metric_managed metric_valued_at metric_stock_sold".split()
)  # rules whose name stands at the verb
_NAMELESS = frozenset(("metric_it", "metric_forecast", "metric_reckoned", "metric_outlook"))


def subject_of(reading: Reading, figure: Stated, name: str, last: Last) -> Owner:
    """Return whose figure it is, or None where that is in doubt."""
    by_rule = _BY_RULE.get(figure.rule)
    if by_rule is not None:
        return by_rule(reading, figure, last)
    if figure.who >= 0:
        return _said(reading, figure.who, last)
    if figure.lead >= 0:
        return last.subject
    if figure.rule in _NAMELESS:
        return last.subject if last.here or _opens(reading, figure) else None
    if reading.tape.items[figure.name].tag in ("ESTIMATE", "ANALYSTS"):
        named = company(reading, figure.name, known=False)
        return named or last.subject or company(reading, figure.name)
    keeper = holder(reading, figure) if figure.rule == "metric_owned" else None
    found = keeper or _by_name(reading, figure, name)
    stake = name in _STAKES and is_held(reading, figure, found)
    return None if stake or _is_anothers(reading, figure, found) else found


def is_nobodys(reading: Reading, figure: Stated) -> bool:
    """Return whether a figure of accounts may stand without a company, where no text names any."""
    if not reading.setting.nameless or figure.rule in _BY_RULE or _of_words(reading, figure):
        return False
    return reading.tape.items[figure.name].sense in _accounts()


@cache
def _accounts() -> frozenset[str]:
    return read_words("segments.toml", "accounts")


def _valued(reading: Reading, figure: Stated, last: Last) -> Owner:
    """Return what a deal values: "valuing [Slack] at", or the last company named before."""
    if figure.who >= 0:
        return _said(reading, figure.who, last)
    return company(reading, figure.name, known=False)


_BY_RULE: Mapping[str, Callable[[Reading, Stated, Last], Owner]] = {
    "metric_forecast_moved": forecaster,
    "metric_valuing": _valued,
    "metric_sold_at": seller,
    **dict.fromkeys(breadth.WHOLES, lambda reading, figure, _last: breadth.whole(reading, figure)),
    **dict.fromkeys(
        goods.GOODS_NAMES, lambda reading, figure, _last: goods.goods_subject(reading, figure)
    ),
    **dict.fromkeys(WHOLE, lambda reading, figure, _last: whole_subject(reading, figure)),
    **dict.fromkeys(ANY, lambda reading, figure, _last: any_subject(reading, figure)),
}


def _is_anothers(reading: Reading, figure: Stated, found: Owner) -> bool:
    """Whether others are said to have it: "as he took a $3 billion charge", "10 firms tumbled"."""
    items = reading.tape.items
    here = isinstance(found, Instrument) and found.span.start >= reading.sentence.start
    before = items[max(0, figure.first - _RIGHT_BEFORE) : figure.first]
    if figure.rule == "metric_valued" and any(item.lower in ("he", "she") for item in before):
        return True
    if is_combined(reading, figure) or (not here and is_of_a_company(reading, figure)):
        return True
    if figure.rule == "metric_premium":
        return markets.is_of_another(reading, figure)
    wiped = figure.rule == "metric_wiped" and not here
    return wiped and _SEVERAL.search(reading.sentence.lower) is not None


_RIGHT_BEFORE = 3  # items
_SEVERAL = lazy(r"\b\d+ (?:companies|firms|stocks|banks|shares)\b")


def _said(reading: Reading, who: int, last: Last) -> Owner:
    """Return whom the rule itself names: "National Australia Bank's", "they"."""
    item = reading.tape.items[who]
    if item.tag == "PRONOUN":
        return last.subject if isinstance(last.subject, Named) else None
    if isinstance(item.value, Instrument):
        return item.value
    run = _NAMES.match(reading.tape.tags, who)
    return named_run(reading, who, run.end()) if run is not None else named_at(reading, who)


_NAMES = pattern("NAME+")


def _by_name(reading: Reading, figure: Stated, name: str) -> Owner:
    """Return whose figure it is by what it is called."""
    item = reading.tape.items[figure.name]
    if (who := punished(reading, figure)) is not None:
        return who.subject
    value = quantity_at(reading, figure.value)
    if figure.rule == "metric_premium" and value is not None:
        summed = value.unit == "currency"
        return markets.above(reading, figure) or (None if summed else _owned(reading, figure))
    if item.sense == "probability":
        return markets.odds(reading, figure.name)
    economic = name in economic_names() and figure.rule not in _DONE  # "Ford exported 90 cars"
    if economic or name.endswith("_inventories") or item.tag in ("CUTS", "FILED"):
        return economy(reading, name, figure.name)
    if name.startswith(markets.FLOWING):
        return _invested(reading, figure, name)
    return _done(reading, figure) if figure.rule in _DONE else _named(reading, figure)


def _invested(reading: Reading, figure: Stated, name: str) -> Owner:
    """Return what money flows into: funds where they are spoken of, else what is named."""
    funds = markets.funds(reading, figure)
    if funds is not None or markets.spoken_of(reading) or figure.rule == "metric_fund_moved":
        return funds
    found = _named(reading, figure)
    here = found is not None and found.span.start >= reading.sentence.start
    return found if here or name.startswith("net_") else None


def _opens(reading: Reading, figure: Stated) -> bool:
    """Whether a figure without a name opens its sentence: it is about the one before."""
    words = reading.tape.items[figure.name].lower
    return figure.rule != "metric_it" or (
        figure.name <= _OPENING and (figure.move < 0 or words not in ("it", "they"))
    )


_OPENING = 1


def _done(reading: Reading, figure: Stated) -> Owner:
    """Return who did what a verb says."""
    at = figure.first if figure.rule == "metric_heads" else figure.name
    who = agent(reading, at)
    if figure.rule == "metric_pumped" and (who is None or who.subject is None):
        return doer(reading, at) or supplier(reading, at)
    shares = reading.tape.items[figure.value].tag == "SHARES"  # "he's sold 30 million shares"
    if who is None and (shares or figure.rule in ("metric_valued_at", "metric_managed")):
        return None
    if figure.rule == "metric_offered_price" and (who is None or who.subject is None):
        return company(reading, at)
    crowd = who is not None and not isinstance(who.subject, Instrument)
    if figure.rule == "metric_owned" and crowd:
        held = held_by_owners(reading, at) or markets.held(reading, figure)
        if held is not None:
            return held
    if who is None:
        loose = figure.rule == "metric_owned" or reading.tape.items[at].lower.endswith("ing")
        return company(reading, at, known=not loose)
    return told(who)


def _named(reading: Reading, figure: Stated) -> Owner:
    """Return whose figure a noun names: its owner, the place, the company told of."""
    item = reading.tape.items[figure.name]
    goods = item.sense in ("supply", "production")
    whole = markets.market(reading, figure) or markets.trade(reading, figure.name)
    whole = whole or (supplier(reading, figure.name) if goods else None)
    if whole is not None:
        return whole
    if item.sense == "supply":
        return company(reading, figure.name, known=False)
    if markets.is_of_many(reading, figure):
        return markets.many(reading, figure) if item.sense == "market_cap" else None
    if item.tag == "TRADED" or item.lower == "volume":
        return _traded(reading, figure)
    if figure.rule == "metric_counted":
        return product(reading, figure.move) or company(reading, figure.move)
    return _owned(reading, figure)


def _traded(reading: Reading, figure: Stated) -> Owner:
    """Return what changes hands so many times, or for so much."""
    where = (markets.exchanges(reading, at) for at in (figure.last, figure.name + 1))
    found = next(filter(None, where), None)
    if found is not None or reading.tape.items[figure.name].tag != "TRADED":
        return found or _owned(reading, figure)
    return told(agent(reading, figure.name) or Agent(company(reading, figure.name)))


def _owned(reading: Reading, figure: Stated) -> Owner:
    """Return who owns a figure, says it has it, or is told of."""
    item = reading.tape.items[figure.name]
    if figure.value < figure.name and (found := in_relative(reading, figure.name)):
        return found
    marked = reading.tape.items[figure.first].tag == "POSS_MARK"  # "Ford's $2 billion investment"
    who = possessor(reading, figure.value if marked else figure.name)
    who = who or _reporter(reading, figure)
    if who is not None and not isinstance(who.subject, Instrument):
        return _place(reading, figure) or who.subject
    if item.sense in _STAKES and (held := holder(reading, figure)):
        return held
    place = _place(reading, figure)
    if place is not None:
        return place
    if item.sense == "market_cap":
        raised = item.lower == "valuation"  # "raised $2 billion from SoftBank at a valuation of"
        found = company(reading, figure.name, known=False) if raised else opener(reading, figure)
        return found or owner(reading, figure.name) or company(reading, figure.name)
    found = opener_of_two(reading, figure) or company(
        reading, figure.name if item.tag != "EXPECT" else figure.first + 1
    )
    return None if _is_far(reading, figure, found) else found


_STAKES = frozenset(("stake", "ownership"))


def _is_far(reading: Reading, figure: Stated, found: Instrument | None) -> bool:
    """Whether a figure that any market has would be laid to a company of a sentence before."""
    item = reading.tape.items[figure.name]
    if found is None or reading.sentence.start <= found.span.start < reading.sentence.end:
        return False
    if _of_words(reading, figure) or _by_stranger(reading, figure):
        return True
    main = reading.setting.main
    loose = item.tag == "MEASURE" or figure.rule in ("metric_share", "metric_noun_grew")
    if loose and (main is None or found.name != main.name):
        return True
    if reading.setting.main:
        return False
    return item.lower == "turnover" or item.sense in _ANYBODYS or item.tag == "TRADED"


def _by_stranger(reading: Reading, figure: Stated) -> bool:
    """Whether someone who is named expects it, and no company: "Johnson estimated sales"."""
    items = reading.tape.items
    return any(
        items[at].tag == "EXPECT" and items[at - 1].tag == "NAME"
        for at in range(max(1, figure.name - _NEAR), figure.name)
    ) and not OFFICERS.search(reading.sentence.clean)


def _of_words(reading: Reading, figure: Stated) -> bool:
    """Whether words say of what, and nobody's: "sales of electric vehicles in China"."""
    match = _OF_WORDS.match(reading.tape.tags, figure.name + 1)
    item = reading.tape.items[figure.name]
    if item.sense == "production" and _IN_PLACE.match(reading.tape.tags, figure.name + 1):
        return True
    return match is not None and item.tag == "METRIC"


_IN_PLACE = pattern("IN DET? NAME")
_OF_WORDS = pattern("OF (?:WORD|TALLY){1,3} (?:IN|GROW|MOVE|AUX|COMMA)")
_ANYBODYS = frozenset(("loans", "traffic", "volumes", "debt", "deposits", "orders", "production"))


def _reporter(reading: Reading, figure: Stated) -> Agent | None:
    """Return who a verb before the figure says has it: "Foreigners held debt of $2 billion"."""
    items = reading.tape.items
    for at in range(figure.name - 1, max(-1, figure.name - _FAR), -1):
        tag = items[at].tag
        if tag in _REPORTING:
            return agent(reading, at)
        if (
            tag == "PASSIVE_EXPECT" and at and items[at - 1].tag == "RPAREN"
        ):  # "SeaWorld (SEAS) is expected to report"
            who = agent(reading, at)
            return who if who is not None and isinstance(who.subject, Named) else None
        if (
            tag == "AUX"
            and at == figure.first - 1
            and items[at].lower in ("has", "had", "gets", "got")
        ):
            who = agent(reading, at)
            return who if who is not None and isinstance(who.subject, Named) else None
        if tag in ("SEMICOLON", "CLAUSE", "STOP", "COMMA", "REL", "INSTRUMENT"):
            return None
    return None


_REPORTING = frozenset("REPORT OPERATE EARN HOLD HOLD_BASE OWN RUNS DEAL".split())
_NEAR = 6  # items
_FAR = 9  # items: "posted an overall 0.5% decline in operating earnings"


def _place(reading: Reading, figure: Stated) -> Named | None:
    """Return the country whose figure it is, where the sentence names no company."""
    tag = reading.tape.items[figure.name].tag
    if tag in ("DEAL", "ADJUST") or not _names_no_company(reading) or in_place(reading, figure):
        return None
    place = country(reading, figure.name, plain=True)
    return place if place is not None and _is_of(reading, place, figure) else None


def _is_of(reading: Reading, place: Named, figure: Stated) -> bool:
    """Whether a place is whose figure it is: first in the sentence, or right before the name."""
    items = reading.tape.items
    text = reading.sentence.passage.clean
    before = text[max(0, place.span.start - len("excluding ")) : place.span.start].lower()
    if before.endswith(("excluding ", "outside ", "except ", "'s ")):
        return False
    if _FIRM.match(text, place.span.end):
        return False
    near = items[max(0, figure.name - 2)].start
    if text.startswith("'s", place.span.end):
        return near <= place.span.end + 4 and place.span.start < items[figure.name].start
    opening = items[min(2, len(items) - 1)].start
    name = items[figure.name].start
    return place.span.start < name and (place.span.start <= opening or place.span.end >= near)


_FIRM = lazy(  # "The U.K. food delivery company"
    r"(?:(?:-based)? [\w-]+){0,4}?"
    r" (?:company|firm|group|giant|maker|retailer|lender|chain|operator)\b"
)


def _names_no_company(reading: Reading) -> bool:
    return not any(value.kind == "equity" for value in reading.sentence.found.instruments)
