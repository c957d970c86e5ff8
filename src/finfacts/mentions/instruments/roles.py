"""Whether a bank speaks as a broker: "JPMorgan raised its target", not "JPMorgan shares fell"."""

from __future__ import annotations

from functools import lru_cache

import regex

from finfacts.patterns import lazy

_LOOK_BACK = 60
_LOOK_AHEAD = 140
_ANALYST_AFTER = lazy(
    r"""
    (?:'s?)?[ ]+ (?:(?:equity|credit|senior|chief|lead|global|U\.?S\.?|research|tech|bank|retail
      |sell-side|market|rates|currency)[ ]+){0,3}
      (?:[Aa]nalysts?|strategists?|economists?|brokerage|research|desk|note|survey|basket|gauge)\b
    | [ ](?:(?:Chief|Senior|Lead|Markets?|Equity|Global|Investment|Technical)[ ]){0,3}
      (?:Analysts?|Strategists?|Economists?)\b
    | 's[ ](?:[\w-]+[ ]){0,4}?(?:analyst|strategist|economist
      |head[ ]of[ ](?:[\w-]+[ ]){0,2}(?:research|strategy|economics))\b
    | 's[ ]+(?:[A-Z][\w.'-]+[ ]+){1,2}[A-Z][\w'-]+
    | [ ]\(\p{Lu}\p{Ll}+(?:[ ]\p{Lu}[\p{L}.'-]*){1,2}\)[ ]*(?:\n|$)
    | (?:[ ]Instinet)?,[ ]\p{Lu}\p{Ll}+(?:[ ]\p{Lu}\.?)?[ ]\p{Lu}[\p{L}'-]+
      (?=\n|$|[ ]\p{Lu}(?![\p{L}'-]*[ ]\p{Lu}))
    """,
    regex.VERBOSE,
)
_ACTION_AFTER = lazy(
    r"""
    (?:,?[ ]+(?:also|even|however|both|each|all|has|have|had|recently|today|separately
      |meanwhile|\w+ly
      |(?:and|&)[ ][A-Z][\w&.]*(?:[ ][A-Z][\w&.]*){0,2})\b){0,3},?[ ]+
    (?P<verb> (?:rais|lower|cutt|trimm|lift|boost|slash|hik|reiterat|maintain|initiat
        |reduc)ing
      | raise[sd]? | lift(?:s|ed)? | cuts? | trim(?:s|med)? | lower(?:s|ed)? | slash(?:es|ed)?
      | upgrade[sd]? | (?:double-)?(?:down|up)grading | (?:double-)?downgrade[sd]?
      | initiate[sd]? | start(?:s|ed)? | resume[sd]?
      | reiterate[sd]? | maintain(?:s|ed)? | ke(?:eps|pt) | retain(?:s|ed)? | boost(?:s|ed)?
      | hike[sd]? | increase[sd]? | reduce[sd]? | affirm(?:s|ed)? | reaffirm(?:s|ed)? | s(?:ees|aw)
      | recommends? | suspend(?:s|ed)? | beg(?:an|ins) | assume[sd]? | rate[sd]? | nudge[sd]?
      | set(?:s)? | assigned | expects? | put | has | stay(?:s|ed)? | remain(?:s|ed)?
        | bump(?:s|ed)?
      | tweak(?:s|ed)? | double[sd]? | drop(?:s|ped)? | dropped | call(?:s|ed)? | repeat(?:s|ed)?
      | turn(?:s|ed)? | move[sd]? | name[sd]? | add(?:s|ed)? | launch(?:es|ed)? | revise[sd]? )\b
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_ACTION_OBJECT = lazy(
    r"""
    \b(?: (?:price[ ])?targets? | ratings? | coverage | (?:to|at|from|an?)[ ]['"]?(?:buy|sell
      |hold|neutral
      |overweight|underweight|outperform|underperform|equal[ -]weight|market[ -]perform|accumulate
      |add|reduce|peer[ ]perform|sector[ ]perform|in[ -]line|strong[ ]buy|conviction)
      | overweight | underweight | outperform | underperform | equal[ -]weight | estimates? | PT
      | upgrade[sd]? | downgrade[sd]? | (?:buy|sell|hold|neutral|accumulate)[ ](?:call|on) )\b
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_WRITES = lazy(
    r"[ ]+(?:recently[ ]|also[ ])?"
    r"(?:wrote|writes|noted|argues|argued|believes|reckons|recommends|recommended|sees)\b"
    r"|[ ]+(?:(?:is|are|remains?|turns?|turned|stays?)[ ])?"
    r"(?:bullish|bearish|upbeat|positive|negative|neutral|cautious|overweight|underweight)[ ]on\b"
    r"|[ ]+(?:said|says)\b[^.;\n]{0,160}\b(?:note|report|clients|analysts?)\b"
)
_RATES_AT_ONCE = lazy(r"upgrad|(?:double-)?downgrad|initiate|reiterate", regex.IGNORECASE)
_BROKER_BEFORE = lazy(
    r"""
    (?: \b(?:[Aa]nalysts?|[Ss]trategists?|[Ee]conomists?|[Bb]rokers?|brokerages?|broking
      |[Rr]esearchers|team|colleagues)
          (?:[ ][A-Z][\w.'-]+){0,3}[ ](?:at|from|with|of|led[ ]by)(?:[ ][a-z]+){0,2}
          (?:[ ][A-Z][\w.&'-]+(?:[ ][A-Z&][\w.&'-]*){0,4},?[ ]and)?
      | \b(?:analyst|strategist|economist|manager|head|director|trader|officer|president
        |partner|research
          |strategy|economics|desk|research|markets|adviser|advisor
            |specialist)\b[^.;]{0,40}[ ](?:at|with|for|of)
      | \b(?:according[ ]to|says|said|upgraded[ ]by|downgraded[ ]by|upgrade[ ](?:by|from)
        |downgrade[ ](?:by|from)
          |brokerages?|brokers?|analysts,[ ](?:including|such[ ]as)
          |(?:notes?|comments?|report|guide|picks|ideas|Check)[ ](?:from|by)|research[ ]firm
            |broking[ ]firm
          |(?:survey(?:ed)?|poll(?:ed)?|compiled|calculations|estimates|study)\b[^.;,"]{0,30}[ ]by)
      | [A-Z]\w+[ ][A-Z][\w'-]+[ ](?:at|of|from|with)
    )[ ](?:the[ ])?$
    """,
    regex.VERBOSE | regex.REVERSE,
)
_SPEAKER_BEFORE = lazy(
    r"""
    :[ ]* (?: \p{Lu}[\w.'-]*(?:[ ]\p{Lu}[\w.'-]*){1,3},[ ] (?:[\p{L}. &]{2,40},[ ])? )?$
    """,
    regex.VERBOSE | regex.REVERSE,
)
_LINE_ENDS = lazy(  # "Taher Badshah, Motilal Oswal AMC"
    r"(?:[ ](?:AMC?|MF|PE|PWM|Wealth|India|Securities|Mutual[ ]Fund|Capital(?:[ ]Markets)?"
    r"|Financial(?:[ ]Services)?|Asset[ ]Management|Investment[ ]Managers?)){0,2}[ ]*(?:\n|$)"
)
_ISSUER_AFTER = lazy(
    r"(?:'s?)?[ ]+(?:\([^)]*\)[ ]+)?(?:shares?|stock|earnings|profit|results|revenue|ADRs?|CEO"
    r"|scrip)\b"
)
_SENTENCE_END = lazy(r"[.;!?\n](?:\s|$)")


@lru_cache(maxsize=256)  # asked by several finders of the same places
def is_broker(clean: str, start: int, end: int) -> bool:
    """Whether the house at this place rates, forecasts or speaks, and is no issuer here.

    >>> text = "JPMorgan raised its target on Apple to $300."
    >>> is_broker(text, 0, 8)
    True
    """
    if _ISSUER_AFTER.match(clean, end):
        return False
    if _ANALYST_AFTER.match(clean, end) or _WRITES.match(clean, end):
        return True
    before = clean[max(0, start - _LOOK_BACK) : start]
    if _BROKER_BEFORE.search(before):
        return True
    if _LINE_ENDS.match(clean, end) and _SPEAKER_BEFORE.search(before):
        return True  # "Prefer IT stocks: Nilesh Shah, Axis Capital"
    return _rates(clean, end)


def _rates(clean: str, end: int) -> bool:
    action = _ACTION_AFTER.match(clean, end)
    if action is None:
        return False
    if _RATES_AT_ONCE.match(action["verb"]):
        return True
    stop = _SENTENCE_END.search(clean, action.end(), action.end() + _LOOK_AHEAD)
    limit = stop.start() if stop else action.end() + _LOOK_AHEAD
    return _ACTION_OBJECT.search(clean, action.end(), limit) is not None


def is_issuer(clean: str, start: int, end: int) -> bool:
    """Whether a house is in the news as a company: "UBS shares", "UBS posted", "rival UBS"."""
    return bool(
        _ISSUER_AFTER.match(clean, end)
        or _OWN_NEWS.match(clean, end)
        or _AS_STOCK.search(clean, max(0, start - _LOOK_BACK), start)
    )


def speaks_of_others(clean: str, end: int) -> bool:
    """Whether a house says what it thinks, and not of itself: "Citi sees oil at $60"."""
    return _SPEAKS.match(clean, end) is not None


def tells_of_ratings(clean: str, start: int, end: int) -> bool:
    """Whether ratings or targets are the talk of the line around a house, or it heads its lines."""
    left = clean.rfind("\n", max(0, start - _LOOK_AHEAD), start) + 1 or max(0, start - _LOOK_AHEAD)
    right = clean.find("\n", end, end + _LOOK_AHEAD)
    stop = right if right >= 0 else end + _LOOK_AHEAD
    alone = left == start and not clean[end:stop].strip(" .:")
    return alone or _RATING_TALK.search(clean, left, stop) is not None


_RATING_TALK = lazy(
    r"""
    \b(?: price[ ](?:targets?|objective) | targets?[ ](?:to|on|for|from|of|by) | PT
      | (?:price|growth|GDP|inflation|oil|Brent|gold|silver|rupee|month|earnings)[ ]forecasts?
      | (?:rating|recommendation)s? | overweight | underweight | outperform | underperform
      | equal[ -]weight | market[ -]perform | (?:up|down)grad(?:e[sd]?|ing) | initiated?
      | (?:to|at|from|an?)[ ]['"]?(?:buy|sell|hold|neutral)['"]?(?=[ ]?[,.;(]|[ ](?:from|on|at)) )\b
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_OWN_NEWS = lazy(
    r"(?:'s)?[ ](?:also[ ]|has[ ]|had[ ])?(?:posted|reported|reports|posts|beat|beats|missed|misses"
    r"|blamed|slid|fell|rose|dropped|gained|climbed|jumped|tumbled|declined|lost|plunged|soared"
    r"|(?:\w+[ ]){0,2}(?:dividend|profit|results|earnings|quarter|buyback|branches|board|losses))\b"
)
_AS_STOCK = lazy(
    r"\b(?:[Ss]hares[ ]of|[Ss]tock[ ]of|stakes?[ ]in|investments?[ ]in"
    r"|(?:[Rr]ivals?|[Pp]eers?|[Cc]ompetitors?)(?:[ ](?:including|like|such[ ]as))?)[ ]"
    r"(?:[A-Z][\w.&]*,?[ ](?:and[ ])?){0,4}$",
    regex.REVERSE,
)
_SPEAKS = lazy(
    r"""
    [ ] (?:also[ ]|now[ ])? (?:says?|said|sees?|saw|expects?|expected|estimate[sd]?|forecasts?
      |predict(?:s|ed)?|project(?:s|ed)|warn(?:s|ed)|caution(?:s|ed)|argue[sd]|recommend(?:s|ed)
      |thinks?|believe[sd]?|reckon(?:s|ed)|note[sd]|wrote|writes|calculate[sd]
      |pegs?|pegged|cite[sd])\b
    (?! (?:[ ][\w,.]+){0,4}? [ ](?:it|it's|its|own|(?:the|our)[ ](?:bank|firm|lender|company)
        |net[ ]interest|net[ ]income|revenues?|profits?|earnings|results|costs)\b )
    | 's[ ](?:[\w-]+[ ]){0,3}?(?:survey|models?|note|basket|picks|bets|ideas)\b
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
