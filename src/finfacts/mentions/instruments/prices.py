"""Where an index, a commodity, a currency or a sector is a price: "gold slipped".

Each test takes a name and the words beside it and says whether its price or level is meant.
"""

from __future__ import annotations

from collections.abc import Callable

import regex

from finfacts.mentions.instruments import cues
from finfacts.mentions.instruments.names import Hit
from finfacts.patterns import lazy
from finfacts.values import InstrumentKind

_LOOK = 48
_MOVE_NOUN = (
    "rally|drop|rise|fall|decline|gains?|jump|slump|rebound|surge|plunge|slide|losses|retreat|"
    "advance|rout|selloff|sell-off|weakness|strength|weakening|strengthening|depreciation"
    "|appreciation"
)
_PRICE_AFTER = lazy(
    r"""
      (?:,?[ ](?:and|or)[ ]\w+|,[ ]\w+){1,2}[ ](?:rose|fell|gained|slipped|climbed|dropped
        |jumped|declined
        |advanced|were|rise|fall|slip|gain|decline|climb|touch|hit|edge|extend)\b
    | [ ](?:for|was|were|is|at|near|above|below|around)[ ](?:\$|Rs|\p{Lu}\p{Ll}+[ ]delivery
      |down|up|little|flat|steady|\d)
    | (?:[ ](?:is|was|were|has|had|last|now|also|being)){0,3}[ ](?:stood|stands|finished
      |fetch(?:es|ed)
      |quoted|bid|traded|trading|settled|hover(?:s|ed|ing)|changed[ ]hands)[ ](?:at|for|near|around
      |above|below|[$]|Rs)
    | [ ](?:futures|prices?|contracts?|rates?)\b
    | [ ](?:in|de)creased[ ](?:by[ ])?\d
    | (?:[ ]prices)?[ ](?:to|near|at|around|above|below)[ ](?:an?[ ]|its[ ]|the[ ])?(?:new
      |record|fresh|all-time|multi|[\w]+-(?:month|week|year|day)|\$|Rs)
    | [ ]\([A-Z]{2,3}=[FX]\)
    | :[ ](?:UP|DOWN|FLAT|[Uu]p|[Dd]own|[Ff]lat|\$\d|[+-]\d)\b
    | [ ](?:shines?|glitters?|nurses?|extends?|rout|sell-off|selloff|strength|weakness|rally
      |volatility)\b
    """,
    regex.VERBOSE,
)
_PRICE_BEFORE = lazy(
    rf"""
    \b(?: [Pp]rices?[ ](?:of|for) | ounce[ ]of | barrel[ ]of | [Bb]enchmark | [Ss]pot
      | (?:{_MOVE_NOUN})[ ](?:in|of)
      | alongside | (?:along|together)[ ]with | as[ ](?:did|were|was)
      | boosts? | lifts? | keeps? | kept | lifted | boosted | sends? | sent | pushe[sd]
        | drags? | dragged
      | supports? | weigh(?:s|ed|ing)?[ ]on | underpins? | buoys? | props?[ ]up | pressures?
        | pressured
      | hammers? | hits? | dents? | weaker | stronger | weakening | strengthening | falling
        | rising | cheaper | costlier
      | hardening | sliding | volatile | (?:as|while|after|with|if) )[ ](?:the[ ])?(?:U\.?S\.?[ ])?$
    """,
    regex.VERBOSE | regex.REVERSE,
)
_AMOUNT_BEFORE = lazy(
    r"(?:\d|\b(?:million|billion|trillion|crore|lakh|thousand|hundred|few|per|a|each|every|half"
    r"|in|Rs))[ ]?$",
    regex.REVERSE,
)
_AMOUNT_AFTER = lazy(r"Rs?e?\.?[ ]?\d")  # "a target price of Rs 109"
_AGAINST = lazy(
    r"""
    \b(?:against|per|versus|vs\.?|to|into|cents?[ ]on)[ ](?:the[ ]|a[ ])?
    (?:(?:stronger|weaker|weak|strong|firm|firmer|broader|soft|softer)[ ])?(?:U\.?S\.?[ ])?$
    """,
    regex.VERBOSE | regex.REVERSE,
)


