"""Cues beside a name: "Target shares", "shares of Gap", "JPMorgan raised its target".

Each test looks at a few words before or after a name and says what they make of it.
"""

from __future__ import annotations

from functools import cache, lru_cache

import regex

from finfacts.lexicons.tables import read_toml, read_words
from finfacts.patterns import lazy

_FILE = "instrument_cues.toml"
_LOOK = 48


@cache
def words(table: str) -> frozenset[str]:
    """Return the words of one table of the cue file."""
    return read_words(_FILE, table)


@cache
def not_after() -> dict[str, frozenset[str]]:
    """Words that, after a word-like form, make it something else: "Target price"."""
    table = read_toml(_FILE)["not_after"]
    return {form: frozenset(after.split()) for form, after in table.items()}


_STOCK_AFTER = lazy(
    r"""
    (?:'s?)?[ ]+ (?:\([^)]{1,40}\)[ ]+)? (?:(?:class|series)[ ][A-C][ ]|common[ ]|ordinary[ ]
      |preferred[ ])?
    (?:shares?|stock|counter|scrip|ADRs?|ADS)\b
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_STOCK_BEFORE = lazy(
    r"""
    \b(?:(?:shares?|stocks?|stakes?|ADRs?|scrips?|holders|investors|shareholders|holdings?|position)
       [ ](?:of|in) | (?:buy|sell|hold|bullish|bearish|short|long|overweight|coverage|rating|target)
       [ ](?:on|for|of) | (?:owner|parent|maker|operator|CEO|chief[ ]executive|chairman
         |chief)[ ]of )
    [ ](?:the[ ])?(?:\w+[ ](?:giant|maker|retailer|chain|company|firm)[ ])?$
    """,
    regex.VERBOSE | regex.IGNORECASE | regex.REVERSE,
)
_CALL_BEFORE = lazy(
    r"""
    (?:^|[\n:;|,.]?[ ]|["'`(])
    (?:prefer|accumulate|avoid|exit|buy|sell|hold|recommend|pick|top[ ]picks?[ ](?:is|are|include)
      |(?:neutral|overweight|underweight|bullish|bearish|positive|negative|cautious|upbeat)[ ]on
      |stick[ ]to|stay[ ]with|stay[ ]away[ ]from|book[ ]profits?[ ]in|(?:buy|sell|prefer)[ ]both)
    [ ]$
    """,
    regex.VERBOSE | regex.IGNORECASE | regex.REVERSE,
)
_TICKER_AFTER = lazy(
    r"[ ]?\((?:(?P<exchange>[A-Z][\w ]{1,18}?)[ ]?:[ ]?)?\$?(?P<ticker>[A-Z0-9&.-]{1,12})\b"
)
_NEXT_WORD = lazy(r"(?P<own>'s?)?,?[ ]+(?P<word>[\w&-]+)(?:[ ]+(?P<then>[\w-]+))?")
_TITLE_WORD = lazy(r"\b\p{L}[\p{L}'-]{3,}")
_TITLE_SHARE = 0.85
_LINE = 240  # no headline is longer
_MARKS = "\"'()[],;:\u2014"


def stock_named(clean: str, start: int, end: int) -> bool:
    """Whether the words beside a name say stock: "Target shares", "a stake in Gap"."""
    return bool(
        _STOCK_AFTER.match(clean, end) or _STOCK_BEFORE.search(clean[max(0, start - _LOOK) : start])
    )


def called(clean: str, start: int) -> bool:
    """Whether a call on a stock stands before a name: "Prefer Idea", "Neutral on Zee"."""
    return bool(_CALL_BEFORE.search(clean, max(0, start - _LOOK), start))


def ticker_after(clean: str, end: int) -> str | None:
    """Return the ticker in the bracket right after a name: "(NASDAQ: MU)", "(RIVN)"."""
    match = _TICKER_AFTER.match(clean, end)
    return match["ticker"] if match else None


@lru_cache(maxsize=256)  # the same few places are asked about again and again
def next_words(clean: str, end: int) -> tuple[str, str, bool]:
    """Return the two words after a name as written, and whether a possessive comes first."""
    match = _NEXT_WORD.match(clean, end)
    if match is None:
        return "", "", False
    return match["word"], match["then"] or "", match["own"] is not None


@lru_cache(maxsize=256)  # the same few places are asked about again and again
def last_words(clean: str, start: int) -> tuple[str, str]:
    """Return the two words before a name as written, the nearer one first."""
    before = clean[max(0, start - _LOOK) : start]
    if not before or before[-1] != " ":
        return "", ""
    line = before.rpartition("\n")[2].split()
    return (line[-1].strip(_MARKS), line[-2] if len(line) > 1 else "") if line else ("", "")


def opens_sentence(clean: str, start: int) -> bool:
    """Whether nothing but quotes stands between a sentence's start and here."""
    i = start - 1
    while i >= 0 and clean[i] in " \"'([":
        i -= 1
    return i < 0 or clean[i] in ".!?:;\n|>*\u2022\u2014"


@lru_cache(maxsize=256)  # the same few places are asked about again and again
def is_title(clean: str, at: int) -> bool:
    """Whether the line around a place is written in Title Case."""
    left = clean.rfind("\n", max(0, at - _LINE), at) + 1
    right = clean.find("\n", at, at + _LINE)
    stop = right if right >= 0 else len(clean)
    if (not left and at > _LINE) or stop - at > _LINE:
        return False
    if clean[left:stop].rstrip().endswith((".", ";", ":")):
        return False
    found = _TITLE_WORD.findall(clean, max(left, at - 90), min(stop, at + 90))
    found = [word for word in found if word not in words("small_in_titles")]
    capitals = sum(word[0].isupper() for word in found)
    return len(found) > 2 and capitals >= _TITLE_SHARE * len(found)  # noqa: PLR2004


def ends_heading(clean: str, start: int, end: int) -> bool:
    """Whether a name ends a heading of a few capitalised words: "Family Venture"."""
    left = clean.rfind("\n", 0, start) + 1
    if clean[end : end + 1] not in ("", "\n"):
        return False
    line = clean[left:end].split()
    return len(line) <= _HEADING and all(word[:1].isupper() for word in line)


_HEADING = 4  # words


def acts(clean: str, end: int) -> bool:
    """Whether a verb of moving or reporting follows: "Target fell", "Block said", "Gap's sales"."""
    word, then, own = next_words(clean, end)
    lower = word.lower()
    if _PRICE_TALK.match(clean, end) or reports(clean, end):
        return True
    if own:
        return lower in words("owned") or then.lower() in words("owned")
    if lower in {"also", "has", "had", "have", "is", "was", "will", "shares", "reportedly", "once"}:
        return moves(clean, end) or then.lower() in words("moving") | words("reporting") | {
            "the",
            "a",
            "not",
            "in",
            "one",
        }
    return lower in words("moving") or lower in words("reporting")


def reports(clean: str, end: int) -> bool:
    """Whether results follow, as headlines tell them: "Trent Q4 net up 28%", "Gati PAT falls"."""
    return _RESULT_TALK.match(clean, end) is not None


def moves(clean: str, end: int) -> bool:
    """Whether a verb of moving follows: "Gold slipped", "Oil is still up", "It was at 109.13"."""
    match = _VERB_PHRASE.match(clean, end)
    if match is not None:
        word = match["word"]
        linked = match["linking"] and (word[:1].isdigit() or word in _AFTER_LINK)
        if linked or word.lower() in words("moving"):
            return True
    return _PRICE_TALK.match(clean, end) is not None


def only_moves(clean: str, end: int) -> bool:
    """Whether a verb of moving follows that says nothing else of those who do business.

    "Banks slipped", "Banks closed higher", not "Banks closed on Monday", "Lenders hold cash".
    """
    return moves(clean, end) and _OTHER_DEED.match(clean, end) is None


_OTHER_DEED = lazy(
    r"""
    [ ](?:(?:have|had|has|were|are|will|would|could|may|also)[ ])?
    (?:clos(?:e|ed|es|ing)|open(?:ed|s|ing)?|hits?|add(?:ed|s)?|trad(?:e|ed|ing)|b(?:uy|ought)
      |stay(?:ed)?|remain(?:ed)?|h(?:old|eld)|top(?:ped)?|end(?:ed|s)?|chang(?:e|ed)|head(?:ed|ing)?
      |extend(?:ed)?|halt(?:ed)?|doubled|tripled|los(?:e|t)|shed|touch(?:ed)?|mixed)\b
    (?![ ](?:\p{Ll}+ly[ ])?(?:higher|lower|up|down|flat|little|positive|negative|\d))
    """,
    regex.VERBOSE,
)
_VERB_PHRASE = lazy(
    r"""
    (?:[ ]\([^()\n]{1,24}\))? (?:'s?)?
    (?: ,[ ](?:an?|the|one|who|which|due|long|once|still|already|\p{Ll}{3,}(?:ed|ing))\b
        [^,.;:()\n]{2,70}+ (?=,) )?
    (?:,[ ]which)? ,?[ ]+
    (?:(?:is|are|was|were)[ ](?:expected|set|likely|poised|forecast)[ ]to[ ]+)?
    (?:(?P<linking>is|was|were|are|has|have|had|will|would|could|may|also|looked)[ ]+)?
    (?: (?:also|still|now|already|since|then|again|last|currently|just|once|been|\p{Ll}{2,}ly)
        [ ]+ ){0,3}
    (?P<word>[\w&-]+)
    """,
    regex.VERBOSE,
)
_PRICE_TALK = lazy(
    r"""
      's[ ](?:[\w-]++[ ]){0,2}?\d[\d.,]*(?:%|[ ]per[ ]?cent)[ ](?:[\w-]++[ ])?(?:gain|drop|fall
        |rise|slide|jump|surge|decline|plunge|rally|advance|slump|loss|tumble|climb|rebound)
    | [ ]\((?:up|down|off)?[ ]?[+-]?\d[\d.]*[ ]?(?:%|per[ ]?cent)\)
    | [ ][+-]\d[\d.]*%
    | [ ](?:has|have|had)[ ](?:more[ ]than|nearly|almost|about|roughly)[ ]
        (?:doubled|tripled|halved|quadrupled)
    | [ ](?:finished|closed|ended|opened|settled)[ ](?:[\w'-]++[ ]){0,4}?
        (?:up|down|higher|lower|flat|at[ ][$\d]|\d[\d.]*(?:%|[ ]per[ ]?cent))
    | [ ](?:set|hit|touched|reached|notched)[ ](?:an?[ ]|its[ ]|another[ ])?(?:[\w-]++[ ]){0,3}?
        (?:high|low|record|peak)s?\b
    """,
    regex.VERBOSE,
)
_RESULT_TALK = lazy(
    r"""
    (?:'s?)?[ ](?:
      (?:Q[1-4]|H[12]|FY[ ]?'?\d{2,4}(?:-\d\d)?|[1-4]Q|(?i:first|second|third|fourth|june
        |september|sept?|december|dec|march|mar|july-september|april-june|october-december
        |january-march)[ ](?i:quarter|qtr))\b
    | (?i:consolidated|standalone|net|profit|PAT|EBITDA|revenues?|earnings)[ ]
      (?i:(?:income|profit|loss|sales|revenues?|net)[ ])?(?i:up|down|rises?|rose|falls?|fell|jumps?
        |jumped|drops?|dropped|surges?|surged|soars?|soared|slips?|slipped|declines?|declined|dips?
        |beats?|misses|missed|tops?|topped
        |doubles?|grows?|grew|at[ ](?:Rs|\$)|narrows?|widens?|plunges?|plunged|climbs?|gains?)\b
    )
    """,
    regex.VERBOSE,
)
_AFTER_LINK = frozenset(["at", "down", "up", "off", "on", "little", "higher", "lower", "unchanged"])
