"""Whether a name stands for itself: not in "Alibaba Health", "Henry Ford"."""

from __future__ import annotations

import regex

from finfacts.lexicons.instruments import Lexicon
from finfacts.mentions.instruments import cues, roles
from finfacts.mentions.instruments.names import Hit, name_at, word_run
from finfacts.patterns import lazy

_CAPITAL_BEFORE = cues.words("capital_before")


def is_whole_name(clean: str, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether a name is no part of a longer one, nor a place, a source or a broker speaking."""
    return not (
        _is_longer_name(clean, hit, lexicon)
        or _is_data_house(clean, hit)
        or _is_source(clean, hit, lexicon)
        or speaks_as_broker(clean, hit, lexicon)
        or is_tail(clean, hit, lexicon)
        or _STATE_AFTER.match(clean, hit.end)
        or _PMI_AFTER.match(clean, hit.end)
    )


def _is_data_house(clean: str, hit: Hit) -> bool:
    """Whether a house is named for its figures: "Nielsen data", "a FactSet survey"."""
    if hit.form.rpartition(" ")[2] not in cues.words("data_houses"):
        return False
    word, then, _ = cues.next_words(clean, hit.end)
    return word in cues.words("figures") or (word.islower() and then in cues.words("figures"))


def _is_source(clean: str, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether a name only tells who says so: "polled by", or "data from" a house of figures."""
    match = _SOURCE_BEFORE.search(clean, max(0, hit.start - 40), hit.start)
    if match is None or not match[0].startswith("data"):
        return match is not None
    houses = cues.words("data_houses")
    return hit.form in lexicon.brokers or not houses.isdisjoint(hit.form.split())


def is_tail(clean: str, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether a name ends a longer one: "Deepak Fertilisers", "People's Bank of China"."""
    if hit.start < 2 or clean[hit.start - 1] != " ":  # noqa: PLR2004
        return False
    if " " in hit.form:
        return _ends_bank(clean, hit)
    if cues.opens_sentence(clean, hit.start):
        return False
    before, _ = cues.last_words(clean, hit.start)
    if (
        not before[:1].isupper()
        or not before.replace(".", "").isalpha()
        or clean[hit.start - 2] in ",;:"
    ):
        return False
    if _stands_apart(before, hit, lexicon) or cues.is_title(clean, hit.start):
        return False
    at = hit.start - len(before) - 1
    return not cues.opens_sentence(clean, at) or not _may_open(before)


def _ends_bank(clean: str, hit: Hit) -> bool:
    """Whether another bank's name goes before: "the Reserve Bank of India"."""
    kinds = cues.words("kinds_of_bank")
    return hit.form.startswith("Bank of ") and cues.last_words(clean, hit.start)[0] in kinds


def _stands_apart(before: str, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether the capitalised word before a name is no part of it: a place, a day, another name."""
    if before in _CAPITAL_BEFORE or before in lexicon.places:
        return True
    acronym = hit.form.isupper() and len(hit.form) <= len("AMC")  # "Quantum AMC" is a house
    return before in lexicon.forms and not acronym and not _is_feature(before, hit, lexicon)


def _is_feature(before: str, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether a word-like name after a company's is something of its: "Snapchat Discover"."""
    if hit.form not in lexicon.levels or before in lexicon.levels:
        return False
    return any(e.kind == "equity" for e in lexicon.entities(before))


def _may_open(word: str) -> bool:
    """Whether a sentence's first word may stand before a name: "Rival", "Unlike", "Embattled"."""
    lower = word.lower()
    return (
        lower in cues.words("openers")
        or lower in cues.words("before_name")
        or (word[1:].islower() and lower.endswith(("ed", "ing", "ly", "maker")))
    )


_STATE_AFTER = lazy(
    r""",[ ](?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida
    |Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts
      |Michigan
    |Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New[ ](?:Hampshire|Jersey|Mexico|York)
    |North[ ](?:Carolina|Dakota)|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode[ ]Island
      |South[ ](?:Carolina
    |Dakota)|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West[ ]Virginia|Wisconsin|Wyoming
    |Ontario|Quebec|Alberta|Germany|France|England|Scotland|Ireland|Switzerland)\b""",
    regex.VERBOSE,
)
_PMI_AFTER = lazy(  # a bank that gives its name to a survey
    r"(?:/Markit)?(?:'s)?[ ](?:(?i:flash|china|india|manufacturing|services|composite)[ ]){0,3}"
    r"PMIs?\b"
)
_SOURCE_BEFORE = lazy(
    r"\b(?:according[ ]to|compiled[ ]by(?:[ ][\w&. ]{2,28}[ ]and)?|polled[ ]by|surveyed[ ]by"
    r"|data[ ](?:from|by)"
    r"|provided[ ]by|estimates[ ]from|told)[ ]$",
    regex.REVERSE,
)


def _is_longer_name(clean: str, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether a capitalised noun makes it another name: "Alibaba Health", "Citron Research"."""
    if hit.suffix:
        return False
    word, then, own = cues.next_words(clean, hit.end)
    if own or not word[:1].isupper() or clean[hit.end] != " ":
        return False
    if word == "Projects" and cues.is_title(clean, hit.start):
        return False  # the verb
    if word not in cues.words("longer_name"):
        longer = then in cues.words("longer_name") and then not in _TITLES_TOO
        if not (longer and word.isalpha()) or cues.is_title(clean, hit.start):
            return False
        return not name_at(clean, hit.end + 1, lexicon.index, lexicon.forms)
    return not (
        cues.is_title(clean, hit.start)
        and (then[:1].islower() or then.lower() in cues.words("moving"))
    )


_TITLES_TOO = frozenset({"Index", "Group", "International", "Global", "Financial", "Ltd"})


def is_surname(clean: str, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether a short name is a person's here: "Atul Goyal, an analyst", "Officer Jo Lam"."""
    if " " in hit.form or not (lexicon.is_harvested(hit.form) or hit.form in lexicon.levels):
        return False
    if any(hit.form in (e.name, e.symbol) for e in lexicon.entities(hit.form)):
        return False
    first = _FIRST_NAME.search(clean, max(0, hit.start - 60), hit.start)
    if first is None or first["first"] in lexicon.places or first["first"] in _CAPITAL_BEFORE:
        return False
    return first["role"] is not None or _PERSON_AFTER.match(clean, hit.end) is not None


_FIRST_NAME = lazy(
    r"""
    (?P<role>\b(?:[Aa]nalysts?|[Ss]trategist|[Ee]conomist|[Mm]anager|[Ii]nvestor|[Tt]rader
      |[Bb]illionaire|[Ff]ounder
      |chairman|president|director|[Mm]inister|Officer|Chairman|President|Director|CEO|CFO|COO)[ ])?
    \b(?P<first>\p{Lu}\p{Ll}+)[ ](?:\p{Lu}\.[ ])?$
    """,
    regex.VERBOSE | regex.REVERSE,
)
_PERSON_AFTER = lazy(
    r",[ ](?:(?:an?|the|its|who|whose|chief|co-?founder|founder|head|president|senior|vice|managing"
    r"|portfolio|director|global)\b|\p{L}+[ ](?:analyst|strategist|economist|manager)\b|\d\d,)"
    r"|[ ](?:said|told|wrote)\b"
)


def is_part_of_another(clean: str, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether a word-like name stands right after a company's: "Snapchat Discover"."""
    if hit.form not in lexicon.levels or " " in hit.form or cues.is_title(clean, hit.start):
        return False
    before = cues.last_words(clean, hit.start)[0]
    return clean.endswith(f"{before} ", 0, hit.start) and _is_feature(before, hit, lexicon)


def is_others_name(clean: str, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether a harvested short name begins another's here: "Greenlight Capital"."""
    if " " in hit.form or not lexicon.is_harvested(hit.form):
        return False
    clear = hit.form not in lexicon.levels
    if clear and any(e.name == hit.form for e in lexicon.entities(hit.form)):
        return False
    return _is_longer_name(clean, hit, lexicon)


def speaks_as_broker(clean: str, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether the name is a house that rates or forecasts here."""
    first = word_run(clean, hit.start)
    if first not in lexicon.broker_index.runs:
        return False
    end = name_at(clean, hit.start, lexicon.broker_index, lexicon.brokers)
    if not end:
        return False
    if end > hit.end and lexicon.brokers[clean[hit.start : end]].ticker is None:
        return True
    return roles.is_broker(clean, hit.start, max(end, hit.end))