def means_price(kind: InstrumentKind, clean: str, hit: Hit) -> bool:
    """Whether a name of this kind stands for its price or level where it is."""
    test = _TESTS.get(kind)
    return test is None or test(clean, hit)


# --- indices ---------------------------------------------------------------------------------

_SECTOR_INDEX = lazy(  # another index: "the S&P 500 Consumer Discretionary Index"
    r"[ ](?:Consumer|Information|Communications?|Health|Real|Energy|Financials?|Industrials?"
    r"|Materials|Utilities|Technology|Banks?|Retail\p{L}*|Homebuild\p{L}*|Semiconductor\p{L}*|Airlines"
    r"|Insurance|Software|Media|Capped|Oil|Transport\p{L}*|Automobile\p{L}*|Equal|Low|High|Growth|Value"
    r"|Pure|Dividend)\b(?:[ ](?:&|and|\p{Lu}\p{L}+)){0,4}[ ](?:[Ii]ndex|[Ss]ector)\b"
)
_FUND_AFTER = frozenset(
    [
        "Indices",
        "Dow",
        "Russell",
        "ETF",
        "ETFs",
        "Trust",
        "Fund",
        "Funds",
        "UCITS",
        "Global",
        "Ratings",
        "Capital",
        "Newswires",
    ]
)
_NAMED_LAST = lazy(r"[ ]*(?:\n|\(|$)")
_SPEAKERS = frozenset({"Nikkei", "S&P", "Nasdaq", "NASDAQ", "Dow", "TSX", "Dow Jones", "Hang Seng"})
_SPEAKS = frozenset(
    [
        "said",
        "says",
        "reported",
        "newspaper",
        "report",
        "reports",
        "business",
        "data",
        "plans",
        "wrote",
        "affirmed",
        "downgrade",
        "downgrades",
        "downgraded",
        "upgrade",
        "upgrades",
        "upgraded",
        "rating",
        "ratings",
    ]
)
_NAMED_FOR = "Stock Exchange"  # an exchange that an index is called by
_EXCHANGES = frozenset({"Nasdaq", "NASDAQ"})
_TICKER_NEXT = lazy(
    r":(?![ ](?:[+-]?[\d$]|\p{L}?\p{Ll}+))"
)  # "Nasdaq: AAPL", not a row: "Nasdaq: -3%"
_EXCHANGE_AFTER = cues.words("exchange_after")
_PLACE_BEFORE = frozenset(["on", "to", "from", "via", "through", "at"])


def _index(clean: str, hit: Hit) -> bool:
    """An index, not the exchange ("on the Nasdaq"), the newspaper or a fund on it."""
    word, _, own = cues.next_words(clean, hit.end)
    if hit.form == "S&P" and own and not _OWN_MOVE.match(clean, hit.end):
        return False  # "just under S&P's 5 percent threshold"
    if _is_other_index(clean, hit, word) or _is_sector_of(clean, hit):
        return False
    if (
        word in _FUND_AFTER
        or _SECTOR_INDEX.match(clean, hit.end)
        or (hit.form in _SPEAKERS and word.lower() in _SPEAKS)
    ):
        return False
    if hit.form in _SPEAKERS and _NAMED_LAST.match(clean, hit.end):
        return clean[max(0, hit.start - 2) : hit.start] != ": "  # "SoftBank to Merge Units: Nikkei"
    if hit.form not in _EXCHANGES:
        return not hit.form.endswith(_NAMED_FOR) or cues.only_moves(clean, hit.end)
    one, two = cues.last_words(clean, hit.start)
    before = two if one.lower() == "the" else one
    return (
        not own
        and before.lower() not in _PLACE_BEFORE
        and word.lower() not in _EXCHANGE_AFTER
        and clean[hit.end : hit.end + 1] != ")"
        and not _TICKER_NEXT.match(clean, hit.end)
    )


