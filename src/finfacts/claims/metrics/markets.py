"""Whose figure a market's is: funds that money flows into, what options are on, an index."""

from __future__ import annotations

import regex

from finfacts.claims.metrics.banks import central_bank
from finfacts.claims.metrics.economies import economy
from finfacts.claims.metrics.reading import Owner, Reading, quantity_at
from finfacts.claims.metrics.stating import Stated
from finfacts.claims.metrics.subjects import named_run, owner
from finfacts.claims.tape import pattern
from finfacts.patterns import lazy
from finfacts.values import Instrument, Named

FLOWING = ("net_inflows", "net_outflows", "inflows", "outflows", "withdrawals", "redemptions")


def odds(reading: Reading, at: int) -> Owner:
    """Return what odds are about: the bank whose rates move, the economy, a price, or nothing.

    Args:
        reading: the sentence.
        at: index of the word for odds.
    """
    if "recession" in reading.sentence.clean:
        return economy(reading, "gdp", 0)
    if _RATES.search(reading.sentence.clean):
        return central_bank(reading, len(reading.tape.items) - 1)
    match = _THAT.match(reading.tape.tags, at + 1)
    value = reading.tape.items[match.end() - 1].value if match is not None else None
    return value if isinstance(value, Instrument) else None


_THAT = pattern("(?:DET|CLAUSE|OF)* INSTRUMENT")
_RATES = lazy(
    r"\b(?:cuts?|hikes?|rates?|increase|easing|meeting|fed|basis|quarter-point|half-point"
    r"|beforehand|central bank)\b",
    regex.IGNORECASE,
)


def funds(reading: Reading, figure: Stated) -> Owner:
    """Return the funds that money flows into or out of."""
    if figure.rule == "metric_fund_moved":  # "pulled $5 billion from"
        return _fund(reading, len(reading.tape.items) - 1, after=figure.value)
    return _fund(reading, max(figure.name, figure.first))


def spoken_of(reading: Reading) -> bool:
    """Return whether a sentence speaks of funds."""
    return _FUND.search(reading.sentence.clean) is not None


def _fund(reading: Reading, at: int, *, after: int = -1) -> Owner:
    """Return the funds that money flows into: "U.S. spot bitcoin ETFs took in".

    Args:
        reading: the sentence.
        at: index of the last item that may name them.
        after: index of the item after which they are named: "pulled $5 billion from".
    """
    for item in reading.tape.items[: at + 1]:
        if isinstance(item.value, Instrument) and item.value.kind == "etf":
            return item.value
    sentence = reading.sentence
    start = reading.tape.items[after].end if after >= 0 else sentence.start
    end = reading.tape.items[max(0, at)].end
    found = list(_FUNDS.finditer(sentence.passage.clean, start, end))
    match = found[0 if after >= 0 else -1] if found else None
    if match is None or " " not in match[0]:
        return None
    return Named(name=match[0], span=sentence.passage.span(*match.span()))


_FUND = lazy(r"\b(?:ETFs?|[Ff]unds?)\b")
_FUNDS = lazy(
    r"(?:(?:[\p{Lu}][\w.&-]*|spot|bitcoin|ether|bond|equity|stock|gold|silver|solana|oil|crypto|government"
    r"|money[- ]market|exchange-traded|mutual|global)\ ){0,5}(?:ETFs?|[Ff]unds?|products)\b"
)


def above(reading: Reading, figure: Stated) -> Instrument | None:
    """Return what is priced at a premium: "Brent traded at a $8 premium to WTI"."""
    value = quantity_at(reading, figure.value)
    if value is not None and value.unit == "currency":
        found = owner(reading, figure.first)
        return found if found is not None and found.symbol not in (None, "OIL") else None
    match = _TO_PRICE.match(reading.tape.tags, max(figure.value, figure.name) + 1)
    return _issuer(reading, match.end() - 2) if match is not None else None


_TO_PRICE = pattern("(?:TO|FROM|BEAT|ABOVE|IN|ON) DET? INSTRUMENT POSS_MARK")


def is_of_another(reading: Reading, figure: Stated) -> bool:
    """Whether a premium is of what is sold or bought: "a premium to the target's last price"."""
    items = reading.tape.items
    target = any(item.lower == "target" for item in items[figure.last : figure.last + 3])
    traded = any(item.lower in ("sold", "sells", "selling") for item in items[: figure.first])
    return target or (traded and _TO_PRICE.match(reading.tape.tags, figure.last) is None)


def _issuer(reading: Reading, at: int) -> Instrument | None:
    value = reading.tape.items[at].value
    issuer = isinstance(value, Instrument) and value.kind in ("equity", "etf", "group")
    return value if isinstance(value, Instrument) and issuer else None


