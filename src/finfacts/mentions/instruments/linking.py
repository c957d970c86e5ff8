"""Which names mean their instrument: "Target shares" does, "the target" does not.

A name that nothing else looks like links by itself; a word-like one needs a cue beside it, or its
issuer linked elsewhere in the article. A name that several issuers share stays open, with the
symbols it might be, unless a ticker or the article decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

import regex

from finfacts.lexicons.instruments import Entity, Lexicon
from finfacts.mentions.instruments import cues, roles
from finfacts.mentions.instruments.names import Hit, name_at, word_run

Verdict = Literal["yes", "no", "open"]
CONFIDENT = Decimal(1)
LIKELY = Decimal("0.9")
_UNIT_BEFORE = regex.compile(r"(?:\d|\b(?:million|billion|trillion|crore|lakh|thousand|hundred|few|per|a|each|every|half))[ ]?$", regex.REVERSE)
_AGAINST = regex.compile(
    r"\b(?:against|per|versus|vs\.?|to)[ ](?:the[ ]|a[ ])?(?:(?:stronger|weaker|weak|strong|firm|broader)[ ])?(?:U\.?S\.?[ ])?$",
    regex.REVERSE,
)
_TITLE_WORD = regex.compile(r"\b\p{L}[\p{L}'-]{3,}")
_LIST_AFTER = regex.compile(r"(?:,?[ ](?:and|or|&)[ ]|,[ ]|/)$")


@dataclass
class Story:
    """What an article has settled so far: issuers linked, and the listings it writes."""

    market: str = ""
    linked: set[str] = field(default_factory=set)
    listings: dict[str, tuple[str, str | None]] = field(default_factory=dict)


def decide(clean: str, hit: Hit, lexicon: Lexicon, story: Story, *, again: bool) -> tuple[Verdict, Entity | None]:
    """Say whether a hit means a traded thing, and which; "open" asks for a second look.

    Args:
        clean: the text.
        hit: the name in it.
        lexicon: what the name may stand for.
        story: what the article has settled.
        again: whether this is the second look, when the whole article has been read once.
    """
    entities = lexicon.entities(hit.form)
    entity = _choose(clean, hit, entities, story)
    if entity is None:
        return ("open" if not again else "no"), None
    if entity.kind in ("equity", "etf", "crypto"):
        return _decide_name(clean, hit, entity, lexicon, story, again=again), entity
    return ("yes" if _TESTS[entity.kind](clean, hit) else "no"), entity


def _choose(clean: str, hit: Hit, entities: tuple[Entity, ...], story: Story) -> Entity | None:
    """Pick the entity a shared form means, by ticker, suffix, the article, or kind."""
    if len(entities) == 1:
        return entities[0]
    ticker = cues.ticker_after(clean, hit.end)
    if ticker:
        named = [e for e in entities if ticker in e.tickers]
        if named:
            return named[0]
    equities = [e for e in entities if e.kind == "equity"]
    if hit.suffix and len(equities) == 1:
        return equities[0]
    linked = [e for e in entities if e.name in story.linked]
    if len(linked) == 1:
        return linked[0]
    others = [e for e in entities if e.kind != "equity"]
    if others:
        return others[0]
    equities = _of_market(equities, story.market)
    exact = [e for e in equities if e.name == hit.form or e.symbol == hit.form]
    same = {e.name for e in equities}
    if len(same) == 1 or len(exact) == 1:
        return exact[0] if exact else equities[0]
    return None


def _of_market(equities: list[Entity], market: str) -> list[Entity]:
    """Those listed where the article is about, and not in India where it is not about India."""
    indian = [e for e in equities if e.exchange in ("XNSE", "XBOM")]
    if market == "IN":
        return indian or equities
    return [e for e in equities if e not in indian] or equities


def market_of(texts: Sequence[str]) -> str:
    """The market an article is about, by its money and its indices: "IN" or none."""
    return "IN" if any(_INDIAN.search(text) for text in texts) else ""


_INDIAN = regex.compile(r"\u20b9|\bRs\.?\s?\d|\bcrores?\b|\blakhs?\b|Sensex|Nifty|\b(?:NSE|BSE|Sebi|SEBI|RBI)\b")


# --- companies -------------------------------------------------------------------------------


def _decide_name(clean: str, hit: Hit, entity: Entity, lexicon: Lexicon, story: Story, *, again: bool) -> Verdict:
    if _is_longer_name(clean, hit, lexicon):
        return "no"
    if _SOURCE_BEFORE.search(clean, max(0, hit.start - 40), hit.start):
        return "no"
    if _speaks_as_broker(clean, hit, lexicon):
        return "no"
    if hit.suffix or cues.ticker_after(clean, hit.end) in entity.tickers:
        return "yes"
    if _is_tail(clean, hit, lexicon):
        return "no"
    level = lexicon.levels.get(hit.form)
    if level is None or (" " in hit.form and not is_title(clean, hit.start)):
        return "yes"
    return _decide_word(clean, hit, entity, story, level, again=again)


def _speaks_as_broker(clean: str, hit: Hit, lexicon: Lexicon) -> bool:
    first = word_run(clean, hit.start)
    if first not in lexicon.broker_index.runs:
        return False
    end = name_at(clean, hit.start, lexicon.broker_index, lexicon.brokers)
    if not end:
        return False
    if end > hit.end and lexicon.brokers[clean[hit.start : end]].ticker is None:
        return True
    return roles.is_broker(clean, hit.start, max(end, hit.end))


def _is_tail(clean: str, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether a one-word name ends a longer one: "Deepak Fertilisers", "Henry Ford"."""
    if " " in hit.form or hit.start < 2 or clean[hit.start - 1] != " ":  # noqa: PLR2004
        return False
    before, _ = cues.last_words(clean, hit.start)
    if not before[:1].isupper() or not before.replace(".", "").isalpha() or clean[hit.start - 2] in ",;:":
        return False
    if before in _CAPITAL_BEFORE or before in lexicon.places or before in lexicon.forms:
        return False
    at = hit.start - len(before) - 1
    return not cues.opens_sentence(clean, at) and not is_title(clean, hit.start)


