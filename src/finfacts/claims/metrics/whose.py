"""Whose figure it is: who does it, who owns it, whom the text speaks of; in doubt, nobody's."""

from __future__ import annotations

import regex

from finfacts.claims.metrics.banks import central_bank
from finfacts.claims.metrics.clauses import Agent, agent, possessor
from finfacts.claims.metrics.economies import country, economy
from finfacts.claims.metrics.meaning import OFFICERS
from finfacts.claims.metrics.reading import Last, Reading, economic_names
from finfacts.claims.metrics.stating import Stated
from finfacts.claims.metrics.subjects import company, named_at, named_run, owner, product
from finfacts.claims.metrics.supplies import doer, supplier
from finfacts.claims.tape import pattern
from finfacts.patterns import lazy
from finfacts.values import Instrument, Named

_DONE = frozenset(
    "metric_paid metric_operated metric_earned metric_bought metric_debut metric_fund_flow"
    " metric_owned metric_heads metric_bid metric_average metric_pumped"
    " metric_offered_price metric_managed metric_valued_at".split()
)  # rules whose name stands at the verb
_NAMELESS = frozenset(("metric_it", "metric_forecast", "metric_reckoned", "metric_outlook"))
_ISSUERS = frozenset(("equity", "etf", "group"))
_RATES = lazy(
    r"\b(?:cuts?|hikes?|rates?|increase|easing|meeting|fed|basis|quarter-point|half-point"
    r"|beforehand|central bank)\b",
    regex.IGNORECASE,
)
_FUND = lazy(r"\b(?:ETFs?|[Ff]unds?)\b")
_FUNDS = lazy(
    r"(?:(?:[\p{Lu}][\w.&-]*|spot|bitcoin|ether|bond|equity|stock|gold|silver|solana|oil|crypto|government"
    r"|money[- ]market|exchange-traded|mutual|global)\ ){0,5}(?:ETFs?|[Ff]unds?|products)\b"
)


def subject_of(
    reading: Reading, figure: Stated, name: str, last: Last
) -> Instrument | Named | None:
    """Return whose figure it is, or None where that is in doubt."""
    if figure.who >= 0:
        return _said(reading, figure.who, last)
    if figure.lead >= 0:
        return last.subject
    if figure.rule in _NAMELESS:
        return last.subject if last.here or _opens(reading, figure) else None
    if reading.tape.items[figure.name].tag in ("ESTIMATE", "ANALYSTS"):
        named = company(reading, figure.name, known=False)
        return named or last.subject or company(reading, figure.name)
    return _by_name(reading, figure, name)


def _said(reading: Reading, who: int, last: Last) -> Instrument | Named | None:
    """Return whom the rule itself names: "National Australia Bank's", "they"."""
    item = reading.tape.items[who]
    if item.tag == "PRONOUN":
        return last.subject if isinstance(last.subject, Named) else None
    return item.value if isinstance(item.value, Instrument) else named_at(reading, who)


def _by_name(reading: Reading, figure: Stated, name: str) -> Instrument | Named | None:
    """Return whose figure it is by what it is called."""
    item = reading.tape.items[figure.name]
    if figure.rule == "metric_valuing":
        return company(reading, figure.name, known=False)
    if figure.rule == "metric_premium":
        return _beside(reading, figure) or _owned(reading, figure)
    if item.sense == "probability":
        return _odds(reading)
    if (
        name in economic_names()
        or item.tag in ("CUTS", "FILED")
        or figure.rule == "metric_bank_cut"
    ):
        return economy(reading, name, figure.name)
    if name.startswith(("net_inflows", "net_outflows", "inflows", "outflows")):
        return _invested(reading, figure, name)
    return _done(reading, figure) if figure.rule in _DONE else _named(reading, figure)


def _beside(reading: Reading, figure: Stated) -> Instrument | None:
    """Return whose price a premium is above: "a premium to [Loxo]'s close"."""
    match = _TO_PRICE.match(reading.tape.tags, max(figure.value, figure.name) + 1)
    value = reading.tape.items[match.end() - 2].value if match is not None else None
    return value if isinstance(value, Instrument) and value.kind in _ISSUERS else None


_TO_PRICE = pattern("(?:TO|FROM|BEAT|ABOVE|IN|ON) DET? INSTRUMENT POSS_MARK")


