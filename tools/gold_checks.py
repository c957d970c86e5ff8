"""Checks one written gold article: its quotes, slots, values, dates and weekdays.

The contract's vocabulary stands here once more so that gold can be checked without the package;
a test holds the two together.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

Json = dict[str, Any]

LENGTH = range(700, 3001)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# type -> (slots it needs, slots it may have)
SLOTS: dict[str, tuple[set[str], set[str]]] = {
    "price_move": (
        {"subject", "direction"},
        {"percent", "amount", "to", "from", "period", "session", "baseline"},
    ),
    "price_level": ({"subject", "kind"}, {"level", "window", "date", "session"}),
    "analyst_action": (
        {"subject"},
        {"brokerage", "analyst", "rating_action", "rating", "rating_prior", "target_action"}
        | {"target", "target_prior", "date", "consensus"},
    ),
    "sentiment": ({"subject"}, {"platform", "label", "label_prior", "score", "date"}),
    "message_volume": (
        {"subject"},
        {"platform", "label", "label_prior", "direction", "change", "period"},
    ),
    "poll": ({"share", "statement"}, {"platform", "subject"}),
    "metric": (
        {"subject", "name", "basis"},
        {"value", "direction", "change", "versus", "versus_value", "period"},
    ),
}
SHARED_SLOTS = {"type", "quote", "occurrence", "names", "assertion", "attribution"}
QUANTITIES = {"percent", "amount", "to", "from", "level", "target", "target_prior"} | {
    "value", "change", "versus_value", "share", "score"
}  # fmt: skip
PERIODS = {"period", "date"}
PAST_ONLY = {"price_move", "price_level", "analyst_action", "sentiment", "message_volume"}

COMPARATORS = ["exact", "about", "nearly", "over", "at_least", "under", "up_to", "range"]
UNITS = [
    "percent",
    "percentage_point",
    "basis_point",
    "currency",
    "index_point",
    "share",
    "multiple",
    "count",
]
BASELINES = [
    "record_high",
    "record_low",
    "high",
    "low",
    "previous_close",
    "year_start",
    "year_ago",
    "ipo_price",
    "offer_price",
    "moving_average",
    "other",
]
CHOICES: dict[str, list[str]] = {
    "direction": ["up", "down", "flat"],
    "assertion": ["reported", "planned", "expected", "rumored", "conditional", "negated"],
    "session": ["premarket", "regular", "after_hours", "overnight"],
    "rating_action": [
        "upgrade",
        "downgrade",
        "initiate",
        "reiterate",
        "maintain",
        "resume",
        "suspend",
    ],
    "target_action": ["raise", "lower", "set", "maintain"],
    "basis": ["actual", "guidance", "estimate"],
    "versus": ["year_ago", "prior_period", "estimate", "other"],
}
LEVELS = "last open close high low record_high record_low support resistance moving_average"
SENTIMENTS = "extremely_bearish bearish neutral bullish extremely_bullish"
VOLUMES = "extremely_low low normal high extremely_high"
LABELS: dict[str, list[str]] = {
    "price_level": LEVELS.split(),
    "sentiment": SENTIMENTS.split(),
    "message_volume": VOLUMES.split(),
}

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
WORD_NUMBER = re.compile(
    r"\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|hundred|thousand"
    r"|million|half|halved|halving|quarter|third|fifths?|tenth|doubl\w+|tripl\w+|quadrupl\w+|quintupl\w+|\w+fold|twice"
    r"|a dozen|percent|point|penny|dime|nickel)\b",
    re.IGNORECASE,
)


def locate(text: str, quote: str, occurrence: int = 1) -> tuple[int, int] | None:
    """Offsets of the given occurrence of a quote, or None."""
    start = -1
    for _ in range(occurrence):
        start = text.find(quote, start + 1)
        if start < 0:
            return None
    return start, start + len(quote)


def quotes_of(fact: Json) -> list[str]:
    """The quotes of a fact: one, or a list where its words lie apart."""
    quote = fact.get("quote", [])
    return [quote] if isinstance(quote, str) else list(quote)


def evidence_of(fact: Json, text: str) -> list[Json]:
    """The quotes as spans ``{text, start, end}``."""
    found = [(q, locate(text, q, fact.get("occurrence", 1))) for q in quotes_of(fact)]
    return [{"text": q, "start": at[0], "end": at[1]} for q, at in found if at]


# Checks: each yields what is wrong, in words.


def check_quotes(fact: Json, text: str) -> Iterator[str]:
    """Every quote stands in the text."""
    if not quotes_of(fact):
        yield "no quote"
    for quote in quotes_of(fact):
        if locate(text, quote, fact.get("occurrence", 1)) is None:
            yield f"quote is not in the text: {quote!r}"


def check_slots(fact: Json) -> Iterator[str]:
    """The slots are those of the type, the needed ones are there, choices are known."""
    kind = fact["type"]
    needed, allowed = SLOTS[kind]
    for slot in sorted(set(fact) - needed - allowed - SHARED_SLOTS):
        yield f"{kind} has no slot {slot!r}"
    for slot in sorted(needed - set(fact)):
        yield f"{kind} needs {slot!r}"
    for slot, choices in CHOICES.items():
        if slot in fact and fact[slot] not in choices:
            yield f"{slot} is {fact[slot]!r}, not one of {choices}"
    for slot in ("kind", "label", "label_prior"):
        if kind in LABELS and slot in fact and fact[slot] not in LABELS[kind]:
            yield f"{slot} is {fact[slot]!r}, not one of {LABELS[kind]}"


def quantities_of(fact: Json) -> Iterator[tuple[str, Json]]:
    """The quantities of a fact with the name of their slot."""
    for slot in sorted(QUANTITIES & set(fact)):
        yield slot, fact[slot]
    if fact.get("baseline", {}).get("level"):
        yield "baseline.level", fact["baseline"]["level"]
    if fact.get("consensus", {}).get("mean_target"):
        yield "consensus.mean_target", fact["consensus"]["mean_target"]


def check_quantity(slot: str, quantity: Json) -> Iterator[str]:
    """A quantity has a value or a range as text, and known comparator, unit and currency."""
    if not isinstance(quantity, dict):
        yield f"{slot} is not an object"
        return
    for key in ("value", "low", "high"):
        yield from check_number(f"{slot}.{key}", quantity.get(key))
    ranged = quantity.get("comparator") == "range"
    if ranged != ("low" in quantity and "high" in quantity) or ranged == ("value" in quantity):
        yield f"{slot} wants either value or low and high with comparator range"
    if quantity.get("comparator", "exact") not in COMPARATORS:
        yield f"{slot}.comparator is {quantity['comparator']!r}"
    if quantity.get("unit") not in UNITS:
        yield f"{slot}.unit is {quantity.get('unit')!r}"
    currency = quantity.get("currency")
    if (quantity.get("unit") == "currency") != bool(re.fullmatch("[A-Z]{3}", currency or "")):
        yield f"{slot}: unit {quantity.get('unit')!r} with currency {currency!r}"


def check_number(slot: str, value: object) -> Iterator[str]:
    """A number is text and unsigned."""
    if value is None:
        return
    try:
        if not isinstance(value, str) or Decimal(value) < 0:
            yield f"{slot} must be unsigned and text, is {value!r}"
    except InvalidOperation:
        yield f"{slot} is no number: {value!r}"


def digits(number: str) -> str:
    """The significant digits: "1,490,000.0" is "149"."""
    plain = number.replace(",", "")
    return (plain.rstrip("0") if "." in plain else plain).replace(".", "").strip("0")


def check_read(fact: Json) -> Iterator[str]:
    """The digits of each value stand in the quotes (numbers in words pass)."""
    said = " ".join(quotes_of(fact))
    seen = {digits(number) for number in NUMBER.findall(said)}
    for slot, quantity in quantities_of(fact):
        for key in ("value", "low", "high"):
            number = quantity.get(key)
            if number and digits(number) not in seen and not WORD_NUMBER.search(said):
                yield f"{slot}.{key} {number} is not in the quote {said!r}"


def check_window(slot: str, window: Json) -> Iterator[str]:
    """First and last day are dates in order."""
    days = [window.get("start"), window.get("end")]
    try:
        known = [dt.date.fromisoformat(day) for day in days if day]
    except ValueError:
        yield f"{slot} is no pair of dates: {days}"
        return
    if not known or known != sorted(known):
        yield f"{slot} is empty or out of order: {days}"


def check_days(fact: Json, published: dt.date) -> Iterator[str]:
    """Periods are in order, agree with a weekday in the quote, and past where they must be."""
    named = {day for day in DAYS if any(re.search(rf"\b{day}", q) for q in quotes_of(fact))}
    for slot in sorted(PERIODS & set(fact)):
        problems = list(check_window(slot, fact[slot]))
        yield from problems
        start, end = fact[slot].get("start"), fact[slot].get("end")
        if problems or not (start and end):
            continue
        day = DAYS[dt.date.fromisoformat(start).weekday()]
        if named and start == end and day not in named:
            yield f"{slot} {start} is a {day}, the quote says {sorted(named)}"
        happened = fact.get("assertion", "reported") == "reported" and fact["type"] in PAST_ONLY
        if happened and end > published.isoformat():
            yield f"{slot} ends on {end}, after the article"
    window = fact.get("baseline", {}).get("date")
    yield from check_window("baseline.date", window) if window else ()


def check_parts(fact: Json) -> Iterator[str]:
    """Subject, baseline, window and consensus have the right form."""
    subject = fact.get("subject")
    if subject is not None and not {"name", "names"} & set(subject):
        yield "subject has no name"
    if set(subject or {}) - {"name", "symbol", "names", "symbols"}:
        yield f"subject holds more than names and symbols: {sorted(subject or {})}"
    baseline = fact.get("baseline")
    if baseline and baseline.get("kind") not in BASELINES:
        yield f"baseline.kind is {baseline.get('kind')!r}"
    window = fact.get("window")
    if window and not ("text" in window and set(window) <= {"text", "timex", "start"}):
        yield f"window is {window}"
    consensus = set(fact.get("consensus", {}))
    if consensus - {"buy", "hold", "sell", "analysts", "mean_target"}:
        yield f"consensus holds {sorted(consensus)}"


def check_fact(fact: Json, text: str, published: dt.date) -> Iterator[str]:
    """All that is wrong with one fact."""
    if fact.get("type") not in SLOTS:
        yield f"unknown type {fact.get('type')!r}"
        return
    yield from check_quotes(fact, text)
    yield from check_slots(fact)
    problems = [p for slot, q in quantities_of(fact) for p in check_quantity(slot, q)]
    yield from problems or check_read(fact)
    yield from check_days(fact, published)
    yield from check_parts(fact)


def check_article(article: Json) -> Iterator[str]:
    """All that is wrong with one article."""
    missing = {"id", "title", "published", "source", "style", "text", "facts"} - set(article)
    if missing:
        yield f"lacks {sorted(missing)}"
        return
    published = dt.datetime.fromisoformat(article["published"])
    if published.tzinfo is None:
        yield "published has no offset"
    if published.weekday() > DAYS.index("Friday") and not article.get("weekend"):
        yield f'published on a {DAYS[published.weekday()]} (say "weekend": true if meant)'
    if len(article["text"]) not in LENGTH:
        yield f"text has {len(article['text'])} characters"
    seen = set()
    for number, fact in enumerate(article["facts"], 1):
        for problem in check_fact(fact, article["text"], published.date()):
            yield f"fact {number}: {problem}"
        same = json.dumps(fact, sort_keys=True)
        if same in seen:
            yield f"fact {number} is written twice"
        seen.add(same)