_FAMILIES = frozenset({"FTSE", "S&P", "Nikkei", "Dow Jones", "Euro Stoxx", "Volatility Index"})
_MAKERS = ("MSCI ", "FTSE ", "Stoxx ", "STOXX ")
_OWN_WORDS = cues.words("capital_after") | {
    "Index",
    "Average",
    "Composite",
    "Futures",
    "The",
}
_SURVEY_AFTER = lazy(r"(?:[ /][\w&]+){0,4}[ ](?:PMI|purchasing)\b")


def _is_other_index(clean: str, hit: Hit, word: str) -> bool:
    """Whether a family's name begins or ends another index: "FTSE World Government Bond"."""
    if hit.form not in _FAMILIES and not hit.form.startswith(_MAKERS):
        return False
    before, after = clean[: hit.start].rstrip()[-4:], clean[hit.end : hit.end + 1]
    if after == "/" or before.endswith(("S&P", "ETF")) or _SURVEY_AFTER.match(clean, hit.end):
        return True
    if after != " " or cues.is_title(clean, hit.start):
        return False
    return word[:1].isupper() and word not in _OWN_WORDS


_OWN_MOVE = lazy(
    r"'s[ ](?:[\w.%-]+[ ]){0,4}?(?:gains?|drop|fall|rise|declines?|loss(?:es)?|rally|advance|slump"
    r"|plunge|return|jump|surge|high|low|close|peak|level|record)s?\b"
)
_SMALL_SECTOR = lazy(r"[ ](?P<of>(?:\p{Ll}[\p{L}-]+[ ]){1,3})(?:index|gauge)\b")
_WHOLE = cues.words("moving") | cues.words("of_whole_index")


def _is_sector_of(clean: str, hit: Hit) -> bool:
    """Whether a part of an index is named in small letters: "an S&P 500 chain stores index"."""
    match = _SMALL_SECTOR.match(clean, hit.end)
    return match is not None and not any(word in _WHOLE for word in match["of"].split())


# --- commodities -----------------------------------------------------------------------------

_SURE_LAST = frozenset(["futures", "price", "prices", "contract", "contracts", "crude"])
_SURE_FIRST = ("spot ", "Spot ", "Brent", "West Texas", "WTI")
_MONTHS = frozenset(
    "January February March April May June July August September October November December".split()
)
_OTHER_OILS = frozenset({"industrial", "edible", "castor", "cooking", "vegetable", "olive", "fish"})
_OF_METALS = frozenset({"of", "for", "in", "and", "zinc", "copper", "nickel", "spot"})
_OWN_MOVES = cues.words("own_moves")


def _commodity(clean: str, hit: Hit) -> bool:
    """A commodity where a price is meant: "gold slipped", "oil prices", not "oil companies"."""
    word, then, own = cues.next_words(clean, hit.end)
    lower = word.lower()
    if own:
        return (lower if lower not in ("own", "recent", "latest") else then.lower()) in _OWN_MOVES
    other = "oil" in hit.form and cues.last_words(clean, hit.start)[0].lower() in _OTHER_OILS
    if other or lower in cues.words("longer_commodity"):
        return False
    if (word in _MONTHS and then.lower() in _SURE_LAST) or _CODE.match(clean, hit.end):
        return True  # "crude February contract", "gold GCJ21"
    names_on = word[:1].isupper() and clean[hit.end : hit.end + 1] == " "
    if (names_on and not cues.is_title(clean, hit.start)) or _is_verb(clean, hit, lower):
        return False
    placed = _PLACED.match(clean, hit.end)
    end = placed.end() if placed else hit.end
    return _is_surely_priced(hit.form) or cues.moves(clean, end) or _priced(clean, hit, end)


