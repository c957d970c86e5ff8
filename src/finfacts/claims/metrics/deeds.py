"""What figures of deeds are called: what is bought, held, sold, cut, lost, paid in or out."""

from __future__ import annotations

import regex

from finfacts.claims.metrics.fitting import is_small
from finfacts.claims.metrics.reading import Reading, quantity_at
from finfacts.claims.metrics.stating import Stated
from finfacts.claims.tape import Item
from finfacts.lexicons.places import countries
from finfacts.patterns import lazy


def noun(reading: Reading, at: int) -> str:
    """Return the article's own noun: "average transaction amount"."""
    low = at
    items = reading.tape.items
    while (
        low > max(0, at - 2)
        and items[low - 1].tag in ("WORD", "NAME", "TALLY")
        and items[low - 1].lower not in _NO_NOUNS
    ):
        low -= 1
    words = " ".join(item.lower for item in items[low : at + 1])
    return "_".join(regex.findall(r"[a-z0-9]+", words))


_NO_NOUNS = frozenset(
    "said says that face faces faced as its healthy strong weak saw posted it u.s. us".split()
)


def flow(reading: Reading, figure: Stated) -> str | None:
    """Return which way investors went: "sold equities worth", "pumped a net"."""
    if reading.tape.items[figure.name].lower == "pumped":
        return "net_buying"
    return _FLOWS.get(reading.tape.items[figure.name].sense)


def heads(reading: Reading, figure: Stated) -> str | None:
    """Return the jobs that are cut: "lay off 15% of its workforce"."""
    item = reading.tape.items[figure.name]
    verb = reading.tape.items[figure.first]
    if verb.sense not in ("pare", "job_cuts", "down"):
        return None
    return (
        "job_cuts" if item.sense in ("headcount", "job_cuts") or item.lower == "workforce" else None
    )


def growth(reading: Reading, figure: Stated) -> str | None:
    """Return what grew faster or slower: "sales growth slowed to 11%"."""
    return f"{reading.tape.items[figure.name].sense}_growth"


def wiped_part(reading: Reading, figure: Stated) -> str | None:
    """Return the market value that a part of is wiped off; "gets 30% of its sales" has none."""
    moved = reading.tape.items[figure.move]
    wiped = moved.tag != "OPERATE" and (moved.tag != "EARN" or moved.lower.startswith("los"))
    sense = reading.tape.items[figure.name].sense
    return sense if wiped and sense == "market_cap" else None


def jobs(reading: Reading, figure: Stated) -> str | None:
    """Return the payrolls of a country: "U.S. employers added 128,000 jobs"."""
    items = reading.tape.items
    counted = items[figure.name].lower in ("jobs", "payrolls", "positions", "nonfarm payrolls")
    return "nonfarm_payrolls" if counted and hires_for_all(items[figure.first]) else None


def hires_for_all(item: Item) -> bool:
    """Return whether a word means those who hire in a country: "employers", "the economy"."""
    return item.lower in _EMPLOYERS


_EMPLOYERS = frozenset("employers businesses economy companies firms sector".split())


def bank_cut(reading: Reading, figure: Stated) -> str | None:
    """Return what a central bank cuts by half a point."""
    if reading.tape.items[figure.name].tag == "RATE_MOVE":
        return "interest_rate"
    return "interest_rate" if _RATE_SETTERS.search(reading.sentence.clean) else None


_RATE_SETTERS = lazy(
    r"\b(?:fed|federal reserve|central bank|bank of|reserve bank|riksbank|ecb|boe|boj|rbi|rba)\b",
    regex.IGNORECASE,
)


def lost(reading: Reading, figure: Stated) -> str | None:
    """Return what was lost so many times: "lost 1,900 watchers"; what was added is another's."""
    verb = reading.tape.items[figure.move]
    if verb.tag == "EARN" and not verb.lower.startswith("los"):
        return None
    item = reading.tape.items[figure.name]
    return item.sense if item.sense and item.tag != "MEASURE" else noun(reading, figure.name)


def closed(reading: Reading, figure: Stated) -> str | None:
    """Return what is shut for good: "will close 125 stores"."""
    return "closures" if reading.tape.items[figure.name].lower.startswith("clos") else None


def employed(reading: Reading, figure: Stated) -> str | None:
    """Return those whom a company employs where no noun says so: "employs 37,000 worldwide"."""
    return "headcount" if reading.tape.items[figure.name].lower.startswith("employ") else None


def yields(reading: Reading, _figure: Stated) -> str | None:
    """Return what a dividend yields; bonds yield as well."""
    return "dividend_yield" if "dividend" in reading.sentence.clean.lower() else None