def _invested(reading: Reading, figure: Stated, name: str) -> Instrument | Named | None:
    """Return what money flows into: funds where they are spoken of, else what is named."""
    funds = _fund(reading, max(figure.name, figure.first))
    if funds is not None or _FUND.search(reading.sentence.clean):
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


def _odds(reading: Reading) -> Instrument | Named | None:
    """Return what odds are about: the bank whose rates move, else what the article is about."""
    if "recession" in reading.sentence.clean:
        return economy(reading, "gdp", 0)
    if _RATES.search(reading.sentence.clean):
        return central_bank(reading, len(reading.tape.items) - 1)
    return None


def _fund(reading: Reading, at: int) -> Instrument | Named | None:
    """Return the funds that money flows into: "U.S. spot bitcoin ETFs took in"."""
    for item in reading.tape.items[: at + 1]:
        if isinstance(item.value, Instrument) and item.value.kind == "etf":
            return item.value
    sentence = reading.sentence
    end = reading.tape.items[max(0, at)].end
    found = list(_FUNDS.finditer(sentence.passage.clean, sentence.start, end))
    match = found[-1] if found else None
    if match is None or " " not in match[0]:
        return None
    return Named(name=match[0], span=sentence.passage.span(*match.span()))


def _done(reading: Reading, figure: Stated) -> Instrument | Named | None:
    """Return who did what a verb says."""
    at = figure.name
    who = agent(reading, at)
    if figure.rule == "metric_pumped" and (who is None or who.subject is None):
        return doer(reading, at) or supplier(reading, at)
    if figure.rule in ("metric_valued_at", "metric_managed") and who is None:
        return None
    if figure.rule == "metric_offered_price" and (who is None or who.subject is None):
        return company(reading, at)
    if who is None:
        loose = figure.rule == "metric_owned" or reading.tape.items[at].lower.endswith("ing")
        return company(reading, at, known=not loose)
    return _told(who)


def _told(who: Agent) -> Instrument | Named | None:
    subject = who.subject
    if isinstance(subject, Instrument) and subject.kind not in _ISSUERS:
        return None
    return subject


def _named(reading: Reading, figure: Stated) -> Instrument | Named | None:
    """Return whose figure a noun names: its owner, the place, the company told of."""
    item = reading.tape.items[figure.name]
    goods = item.sense in ("supply", "production")
    whole = _market(reading, figure.name) or (supplier(reading, figure.name) if goods else None)
    if whole is not None:
        return whole
    if item.sense == "supply":
        return company(reading, figure.name, known=False)
    if _is_of_many(reading, figure):
        return _many(reading, figure) if item.sense == "market_cap" else None
    if item.tag == "TRADED":
        return _told(agent(reading, figure.name) or Agent(company(reading, figure.name)))
    if figure.rule == "metric_counted":
        return product(reading, figure.move) or company(reading, figure.move)
    return _owned(reading, figure)


def _owned(reading: Reading, figure: Stated) -> Instrument | Named | None:
    """Return who owns a figure, says it has it, or is told of."""
    item = reading.tape.items[figure.name]
    who = possessor(reading, figure.name) or _reporter(reading, figure)
    if who is not None and not isinstance(who.subject, Instrument):
        return _place(reading, figure) or who.subject
    place = _place(reading, figure)
    if place is not None:
        return place
    if item.sense == "market_cap":
        return owner(reading, figure.name) or company(reading, figure.name)
    found = _first_of_two(reading, figure) or company(
        reading, figure.name if item.tag != "EXPECT" else figure.first + 1
    )
    return None if _is_far(reading, figure, found) else found


def _first_of_two(reading: Reading, figure: Stated) -> Instrument | None:
    """Return who has a second verb: "The company counts Tencent as a backer and has $3 billion"."""
    items = reading.tape.items
    for at in range(min(figure.name, max(figure.first, 1)), max(0, figure.first - _NEAR), -1):
        if items[at].tag in ("AUX", "REPORT") and items[at - 1].tag == "AND":
            named = [i.value for i in items[: at - 1] if isinstance(i.value, Instrument)]
            return next((one for one in named if one.kind == "equity"), None)
        if items[at].tag in ("COMMA", "SEMICOLON", "CLAUSE", "INSTRUMENT"):
            return None
    return None


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


