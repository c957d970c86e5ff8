"""Which names mean their instrument: "Target shares" does, "the target" does not.

A name that nothing else looks like links by itself; a word-like one needs a cue beside it, or its
issuer linked elsewhere in the article. A name that several issuers share stays open, with the
symbols it might be, unless a ticker or the article decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

import regex

from finfacts.lexicons.instruments import Entity, Lexicon
from finfacts.mentions.instruments import cues, roles
from finfacts.mentions.instruments.names import Hit, name_at, word_run
from finfacts.mentions.instruments.prices import means_price
from finfacts.mentions.instruments.written import NOT_TICKERS

Verdict = Literal["yes", "no", "open"]


@dataclass
class Story:
    """What an article has settled so far: issuers linked, and the listings it writes."""

    market: str = ""
    linked: set[str] = field(default_factory=set)
    listings: dict[str, tuple[str, str | None]] = field(default_factory=dict)


def decide(
    clean: str, hit: Hit, lexicon: Lexicon, story: Story, *, again: bool
) -> tuple[Verdict, Entity | None]:
    """Say whether a hit means a traded thing, and which; "open" asks for a second look.

    Args:
        clean: the text.
        hit: the name in it.
        lexicon: what the name may stand for.
        story: what the article has settled.
        again: whether this is the second look, when the whole article has been read once.
    """
    entity = _choose(clean, hit, lexicon, story)
    if entity is None:
        return ("open" if not again else "no"), None
    if entity.kind in ("equity", "etf", "crypto"):
        return _decide_name(clean, hit, entity, lexicon, story, again=again), entity
    return ("yes" if means_price(entity.kind, clean, hit) else "no"), entity


def _choose(clean: str, hit: Hit, lexicon: Lexicon, story: Story) -> Entity | None:
    """Pick the thing a form means: by ticker, suffix, the article, kind or market."""
    entities = lexicon.entities(hit.form)
    if len(entities) == 1:
        return entities[0]
    ticker = cues.ticker_after(clean, hit.end)
    equities = [e for e in entities if e.kind == "equity"]
    return (
        next((e for e in entities if ticker in e.tickers), None)
        or _by_suffix(clean, hit, equities)
        or _only([e for e in entities if e.name in story.linked])
        or _by_kind(clean, hit, entities)
        or _by_market(equities, story.market)
        or _by_name(hit.form, equities, lexicon)
    )


def _only(entities: list[Entity]) -> Entity | None:
    return entities[0] if len(entities) == 1 else None


def _by_suffix(clean: str, hit: Hit, equities: list[Entity]) -> Entity | None:
    """The British one of "Prudential Plc", the only one of "Dow Inc."."""
    if not hit.suffix or len(equities) == 1:
        return equities[0] if hit.suffix else None
    british = clean[: hit.end].lower().endswith("plc")
    return _only([e for e in equities if (e.exchange == "XLON") == british])


def _by_kind(clean: str, hit: Hit, entities: tuple[Entity, ...]) -> Entity | None:
    """The index, currency or coin where its price is meant, or where no issuer bears the name."""
    others = [e for e in entities if e.kind != "equity"]
    meant = next((e for e in others if means_price(e.kind, clean, hit)), None)
    return meant or (others[0] if len(others) == len(entities) else None)


def _by_market(equities: list[Entity], market: str) -> Entity | None:
    """India's in an article on India's market; of one issuer's listings, elsewhere, the other."""
    indian = [e for e in equities if e.exchange in ("XNSE", "XBOM")]
    if market == "IN":
        return _only(indian)
    if len({e.name for e in equities}) == 1:
        return next((e for e in equities if e not in indian), equities[0])
    return None


def _by_name(form: str, equities: list[Entity], lexicon: Lexicon) -> Entity | None:
    """The one that a shared name means by default, or that bears it as its own name."""
    if form in lexicon.shared:
        default = lexicon.defaults.get(form)
        return next((e for e in equities if e.symbol == default), None)
    return _only([e for e in equities if form in (e.name, e.symbol)])


def market_of(texts: Sequence[str]) -> str:
    """The market an article is about, by its money and its indices: "IN" or none."""
    return "IN" if any(_INDIAN.search(text) for text in texts) else ""