_CODE = lazy(r"[ ]\p{L}{2,4}[FGHJKMNQUVXZfghjkmnquvxz]\d\d?\b")  # month and year it falls due
_PLACED = lazy(  # "gold for immediate delivery", "copper on the London Metal Exchange", "in London"
    r"""
    (?: [ ](?:for|with)[ ](?:(?:immediate|spot|prompt|cash|physical|three-month|next-day
          |same-day|near-month|front-month|\p{Lu}\p{Ll}+)[ ])?(?:delivery|settlement)
          (?:[ ]in[ ](?:three[ ]months|\p{Lu}\p{Ll}+))?
      | [ ]for[ ](?:January|February|March|April|May|June|July|August|September|October|November
          |December)(?![ ](?:delivery|settlement))
      | [ ](?:on|in)[ ](?:the[ ])?(?:\p{Lu}[\p{L}.]+)(?:[ ]\p{Lu}[\p{L}.]+){0,3}
          (?:[ ](?:spot|cash|futures))? (?:[ ](?:market|exchange|trading))?
    ){1,2}
    """,
    regex.VERBOSE,
)


def _is_verb(clean: str, hit: Hit, after: str) -> bool:
    """Whether "lead" is the verb: no other metal or preposition before it, or "to" after it."""
    before = cues.last_words(clean, hit.start)[0].lower()
    return hit.form == "lead" and (after == "to" or before not in _OF_METALS)


def _is_surely_priced(form: str) -> bool:
    """Whether a form says price itself: "oil futures", "Brent crude", not bare "crude"."""
    first, _, last = form.rpartition(" ")
    return (first != "" and last.lower() in _SURE_LAST) or form.startswith(_SURE_FIRST)


def _priced(clean: str, hit: Hit, end: int | None = None) -> bool:
    """Whether words of price stand beside a name, or after the place that follows it."""
    return (
        _PRICE_AFTER.match(clean, end or hit.end) is not None
        or _PRICE_BEFORE.search(clean, max(0, hit.start - _LOOK), hit.start) is not None
    )


# --- currencies ------------------------------------------------------------------------------

_WORDS_TOO = cues.words("words_too")
_AMOUNTS = frozenset(["pounds", "euros", "dollars", "rupees", "yuans", "pesos", "francs"])
_BEFORE = cues.words("before")


def _currency(clean: str, hit: Hit) -> bool:
    """A currency's rate, not an amount: "the yen rose", not "500 yen", "per dollar"."""
    left = max(0, hit.start - _LOOK)
    if (
        _AMOUNT_BEFORE.search(clean, left, hit.start)
        or _AGAINST.search(clean, left, hit.start)
        or _AMOUNT_AFTER.match(clean, hit.start)
    ):
        return False
    word, then, own = cues.next_words(clean, hit.end)
    form = hit.form
    if word.lower() in cues.words("currency_after") or clean[hit.end : hit.end + 1] in ("-", "$"):
        return False
    moving = cues.moves(clean, hit.end)
    before = cues.last_words(clean, hit.start)[0].lower()
    if form in _WORDS_TOO:
        return moving and before == "the"
    if form.isupper() or form.endswith("$") or form in _AMOUNTS:
        return moving and form not in _AMOUNTS and not form.endswith("$") and not then[:1].isdigit()
    if " " in form or moving or own or before in _BEFORE:
        return True
    return cues.opens_sentence(clean, hit.start) or _priced(clean, hit)


# --- sectors ---------------------------------------------------------------------------------

_STOCK_WORDS = ("stocks", "shares", "assets", "equities")
_SECTOR_AFTER = frozenset(
    ["stocks", "shares", "sector", "sectors", "space", "pack", "counters", "names", "index"]
)


def _sector(clean: str, hit: Hit) -> bool:
    """A sector by its own word: "the tech sector"; one that moves is for ``sectors`` to find."""
    word, _, _ = cues.next_words(clean, hit.end)
    return hit.form.endswith(_STOCK_WORDS) or word.lower() in _SECTOR_AFTER


_TESTS: dict[InstrumentKind, Callable[[str, Hit], bool]] = {
    "index": _index,
    "commodity": _commodity,
    "fx": _currency,
    "sector": _sector,
}