def _is_of_many(reading: Reading, figure: Stated) -> bool:
    """Whether words say a figure is of several: "their combined market value"."""
    items = reading.tape.items
    before = {item.lower for item in items[max(0, figure.name - 2) : figure.name]}
    after = items[figure.name + 1 : figure.name + 7]
    if before & _CRYPTO:
        return True
    if "combined" in before and "their" in {i.lower for i in items[max(0, figure.name - 3) :]}:
        return True
    if not after or after[0].tag not in ("OF", "AT", "FOR", "ON"):
        return False
    phrase = [item.lower for item in after[1:]]
    return any(word in _MANY for word in phrase[:5]) or (
        after[0].tag == "ON" and any(word.endswith("stock") for word in phrase[:2])
    )


def _many(reading: Reading, figure: Stated) -> Named | None:
    """Return the companies whose value is told together: "BSE-listed firms"."""
    match = _FIRMS.match(reading.tape.tags, figure.name + 1)
    if match is None:
        return None
    return named_run(reading, *match.span("firms"))


_FIRMS = pattern("OF DET? (?P<firms>(?:NAME|WORD|TALLY){1,3} (?:WORD|LIST_WORD))")
_CRYPTO = frozenset(("crypto", "cryptocurrency"))
_MANY = frozenset("companies firms banks stocks startups rivals peers lenders retailers".split())


def _market(reading: Reading, at: int) -> Instrument | None:
    """Return the index or group that a figure stands right after: "S&P 500 earnings"."""
    for item in reversed(reading.tape.items[max(0, at - _RIGHT_BEFORE) : at]):
        if isinstance(item.value, Instrument):
            return item.value if item.value.kind in ("index", "etf", "group") else None
        if item.tag not in ("WORD", "TALLY", "PERIOD", "POSS_MARK"):
            break
    match = _FOR_MARKET.match(reading.tape.tags, at + 1)
    value = reading.tape.items[match.end() - 1].value if match is not None else None
    return value if isinstance(value, Instrument) and value.kind == "index" else None


_FOR_MARKET = pattern("GROWTH? (?:FOR|OF|AT) DET? INSTRUMENT")
_RIGHT_BEFORE = 4  # items


def _reporter(reading: Reading, figure: Stated) -> Agent | None:
    """Return who a verb before the figure says has it: "Foreigners held debt of $2 billion"."""
    items = reading.tape.items
    for at in range(figure.name - 1, max(-1, figure.name - _NEAR), -1):
        tag = items[at].tag
        if tag in _REPORTING:
            return agent(reading, at)
        if (
            tag == "PASSIVE_EXPECT" and at and items[at - 1].tag == "RPAREN"
        ):  # "SeaWorld (SEAS) is expected to report"
            who = agent(reading, at)
            return who if who is not None and isinstance(who.subject, Named) else None
        if tag in ("SEMICOLON", "CLAUSE", "STOP", "COMMA", "REL", "INSTRUMENT"):
            return None
    return None


_REPORTING = frozenset("REPORT OPERATE EARN HOLD HOLD_BASE OWN RUNS DEAL".split())
_NEAR = 6  # items


def _place(reading: Reading, figure: Stated) -> Named | None:
    """Return the country whose figure it is, where the sentence names no company."""
    tag = reading.tape.items[figure.name].tag
    if tag in ("DEAL", "ADJUST") or not _names_no_company(reading):
        return None
    place = country(reading, figure.name, plain=True)
    return place if place is not None and _is_of(reading, place, figure) else None


def _is_of(reading: Reading, place: Named, figure: Stated) -> bool:
    """Whether a place is whose figure it is: first in the sentence, or right before the name."""
    items = reading.tape.items
    text = reading.sentence.passage.clean
    before = text[max(0, place.span.start - len("excluding ")) : place.span.start].lower()
    if before.endswith(("excluding ", "outside ", "except ")):
        return False
    near = items[max(0, figure.name - 2)].start
    if text.startswith("'s", place.span.end):
        return near <= place.span.end + 4 and place.span.start < items[figure.name].start
    opening = items[min(2, len(items) - 1)].start
    name = items[figure.name].start
    return place.span.start < name and (place.span.start <= opening or place.span.end >= near)


def _names_no_company(reading: Reading) -> bool:
    return not any(value.kind == "equity" for value in reading.sentence.found.instruments)