_INDIAN = regex.compile(
    r"\u20b9|\bRs\.?\s?\d|\bcrores?\b|\blakhs?\b|Sensex|Nifty|\b(?:NSE|BSE|Sebi|SEBI|RBI|PSU|Mumbai)\b|\bQ[1-4] (?:net|PAT|profit|results|sales)"
)


# --- companies -------------------------------------------------------------------------------


def _decide_name(
    clean: str, hit: Hit, entity: Entity, lexicon: Lexicon, story: Story, *, again: bool
) -> Verdict:
    named = hit.suffix or cues.ticker_after(clean, hit.end) in entity.tickers
    if named and not _speaks_as_broker(clean, hit, lexicon):
        return "yes"
    if not is_whole_name(clean, hit, lexicon):
        return "no"
    if hit.form in NOT_TICKERS:
        return "yes" if cues.stock_named(clean, hit.start, hit.end) else "no"
    level = lexicon.levels.get(hit.form)
    if level is None or (" " in hit.form and not cues.is_title(clean, hit.start)):
        return "yes"
    return _decide_word(clean, hit, entity, lexicon, story, again=again)


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


def is_whole_name(clean: str, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether a name is no part of a longer one, nor a place, a source or a broker speaking."""
    return not (
        _is_longer_name(clean, hit)
        or _SOURCE_BEFORE.search(clean, max(0, hit.start - 40), hit.start)
        or _speaks_as_broker(clean, hit, lexicon)
        or _is_tail(clean, hit, lexicon)
        or _STATE_AFTER.match(clean, hit.end)
    )


def _is_tail(clean: str, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether a one-word name ends a longer one: "Deepak Fertilisers", "Henry Ford"."""
    if " " in hit.form or hit.start < 2 or clean[hit.start - 1] != " ":  # noqa: PLR2004
        return False
    if cues.opens_sentence(clean, hit.start):
        return False
    before, _ = cues.last_words(clean, hit.start)
    if (
        not before[:1].isupper()
        or not before.replace(".", "").isalpha()
        or clean[hit.start - 2] in ",;:"
    ):
        return False
    if before in _CAPITAL_BEFORE or before in lexicon.places or before in lexicon.forms:
        return False
    if cues.is_title(clean, hit.start):
        return False
    at = hit.start - len(before) - 1
    return not cues.opens_sentence(clean, at) or not _may_open(before)


def _may_open(word: str) -> bool:
    """Whether a sentence's first word may stand before a name: "Rival", "Unlike", "Embattled"."""
    lower = word.lower()
    return (
        lower in cues.words("openers")
        or lower in cues.words("before_name")
        or lower.endswith(("ed", "ing", "ly", "maker"))
    )


_STATE_AFTER = regex.compile(
    r""",[ ](?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia
    |Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan
    |Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New[ ](?:Hampshire|Jersey|Mexico|York)
    |North[ ](?:Carolina|Dakota)|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode[ ]Island|South[ ](?:Carolina
    |Dakota)|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West[ ]Virginia|Wisconsin|Wyoming
    |Ontario|Quebec|Alberta|Germany|France|England|Scotland|Ireland|Switzerland)\b""",
    regex.VERBOSE,
)
_SOURCE_BEFORE = regex.compile(
    r"\b(?:according[ ]to|compiled[ ]by|polled[ ]by|surveyed[ ]by|data[ ](?:from|by)|provided[ ]by|estimates[ ]from|told)[ ]$",
    regex.REVERSE,
)


def _is_longer_name(clean: str, hit: Hit) -> bool:
    """Whether a capitalised noun makes it another name: "Alibaba Health", "Citron Research"."""
    if hit.suffix:
        return False
    word, then, own = cues.next_words(clean, hit.end)
    if own or not word[:1].isupper() or clean[hit.end] != " ":
        return False
    if word not in cues.words("longer_name"):
        return False
    return not (
        cues.is_title(clean, hit.start)
        and (then[:1].islower() or then.lower() in cues.words("moving"))
    )


def _decide_word(
    clean: str, hit: Hit, entity: Entity, lexicon: Lexicon, story: Story, *, again: bool
) -> Verdict:
    """Link a word-like name on its cues."""
    level = lexicon.levels[hit.form]
    word, _, own = cues.next_words(clean, hit.end)
    if not own and word.lower() in cues.not_after().get(hit.form, ()):
        return "no"
    if cues.stock_named(clean, hit.start, hit.end):
        return "yes"
    if _is_person_or_place(clean, hit, word):
        return "no"
    if _is_joined(clean, hit, lexicon):
        return "yes"
    starts = cues.opens_sentence(clean, hit.start)
    if starts and _APPOSITION.match(clean, hit.end):
        return "yes"
    title = cues.is_title(clean, hit.start)
    acts = cues.moves(clean, hit.end) if level == "person" else cues.acts(clean, hit.end)
    if level == "india" and (story.market == "IN" or (len(hit.form) > _SHORT and acts)):
        return "yes"
    if not title and cues.last_words(clean, hit.start)[0].lower() in cues.words("before_name"):
        return "yes"
    if not starts and not title and (level == "mid" or acts):
        return "yes"
    if entity.name in story.linked and (acts or starts or not title):
        return "yes"
    if level in ("mid", "person") and starts and acts:
        return "yes"
    return "no" if again else "open"


def _is_joined(clean: str, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether a clear company is joined to a name: "Visa and Mastercard"."""
    glue = _JOINED.match(clean, hit.end)
    if glue is None:
        return False
    end = name_at(clean, glue.end(), lexicon.index, lexicon.forms)
    form = clean[glue.end() : end] if end else ""
    return (
        form[:1].isupper()
        and form not in lexicon.levels
        and any(e.kind == "equity" for e in lexicon.entities(form))
    )


_JOINED = regex.compile(r",?[ ](?:and|&|or)[ ]|,[ ]")
_SHORT = 3
_APPOSITION = regex.compile(r",[ ](?:the|a|an|which|whose|known|maker)\b")
_TITLES = frozenset(
    [
        "Mr.",
        "Mr",
        "Ms.",
        "Ms",
        "Mrs.",
        "Mrs",
        "Dr.",
        "Dr",
        "Sen.",
        "Rep.",
        "Gov.",
        "Judge",
        "President",
        "Sir",
    ]
)


def _is_person_or_place(clean: str, hit: Hit, after: str) -> bool:
    """Whether the word beside a one-word name makes it a person or a place."""
    if " " in hit.form:
        return False
    before, _ = cues.last_words(clean, hit.start)
    if before in _TITLES or before in ("in", "near", "from"):
        return True
    if cues.is_title(clean, hit.start):
        return False
    name_after = after[:1].isupper() and after.isalpha() and clean[hit.end : hit.end + 1] == " "
    return name_after and after not in _CAPITAL_AFTER


_CAPITAL_BEFORE = frozenset(
    [
        "CEO",
        "CFO",
        "COO",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "I",
        "US",
        "U.S",
        "U.K",
        "UK",
        "EU",
        "AI",
        "EV",
        "IPO",
        "Chinese",
        "Indian",
        "American",
        "German",
        "Japanese",
        "French",
        "British",
        "Korean",
        "Swiss",
        "Dutch",
        "Italian",
        "Spanish",
        "European",
        "Asian",
        "Canadian",
        "Australian",
        "Taiwanese",
        "Swedish",
        "Danish",
        "Norwegian",
        "Finnish",
        "Israeli",
        "Brazilian",
        "Mexican",
        "Russian",
        "Inc",
        "Corp",
        "Ltd",
        "Co",
        "Plc",
        "The",
        "A",
        "An",
        "At",
        "In",
        "On",
        "With",
        "For",
        "And",
        "But",
        "While",
        "As",
        "If",
        "By",
        "From",
        "To",
        "Of",
        "Shares",
        "Stock",
        "Street",
        "Internet",
        "Big",
        "Tech",
        "Nasdaq",
        "Dow",
    ]
)
_CAPITAL_AFTER = frozenset(
    [
        "CEO",
        "CFO",
        "COO",
        "Chief",
        "Chairman",
        "President",
        "Shares",
        "Stock",
        "Stocks",
        "Inc",
        "Corp",
        "I",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
    ]
)
