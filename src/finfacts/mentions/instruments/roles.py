"""Whether a bank speaks as a broker: "JPMorgan raised its target", not "JPMorgan shares fell"."""

from __future__ import annotations

import regex

from finfacts.patterns import lazy

_LOOK_BACK = 60
_LOOK_AHEAD = 140
_ANALYST_AFTER = lazy(
    r"""
    (?:'s?)?[ ]+ (?:(?:equity|credit|senior|chief|lead|global|U\.?S\.?|research|tech
      |sell-side)[ ]+){0,3}
      (?:analysts?|strategists?|economists?|brokerage|research|desk|note)\b
    | 's[ ]+(?:[A-Z][\w.'-]+[ ]+){1,2}[A-Z][\w'-]+
    | [ ]\(\p{Lu}\p{Ll}+(?:[ ]\p{Lu}[\p{L}.'-]*){1,2}\)[ ]*(?:\n|$)
    | (?:[ ]Instinet)?,[ ]\p{Lu}\p{Ll}+(?:[ ]\p{Lu}\.?)?[ ]\p{Lu}[\p{L}'-]+(?=[ ]\p{Lu}|\n|$)
    """,
    regex.VERBOSE,
)
_ACTION_AFTER = lazy(
    r"""
    (?:,?[ ]+(?:also|even|both|each|all|has|have|had|recently|today|separately|meanwhile|\w+ly
      |(?:and|&)[ ][A-Z][\w&.]*(?:[ ][A-Z][\w&.]*){0,2})\b){0,3},?[ ]+
    (?P<verb> raise[sd]? | lift(?:s|ed)? | cuts? | trim(?:s|med)? | lower(?:s|ed)? | slash(?:es|ed)?
      | upgrade[sd]? | (?:double-)?downgrade[sd]? | initiate[sd]? | start(?:s|ed)? | resume[sd]?
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
      | upgrade[sd]? | downgrade[sd]? )\b
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_WRITES = lazy(
    r"[ ]+(?:wrote|writes|noted|argues|argued|believes|reckons|recommends|recommended|sees)\b"
    r"|[ ]+(?:said|says)\b[^.;\n]{0,160}\b(?:note|report|clients|analysts?)\b"
)
_RATES_AT_ONCE = lazy(r"upgrade|downgrade|initiate|reiterate", regex.IGNORECASE)
_BROKER_BEFORE = lazy(
    r"""
    (?: \b(?:[Aa]nalysts?|[Ss]trategists?|[Ee]conomists?|[Bb]rokers?|brokerages?|broking
      |[Rr]esearchers|team|colleagues)
          (?:[ ][A-Z][\w.'-]+){0,3}[ ](?:at|from|with|of|led[ ]by)
          (?:[ ][A-Z][\w.&'-]+(?:[ ][A-Z&][\w.&'-]*){0,4},?[ ]and)?
      | \b(?:analyst|strategist|economist|manager|head|director|trader|officer|president
        |partner|research
          |strategy|economics|desk|research|markets|adviser|advisor
            |specialist)\b[^.;]{0,40}[ ](?:at|with|for|of)
      | \b(?:according[ ]to|says|said|upgraded[ ]by|downgraded[ ]by|upgrade[ ](?:by|from)
        |downgrade[ ](?:by|from)
          |brokerages?|brokers?|(?:notes?|comments?|report)[ ](?:from|by)|research[ ]firm
            |broking[ ]firm)
      | [A-Z]\w+[ ][A-Z][\w'-]+[ ](?:at|of|from|with)
    )[ ](?:the[ ])?$
    """,
    regex.VERBOSE | regex.REVERSE,
)
_SPEAKER_BEFORE = lazy(
    r"""
    :[ ]+ (?: \p{Lu}[\w.'-]*(?:[ ]\p{Lu}[\w.'-]*){1,3},[ ] (?:[\p{L}. &]{2,40},[ ])? )?$
    """,
    regex.VERBOSE | regex.REVERSE,
)
_LINE_ENDS = lazy(r"[ ]*(?:\n|$)")
_ISSUER_AFTER = lazy(
    r"(?:'s?)?[ ]+(?:\([^)]*\)[ ]+)?(?:shares?|stock|earnings|profit|results|revenue|ADRs?|CEO"
    r"|scrip)\b"
)
_SENTENCE_END = lazy(r"[.;!?\n](?:\s|$)")


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