_SOURCE_BEFORE = regex.compile(
    r"\b(?:according[ ]to|compiled[ ]by|polled[ ]by|surveyed[ ]by|data[ ](?:from|by)|provided[ ]by|estimates[ ]from|told)[ ]$",
    regex.REVERSE,
)


def _is_longer_name(clean: str, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether a capitalised noun makes it another name: "Alibaba Health", "Citron Research"."""
    if hit.suffix:
        return False
    word, then, own = cues.next_words(clean, hit.end)
    if own or not word[:1].isupper() or clean[hit.end] != " ":
        return False
    if word not in cues.words("longer_name"):
        return False
    return not (is_title(clean, hit.start) and (then[:1].islower() or then.lower() in cues.words("moving")))


def _decide_word(clean: str, hit: Hit, entity: Entity, story: Story, level: str, *, again: bool) -> Verdict:
    """Link a word-like name on its cues."""
    word, then, own = cues.next_words(clean, hit.end)
    if not own and word.lower() in cues.not_after().get(hit.form, ()):
        return "no"
    if _is_person_or_place(clean, hit, word):
        return "no"
    if cues.stock_named(clean, hit.start, hit.end):
        return "yes"
    before, _ = cues.last_words(clean, hit.start)
    starts = cues.opens_sentence(clean, hit.start)
    title = is_title(clean, hit.start)
    if hit.form.isupper() and entity.exchange == "XNSE":
        known = story.market == "IN" or entity.name in story.linked
        return "yes" if known else "no" if again else "open"
    if starts and clean[hit.end : hit.end + 3] in (", t", ", a", ", w"):
        return "yes"
    if before.lower() in cues.words("before_name") and not title:
        return "yes"
    if not starts and not title and (level == "mid" or cues.acts(clean, hit.end)):
        return "yes"
    if entity.name in story.linked and not (title and not starts and not cues.acts(clean, hit.end)):
        return "yes"
    if level == "mid" and starts and cues.acts(clean, hit.end):
        return "yes"
    return "no" if again else "open"


def _is_person_or_place(clean: str, hit: Hit, after: str) -> bool:
    """Whether a capitalised word beside a one-word name makes it a person or a place."""
    if " " in hit.form:
        return False
    before, _ = cues.last_words(clean, hit.start)
    if before in ("Mr.", "Ms.", "Mrs.", "Dr.", "Sen.", "Rep.", "Gov.", "Judge", "President", "in", "near", "from"):
        return True
    if is_title(clean, hit.start):
        return False
    name_after = after[:1].isupper() and after.isalpha() and clean[hit.end : hit.end + 1] == " "
    return name_after and after not in _CAPITAL_AFTER


_CAPITAL_BEFORE = frozenset(
    """CEO CFO COO Monday Tuesday Wednesday Thursday Friday Saturday Sunday I US U.S U.K UK EU AI EV IPO
    Chinese Indian American German Japanese French British Korean Swiss Dutch Italian Spanish European
    Asian Canadian Australian Taiwanese Swedish Danish Norwegian Finnish Israeli Brazilian Mexican
    Russian Inc Corp Ltd Co Plc The A An At In On With For And But While As If By From To Of Shares
    Stock Street Internet Big Tech Nasdaq Dow""".split()
)
_CAPITAL_AFTER = frozenset("CEO CFO COO Chief Chairman President Shares Stock Stocks Inc Corp I Monday Tuesday Wednesday Thursday Friday".split())


def is_title(clean: str, at: int) -> bool:
    """Whether the line around a place is written in Title Case."""
    left = clean.rfind("\n", 0, at) + 1
    right = clean.find("\n", at)
    line = clean[max(left, at - 90) : min(right if right >= 0 else len(clean), at + 90)]
    found = _TITLE_WORD.findall(line)
    capitals = sum(w[0].isupper() for w in found)
    return len(found) > 2 and capitals >= 0.75 * len(found)  # noqa: PLR2004


# --- everything else -------------------------------------------------------------------------


def _index(clean: str, hit: Hit) -> bool:
    """An index, not the exchange, the newspaper or a fund on it."""
    word, then, own = cues.next_words(clean, hit.end)
    if word in _INDEX_NOT_AFTER:
        return False
    if hit.form in _SAYING and (word.lower() in ("said", "says", "reported", "newspaper", "reports", "business", "data", "plans", "wrote")):
        return False
    before, _ = cues.last_words(clean, hit.start)
    if hit.form in _EXCHANGES:
        return not own and before.lower() not in ("on", "to", "from", "via", "through") and word.lower() not in _EXCHANGE_AFTER and clean[hit.end : hit.end + 1] not in ":)"
    return True


_INDEX_NOT_AFTER = frozenset("ETF ETFs Trust Fund Funds UCITS Global Ratings Capital Newswires".split())
_SAYING = frozenset("Nikkei S&P Nasdaq Dow TSX".split()) | {"Dow Jones", "Hang Seng"}
_EXCHANGES = frozenset("Nasdaq NASDAQ".split())
_EXCHANGE_AFTER = frozenset("listing listings listed exchange stock market rules close debut delisting trading ticker under global inc".split())


def _commodity(clean: str, hit: Hit) -> bool:
    """A commodity where a price is meant: "gold slipped", "oil prices", not "oil companies"."""
    word, then, own = cues.next_words(clean, hit.end)
    lower = word.lower()
    if own:
        return lower in cues.words("commodity_after") or lower in cues.words("moving") or then in cues.words("moving") or lower in ("gains", "rally", "losses", "decline", "rise", "advance", "drop", "slide")
    if lower in cues.words("longer_commodity") or (word[:1].isupper() and not is_title(clean, hit.start) and clean[hit.end : hit.end + 1] == " "):
        return False
    if " " in hit.form and hit.form.split()[-1] in _SURE:
        return True
    return (
        lower in cues.words("commodity_after")
        or cues.moves(clean, hit.end)
        or _PRICE_AFTER.match(clean, hit.end) is not None
        or _PRICE_BEFORE.search(clean, max(0, hit.start - 40), hit.start) is not None
        or hit.form.startswith(("spot ", "Spot ", "Brent", "West Texas", "WTI"))
    )


_SURE = frozenset("futures price prices contract contracts crude".split())
_PRICE_AFTER = regex.compile(
    r"""(?:,?[ ](?:and|or|,)?[ ]?\w+){0,2}[ ](?:(?:rose|fell|gained|slipped|climbed|dropped|jumped|declined|advanced|were|rise|fall|slip|gain)\b)
      | [ ](?:for|was|were|is|at|near|above|below|around)[ ](?:\$|Rs|[A-Z][a-z]+[ ]delivery|down|up|little|flat|steady|\d)
      | [ ](?:futures|prices?|contracts?)\b""",
    regex.VERBOSE,
)
_PRICE_BEFORE = regex.compile(
    r"\b(?:[Pp]rices?[ ](?:of|for)|ounce[ ]of|barrel[ ]of|[Bb]enchmark|[Ss]pot|(?:rally|drop|rise|fall|decline|gains?|jump|slump|rebound|surge|plunge|slide|losses|retreat|advance)[ ]in)[ ](?:U\.?S\.?[ ])?$",
    regex.REVERSE,
)


def _currency(clean: str, hit: Hit) -> bool:
    """A currency's rate, not an amount: "the yen rose", not "500 yen", "per dollar"."""
    word, then, own = cues.next_words(clean, hit.end)
    form = hit.form
    if _UNIT_BEFORE.search(clean, max(0, hit.start - 14), hit.start) or _AGAINST.search(clean, max(0, hit.start - 40), hit.start):
        return False
    if word.lower() in cues.words("currency_after") or clean[hit.end : hit.end + 1] in "-$":
        return False
    if form in _VERBS or (form.isupper() and len(form) == 3) or form.endswith("$") or form == "Rs":  # noqa: PLR2004
        return cues.moves(clean, hit.end) and clean[max(0, hit.start - 4) : hit.start].lower().endswith("the ") if form in _VERBS else cues.moves(clean, hit.end) and not then[:1].isdigit()
    if form.endswith("s") and not form.endswith("ss"):
        return cues.moves(clean, hit.end) and form not in ("pounds", "euros", "dollars", "rupees")
    if " " in form:
        return True
    before, _ = cues.last_words(clean, hit.start)
    return before.lower() in _CURRENCY_BEFORE or cues.moves(clean, hit.end) or own or cues.opens_sentence(clean, hit.start)


_VERBS = frozenset("won real rand peso crown krona krone baht dram sol lev lei zloty".split())
_CURRENCY_BEFORE = frozenset(
    "the stronger weaker offshore onshore spot chinese japanese turkish indian british china's japan's india's turkey's britain's".split()
)


def _sector(clean: str, hit: Hit) -> bool:
    """A sector where it moves: "Financials slipped", not "the world's biggest banks announce"."""
    if hit.form.endswith(("stocks", "shares", "assets", "equities")):
        return True
    word, _, _ = cues.next_words(clean, hit.end)
    before, _ = cues.last_words(clean, hit.start)
    if word.lower() in ("stocks", "shares", "sector", "space", "pack", "counters", "names"):
        return True
    return cues.moves(clean, hit.end) and (
        cues.opens_sentence(clean, hit.start) or before in ("while", "as", "and", "but", "with", "the")
    )


def _always(clean: str, hit: Hit) -> bool:
    return bool(clean) and hit.end > hit.start


_TESTS = {
    "index": _index,
    "commodity": _commodity,
    "fx": _currency,
    "rate": _always,
    "bond": _always,
    "sector": _sector,
    "group": _always,
}
