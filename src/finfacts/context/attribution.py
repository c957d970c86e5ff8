"""Who says so: "according to LSEG", "media reports", "the company said", "analyst X wrote"."""

from __future__ import annotations

import regex

from finfacts.context.sentence import Sentence
from finfacts.patterns import any_of, lazy

_NAME = r"(?:[\p{Lu}][\w.&'\-]*|of|for|and|the|at|de|data|compiled|by)"
_SAYS = (
    r"(?:said|says|wrote|noted|told|estimates"
    r"|(?:added|reported|estimated)(?!\ [\p{Sc}\d]|\ \w+\ \d))"
)
_WHO = lazy(
    rf"""
      \b(?:[Aa]ccording\ to(?!\ plan|\ schedule)|[Cc]iting|[Aa]s\ per)\ (?P<source>
          (?:people|sources|persons)\ (?:familiar\ with|close\ to)\ the\ \w+
        | (?:(?:a|an|the|data|people|sources)\ )?(?:[\w.&'\-]+)(?:\ {_NAME}){{0,6}})
    | (?P<reports>\b(?:[Mm]edia|[Nn]ews|[Pp]ress|[Ll]ocal\ media|[Ll]ocal|Bloomberg|Reuters)
          \ reports?\b)
    | (?P<speaker>\b(?:[Tt]he\ (?:company|firm|agency|ministry|regulator|bank|newspaper)
          | (?!(?:The|It|This|That)\ )
            [\p{{Lu}}][\w.&'\-]*(?:\ (?:[\p{{Lu}}][\w.&'\-]*|of|and|&)){{0,5}}
          | (?:analysts?|economists?|strategists?|traders|people\ familiar\ with\ the\ \w+)))
        (?:\ also)?\ {_SAYS}\b
    """,
    regex.VERBOSE,
)
# One of these stands in whatever the pattern matches; looking for them is much quicker.
_hints = any_of(
    *("ccording to", "iting ", "s per ", " report", " said", " says", " wrote", " noted"),
    *(" told", " estimate", " added"),
)


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
    match = _WHO.search(sentence.passage.clean, sentence.start, sentence.end)
    if match is None:
        return None
    group = next(name for name in ("source", "reports", "speaker") if match[name])
    start, end = match.span(group)
    return sentence.passage.text[start:end].strip()
