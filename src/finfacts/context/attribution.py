"""Who says so: "according to LSEG", "media reports", "the company said", "analyst X wrote"."""

from __future__ import annotations

import regex

from finfacts.context.sentence import Sentence
from finfacts.patterns import any_of, lazy

_NAME = (
    r"(?:[\p{Lu}][\w.&'\-]*|of|for|and|the|at|de|data|compiled|by"
    r"|analysts?|strategists?|economists?)"
)
_CAPITALS = r"[\p{Lu}][\w.&'\-]*(?:\ (?:[\p{Lu}][\w.&'\-]*|of|and|&)){0,5}"
_SAYS = (
    r"(?:said|says|wrote|noted|told|estimates|tweeted"
    r"|(?:added|reported|estimated)(?!\ [\p{Sc}\d]|\ \w+\ \d))"
)
_FORESEE = r"(?:expect(?:ed)?|estimated?|forecast|predict(?:ed)?|project(?:ed)?|anticipated?)"
_NOBODY = (
    r"(?:The|It|This|That|He|She|They|We|I|You|But|And|So|Yet|In|On|At|As|If|When|While|After"
    r"|Since|Also|Now|Meanwhile|Separately|However|Who|Which|There)"
)
_PEOPLE = (
    r"(?:(?:people|persons?|sources?)\ (?:familiar\ with|close\ to|briefed\ on|with"
    r"\ (?:direct\ )?knowledge\ of)\ the\ \w+)"
)
_WHO = lazy(
    rf"""
      \b(?:[Aa]ccording\ to(?!\ plan|\ schedule)|[Cc]iting|[Aa]s\ per|(?<=,\ )per)\ (?P<source>
          (?:an?\ )?{_PEOPLE}
        | (?:(?:a|an|the|data|people|sources)\ )?(?:[\w.&'\-]+)(?:\ {_NAME}){{0,6}})
    | (?P<reports>\b(?:[Mm]edia|[Nn]ews|[Pp]ress|[Ll]ocal\ media|[Ll]ocal|Bloomberg|Reuters)
          \ reports?\b)
    | \b(?P<data>(?:[Dd]ata\ (?:compiled\ by|from)\ {_CAPITALS}
          | (?:{_CAPITALS}|customs|government|official|industry)\ (?:data|figures))
          )\ (?:shows?|showed|indicated?|suggest(?:ed)?)\b
    | \b(?P<forecasters>(?:[Aa]nalysts|[Ee]conomists|[Ss]trategists)
          (?:\ (?:polled|surveyed|tracked)\ by\ {_CAPITALS})?)\ {_FORESEE}\b
    | [,"]\ (?:said|wrote|says|tweeted)\ (?P<after>(?:an?\ )?{_PEOPLE}
          | (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|{_NOBODY}\ ){_CAPITALS})
    | (?P<speaker>\b(?:[Tt]he\ (?:company|firm|agency|ministry|regulator|bank|newspaper)
          | (?!{_NOBODY}\ ){_CAPITALS}
          | (?:analysts?|economists?|strategists?|traders|{_PEOPLE})))
        (?:\ also)?\ {_SAYS}\b
    """,
    regex.VERBOSE,
)
# One of these stands in whatever the pattern matches; looking for them is much quicker.
_hints = any_of(
    *("ccording to", "iting ", "per ", " report", "said", " says", " wrote", " noted"),
    *(" told", " estimate", " added", " tweeted", " show", " indicate", " suggest", " expect"),
    *(" forecast", " predict", " project", " anticipate", "wrote", "says"),
)


_SHORT = lazy(r"\b(?:Inc|Co|Corp|Ltd|Cos|Jr|\p{Lu})\.$")
_GROUPS = ("source", "reports", "data", "forecasters", "after", "speaker")


def attribution(sentence: Sentence) -> str | None:
    """Return the words that name who says what a sentence claims, or None.

    >>> from finfacts.context.sentence import Found, Sentence
    >>> from finfacts.language.passage import Passage
    >>> text = "Sales fell 3%, according to LSEG data."
    >>> attribution(Sentence(Passage(text), 0, len(text), Found()))
    'LSEG data'
    """
    if not _hints(sentence.clean):
        return None
    found = list(_WHO.finditer(sentence.passage.clean, sentence.start, sentence.end))
    if not found:
        return None
    # "analysts expect $1.20, according to FactSet": a source is nearer to who says so
    match = next((one for one in found if not one["forecasters"]), found[0])
    group = next(name for name in _GROUPS if match[name])
    start, end = match.span(group)
    words = sentence.passage.text[start:end].strip()
    return words if _SHORT.search(words) else words.rstrip(".")
