"""Which words are ratings where: "sell" is one in "cut to sell", none in "may sell shares"."""

from __future__ import annotations

from finfacts.claims.analysts.reading import Reading
from finfacts.claims.tape import pattern
from finfacts.facts import RatingAction
from finfacts.lexicons.ratings import rating_rank
from finfacts.patterns import lazy

_PLAIN = frozenset(
    {
        *("buy", "sell", "hold", "add", "reduce", "positive", "negative", "mixed"),
        *("avoid", "trim", "perform", "attractive", "lighten", "accumulate", "neutral", "buyer"),
        *("seller", "holds", "in-line", "in line"),
    }
)
_NAMED = {"buyer": "buy", "seller": "sell"}
_RATED = frozenset(
    {
        "upgrade",
        "downgrade",
        "raise",
        "lower",
        "initiate",
        "resume",
        "go",
        "maintain",
        "reiterate",
        "has",
        "abandon",
    }
)
_QUOTES = ("'", '"')
_CLOSES = lazy(r",?['\"]")
_FRAME = pattern("(?: TO | FROM | AT | AS | LPAREN | COMMA | (?:TO|AT) WORD OF ) $")
_INFINITE = pattern("(?:WORD|NAME|INSTRUMENT|PERIOD|MONEY) TO $")
_OWNED = pattern(
    "(?: (?:OWN|KEEP) (?:INSTRUMENT|WORD|NAME)? | KEEP | LINK | AUX | COVERAGE | AND"
    "  | RATING COMMA? AND INSTRUMENT ) $"
)
_LISTED = pattern("MONEY COMMA $")
_CLOSED = pattern("^ RPAREN")
_AFTER = pattern("""
    ^ (?: WORD? RATE_WORD | AND (?:MONEY|KEEP|UP|DOWN|BEGIN|TARGET|INSTRUMENT) | RPAREN | STOP
        | COMMA | FROM | (?:AT|BY) HOUSE | PERIOD | LPAREN | SEMICOLON | LINK | ON | $ )
""")


def is_rating(reading: Reading, at: int, verb: str) -> bool:
    """Whether the RATING item ``at`` is a rating there.

    Args:
        reading: the sentence.
        at: index of the item.
        verb: sense of the last verb before it, or "".
    """
    item = reading.items[at]
    before, after = reading.tape.tags[:at], reading.tape.tags[at + 1 :]
    if verb not in _RATED - {"has"} and _is_of_results(reading, at):
        return False
    if item.lower not in _PLAIN or _called(reading, at):
        return not item.lower.startswith("recommend") or _is_advice(reading, at + 1)
    if _LISTED.search(before) and _CLOSED.match(after):
        return True
    if _is_marked(reading, at):
        if verb not in _RATED and _INFINITE.search(before):
            return False
        return bool(verb or _FRAME.search(before) or _AFTER.match(after))
    told = verb in _RATED or reading.items[0].tag == "HOUSE" or reading.span(0, at, "TARGET")
    framed = _FRAME.search(before) or _OWNED.search(before)
    return bool(told and framed and _AFTER.match(after))


_OTHERS = frozenset("puts calls put call options straddles bonds debt notes protection".split())


def _is_advice(reading: Reading, at: int) -> bool:
    """Whether a stock follows "recommends buying", not "straddles" nor "Nike puts"."""
    others = any(item.lower in _OTHERS for item in reading.items[at + 1 : at + 3])
    return reading.span(at, at + 1, "INSTRUMENT") and not others


_RESULTS = frozenset("earnings guidance print quarter report results trends".split())
_LOOK = 7  # items back to what a word may be said of


def _is_of_results(reading: Reading, at: int) -> bool:
    """Whether results are what is called so: "called the quarter 'mixed'"."""
    near = {item.lower.rpartition(" ")[2] for item in reading.items[max(0, at - _LOOK) : at]}
    return not _called(reading, at) and not near.isdisjoint(_RESULTS)


def _called(reading: Reading, at: int) -> bool:
    """Whether the next word says that it is a rating: "buy rating", "buy or equivalent"."""
    if at + 1 >= len(reading.items):
        return False
    following = reading.items[at + 1]
    return following.tag == "RATE_WORD" or following.lower.endswith("equivalent")


def _is_marked(reading: Reading, at: int) -> bool:
    """Whether a word is set off as a name: in quotation marks, or in capitals."""
    item, text = reading.items[at], reading.sentence.passage.clean
    if text[item.start].isupper() and at > 0:
        return True
    return text[item.start - 1 : item.start] in _QUOTES and bool(_CLOSES.match(text, item.end))


def rating_text(reading: Reading, at: int) -> str:
    """Return a rating as the article writes it; "a buyer" as "buy"."""
    item = reading.items[at]
    if item.lower.endswith("-equivalent"):
        return reading.sentence.passage.text[item.start : item.end - len("-equivalent")]
    if item.lower.endswith("ing"):
        return item.lower.rpartition(" ")[2].removesuffix("ing")  # "recommends buying"
    return _NAMED.get(item.lower) or reading.sentence.passage.text[item.start : item.end]


def moved(rating: str | None, prior: str | None) -> RatingAction | None:
    """Return whether a rating went up or down from the one before, or None where it is unclear."""
    if rating is None or prior is None:
        return None
    now, then = rating_rank(rating), rating_rank(prior)
    if now is None or then is None or now == then:
        return None
    return "upgrade" if now > then else "downgrade"