def stake(reading: Reading, figure: Stated) -> str | None:
    """Return what part of a company someone owns; "5 percent or more of a company" is a rule."""
    after = [item.lower for item in reading.tape.items[figure.value + 1 : figure.value + 3]]
    return None if after == ["of", "a"] else "stake"


def units_held(reading: Reading, figure: Stated) -> str | None:
    """Return what is held so many times: "713,502 bitcoins"; a level is not held."""
    item = reading.tape.items[figure.name]
    after = reading.tape.items[figure.name + 1 : figure.name + 2]
    if item.tag == "INSTRUMENT" and after and after[0].tag == "STOCK":
        return "stake"  # "owns 5 million Apple shares"
    if item.lower in ("class", "common", "ordinary", "preferred", "american"):
        return None
    return "_".join(regex.findall(r"[a-z0-9]+", item.lower)) or None


def fund_flow(reading: Reading, figure: Stated) -> str | None:
    """Return whether money came in or went out, where funds are spoken of."""
    item = reading.tape.items[figure.name]
    if not _FUND.search(reading.sentence.clean):
        return None
    if item.sense in ("net_inflows", "net_outflows"):
        return item.sense
    if figure.rule == "metric_left":
        return "net_outflows"
    return _FUND_FLOWS.get(item.sense) or _FUND_FLOWS.get(item.lower)


_FUND_FLOWS = {
    "lost": "net_outflows",
    "shed": "net_outflows",
    "net_selling": "net_outflows",
    "net_buying": "net_inflows",
}


_FUND = lazy(r"\b(?:etfs?|funds?)\b", regex.IGNORECASE)


def operated(reading: Reading, figure: Stated) -> str | None:
    """Return what is done to counted things: "sold 300,000 trucks" is truck sales."""
    item = reading.tape.items[figure.name]
    if item.sense != "unit_sales":
        return item.sense
    if reading.tape.items[figure.value].tag == "SHARES":
        return "shares_sold"
    following = reading.tape.items[figure.last : figure.last + 2]
    noun = next((one.lower for one in following if one.tag in ("WORD", "COUNTED")), "")
    if noun in ("cars", "vehicles", "units", "evs"):
        return "vehicle_sales" if noun != "units" else item.sense
    return f"{noun.removesuffix('s')}_sales" if noun.isalpha() else item.sense


def loss(reading: Reading, figure: Stated) -> str | None:
    """Return what was lost in a period or a share; what a deed or a storm cost is another's."""
    value = quantity_at(reading, figure.value)
    items = reading.tape.items
    if value is None or value.per == "share":
        return "eps"
    before = items[max(0, figure.first - _NEAR) : figure.first]
    owned = figure.move >= 0 and before and before[-1].tag in ("POSS_MARK", "POSSESSIVE", "PERIOD")
    told = any(item.tag in _TELLING or item.lower in ("report", "post") for item in before)
    if not owned and not told:
        return None
    return "eps" if is_small(value) else "net_income"


_NEAR = 6  # items


_TELLING = frozenset(("REPORT", "EXPECT", "ANALYSTS", "ESTIMATE"))


def grown(reading: Reading, figure: Stated) -> str | None:
    """Return what "grew 5%": "hardware", "user accounts"; prices do not grow."""
    items = reading.tape.items
    item = items[figure.name]
    place = reading.sentence.passage.lower[items[max(0, figure.name - 1)].start : item.end]
    if (
        item.lower in _NOBODY
        or item.lower.endswith("ly")
        or {item.lower, place} & countries().keys()
    ):
        return None
    counted = item.tag == "COUNTED" and item.sense != "job_cuts"
    grew = counted or _GREW.match(items[figure.move].lower)
    return noun(reading, figure.name) if grew else None


_GREW = lazy("grow|grew|expand")
_NOBODY = frozenset(
    "company firm group market markets industry sector economy world country nation population that"
    " this these those which they them what who index companies firms stake fund funds gap".split()
)


def part(reading: Reading, figure: Stated) -> str:
    """Return of what a part is told: "a fifth of its sales" is the share of revenue."""
    return f"{reading.tape.items[figure.name].sense}_share"


def pumped(reading: Reading, figure: Stated) -> str | None:
    """Return what is done to raw materials: "produced 9.6 million barrels a day"."""
    item, value = reading.tape.items[figure.value], quantity_at(reading, figure.value)
    measured = value is not None and (value.per == "day" or item.end > value.span.end)
    sense = reading.tape.items[figure.name].sense
    return sense if measured and sense in _MADE else None


_MADE = frozenset(("production", "shipments", "imports", "exports", "consumption"))


_FLOWS = {
    "purchase": "net_buying",
    "net_buying": "net_buying",
    "up": "net_buying",
    "unit_sales": "net_selling",
    "net_selling": "net_selling",
    "down": "net_selling",
}