def held(reading: Reading, figure: Stated) -> Instrument | None:
    """Return what is held by nobody in particular: "foreigners hold 8% of [Boeing]"."""
    match = _OF_HELD.match(reading.tape.tags, figure.value + 1)
    return _issuer(reading, match.end() - 1) if match is not None else None


_OF_HELD = pattern("OF DET? INSTRUMENT")


def exchanges(reading: Reading, at: int) -> Named | None:
    """Return where shares change hands, told from item ``at``: "on [U.S. exchanges]"."""
    match = _EXCHANGES.match(reading.tape.tags, at)
    if match is None or reading.tape.items[match.end() - 1].lower != "exchanges":
        return None
    return named_run(reading, *match.span("where"))


_EXCHANGES = pattern("(?:IN|ON|AT) DET? (?P<where>NAME{0,2} WORD{1,2})")


def market(reading: Reading, figure: Stated) -> Instrument | None:
    """Return the index or group that a figure stands right after: "S&P 500 earnings"."""
    at = figure.name
    if figure.rule in ("metric_multiple", "metric_swing") and (found := _priced(reading, figure)):
        return found
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


def _priced(reading: Reading, figure: Stated) -> Instrument | None:
    """Return the index that trades at a multiple, or the one thing that options are on."""
    last = owner(reading, max(figure.first, figure.name))
    if last is not None and last.kind in ("index", "etf", "group"):
        return last
    named = {one.name: one for one in reading.sentence.found.instruments if one.kind in _TRADED}
    alone = figure.rule == "metric_swing" and len(named) == 1
    return next(iter(named.values())) if alone else None


_TRADED = frozenset(("equity", "index", "etf"))


def is_of_many(reading: Reading, figure: Stated) -> bool:
    """Whether words say a figure is of several: "their combined market value"."""
    items = reading.tape.items
    before = {item.lower for item in items[max(0, figure.name - 2) : figure.name]}
    after = items[figure.name + 1 : figure.name + 7]
    if before & _CRYPTO or ("with" in before and before & _MANY):
        return True
    if "combined" in before and "their" in {i.lower for i in items[max(0, figure.name - 3) :]}:
        return True
    if not after or after[0].tag not in ("OF", "AT", "FOR", "ON"):
        return False
    phrase = [item.lower for item in after[1:]]
    return any(word in _MANY for word in phrase[:5]) or (
        after[0].tag == "ON" and any(word.endswith("stock") for word in phrase[:2])
    )


def many(reading: Reading, figure: Stated) -> Named | None:
    """Return the companies whose value is told together: "BSE-listed firms"."""
    match = _FIRMS.match(reading.tape.tags, figure.name + 1)
    if match is None:
        return None
    return named_run(reading, *match.span("firms"))


_FIRMS = pattern("OF DET? (?P<firms>(?:NAME|WORD|TALLY){1,3} (?:WORD|LIST_WORD))")
_CRYPTO = frozenset(("crypto", "cryptocurrency"))
_MANY = frozenset("companies firms banks stocks startups rivals peers lenders retailers".split())


def trade(reading: Reading, at: int) -> Named | None:
    """Return the goods that all the world ships: "global [smartphone] shipments", or None.

    Args:
        reading: the sentence.
        at: index of the figure's name.
    """
    items = reading.tape.items
    main = reading.setting.main
    own = items[at].lower == "sales" and main is not None and main.kind == "equity"
    if own or items[at].lower not in ("sales", "shipments"):
        return None
    for first in range(at - 1, max(-1, at - _GOODS), -1):
        if items[first].lower in _WORLDWIDE and items[first - 1].tag not in _OWNING:
            return _goods(reading, first, at)
        if items[first].tag not in ("WORD", "NAME", "LIST_WORD"):
            return None
    return None


_GOODS = 5  # items
_OWNING = frozenset(("POSSESSIVE", "POSS_MARK"))
_WORLDWIDE = frozenset(("global", "worldwide"))


def _goods(reading: Reading, first: int, at: int) -> Named | None:
    """Return the goods between a word for the world and a figure's name, or after "of"."""
    if first + 1 < at:
        return named_run(reading, first + 1, at)
    match = _OF_GOODS.match(reading.tape.tags, at + 1)
    return named_run(reading, *match.span("goods")) if match is not None else None


_OF_GOODS = pattern("OF (?P<goods>(?:WORD|LIST_WORD){1,3}) (?=COMMA|GROW|MOVE|AUX|COUNT|IN)")
