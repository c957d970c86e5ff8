"""Whether the words around a date speak of what is to come: "will report on Thursday".

Cues are looked for in the clause of the date, before it and shortly after it. Without a cue the
text tells of the past, as news mostly does.
"""

from __future__ import annotations

import regex

from finfacts.patterns import lazy

_BEFORE = 110
_AFTER = 60
_CUE = lazy(
    r"""
    \b(?:
      will(?!\s+have\b) | won't | would | 'll | shall
    | (?:is|are|was|were|be|been|now|widely|still|due|currently)\s+(?:\w+ly\s+)?
        (?:due|set|scheduled|slated|expected|forecast|projected|poised|planned|seen|likely|
           predicted|estimated|anticipated|on\s+tap|about)
        (?!\s+by\b|\s+(?:\w+\s+)?(?:fallen|risen|to\s+have)\b)
    | (?:look|looks|looked|looking)\s+(?:set|poised|likely)
    | (?!agreed\s+to\s+(?:buy|acquire|purchase|sell|merge|take)\b)
      (?:want|need|wish|hope|seek|vow|pledge|promise|agree|decide|commit|go|look)
        (?:s|es|ed|d|ing|ting)?\s+to\b
    | (?:is|are)\s+to\s+(?:be\s+)?(?=\w+)
    | due\s+(?:to|on|in|at|by|out|later|early|late|before|after|next|this)
    | (?<!had\s)(?<!than\s)(?<!as\s)
        (?:expects?|expecting)\b
    | (?<!had\s)(?<!than\s)(?<!as\s)
        (?:forecasts?|projects|sees|targets|plans?|planning|intends?|aims?|aiming|anticipates?|hopes|guides|guided|predicts?|estimates)
        (?=\s+(?:to|for|that|its|the|a|an|full|fourth|third|second|first|q\d|revenue|sales|
          earnings|profit|adjusted|net|growth|\d|\p{Sc}|fiscal)\b|\s+\p{Sc})
    | it\s+(?:now\s+)?(?:expects|sees|forecasts)
    | comes?\s+out | speaks? | meets? | sets?\s+policy | convenes? | decides? | brings?
    | look(?:s|ing)?\s+forward | upcoming | forthcoming | coming\s+up | awaits? | awaiting
    | ahead\s+of
    | (?:chances?|odds|probability|likelihood|possibility)\s+(?:of|that|for)
    | looking\s+ahead | gear(?:s|ing)?\s+up | prepar(?:es|ing)\s+for
    | deadline | scheduled\s+for | slated\s+for | set\s+for | pencilled\s+in
    | until | by(?=\s+(?:the\s+)?(?:end\s+of\s+)?$)
    )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_PAST = lazy(
    r"""
    \b(?: having | since | was | were | had | did | fell | rose | dropped | gained | lost | jumped
        | climbed | slid | slipped | closed | ended | reported | said | wrote | told | added
        | announced | warned | hit | reached | posted | after\s+\w+ing | from\s+(?:its|a|the)
        | compared\s+with | versus | (?:up|down)\s+from )\b
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_TOLD = lazy(
    r"\b(?:was|were|had|did|went|fell|rose|lost|hit|sank|led|drove|grew|came|took|shed|\w{2,}ed)\b"
)
_CLAUSE = lazy(
    r"(?<!:\s*)\n|,['\"]\s|[.!?]['\")]*\s+(?=\p{Lu})|(?<!\b[A-Z][a-z]{2})(?<=\p{Ll}[.])(?=\p{Lu})"
    r"|,\s+(?:and|but|while|after|although|as|having|which|with|following)\b|\s+--?\s+"
    r"|\s(?:after|although|while|whereas|following|because)\s"
)
_NEXT = lazy(
    r"""
    (?:'s)?\s+(?:
      brings\b | will\b | is\s+(?:due|expected|set|scheduled|likely|seen)\b
    | (?:may|could|might)\s+(?:also\s+)?(?:provide|offer|give|show|bring|shed)\b
    | (?:delivery|contracts?|futures|expiry|expiration)\b
    | are\s+(?:due|expected|set|scheduled)\b | (?:\w+\s+)?(?:deadline|election)\b
    )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_FIGURE = lazy(
    r"""
      (?:'s)?\s+(?:[\w-]+\s+){0,3}?(?:guidance|outlook|forecasts?|targets?)\b
    | ,?\s+(?!and\b|but\b|while\b)(?:[\w'.&]+\s+){1,4}?
      (?:plans?|expects?|sees|forecasts|targets|aims|will|anticipates|projects|guides
        |(?:is|are)\s+(?:guiding|projecting|forecasting|predicting|expecting|targeting))\b
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_OUTLOOK = lazy(
    r"\b(?:guidance|outlook|forecasts?|projections?|targets?|estimates?)\s+(?:for|of)\b", regex.I
)
_SOON = lazy(
    r"(?r)\b(?:as\s+(?:soon|early|late)\s+as|no\s+(?:later|earlier)\s+than"
    r"|(?:expiring|effective|starting|beginning)(?:\s+on|\s+in)?)\s+",
    regex.I,
)

_MEASURED = lazy(r"(?r)\b(?:from|than|over|above|below|versus)\s+(?:the\s+|its\s+)?", regex.I)
_CLOSED = lazy(r"'s\s+(?:\p{L}+\s+)?(?:clos(?:e|ing)|settle(?:ment)?|finish|level|price)\b")


def looks_ahead(text: str, start: int, end: int, *, figure: bool = False) -> bool:
    """Return whether the clause around ``text[start:end]`` is about the future.

    Args:
        text: the clean text.
        start: where the date begins.
        end: where it ends.
        figure: whether it names a year or a part of one, whose figures are forecast ("2026
            guidance", "For 2026, the chain plans ...").

    >>> looks_ahead("It will report on Thursday.", 18, 26)
    True
    >>> looks_ahead("It had expected more on Thursday.", 24, 32)
    False
    """
    if _CLOSED.match(text, end) and _MEASURED.match(text, max(0, start - 18), start):
        return False
    if _SOON.match(text, max(0, start - 18), start):
        return True
    before = _clause_before(text, start)
    cues = [match.end() for match in _CUE.finditer(before)]
    if figure and not cues:
        cues = [match.end() for match in _OUTLOOK.finditer(before)]
    if cues:
        return _PAST.search(before, cues[-1]) is None
    if _NEXT.match(text, end, end + _AFTER):
        return True
    return figure and _FIGURE.match(text, end, end + _AFTER) is not None


def tells_past(text: str, start: int) -> bool:
    """Return whether the clause before a date tells of what has happened.

    >>> tells_past("It surged 4% in the next three sessions", 16)
    True
    """
    before = _clause_before(text, start)
    return _TOLD.search(before) is not None and _CUE.search(before) is None


def _clause_before(text: str, start: int) -> str:
    window = text[max(0, start - _BEFORE) : start]
    cut = 0
    for match in _CLAUSE.finditer(window):
        cut = match.end()
    return window[cut:]
