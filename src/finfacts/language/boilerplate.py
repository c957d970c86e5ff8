"""Sentences that claim nothing: adverts, disclaimers, e-mail lines, credits, "click here"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

import regex

from finfacts.patterns import any_of, lazy

_OPENING = lazy(
    r"""
      (?:
        (?:for|more|see|read|also\ (?:see|read)|related|don't\ miss|watch|listen)\b[^.]{0,40}
            (?:\barticles?\ like\ this|\bupdates\ and\ corrections|\bratings?\ (?:page|here)|:\ )
      | to\ contact\ the\ (?:reporter|editor|author)
      | --?\ ?with\ assistance
      | \(?(?:updates?|adds|recasts|corrects|rewrites)\b[^.]*\bparagraphs?\b
      | \(?(?:updates?|adds|recasts)\ (?:with|to|throughout|shares?|prices?|closing)\b
      | subscribe\ (?:now|to)\b
      | sign\ up\ (?:for|to|here|now)\b
      | (?:click|tap)\ (?:here|to)\b
      | disclaimer\b | disclosure\b
      | add\ [\w\ ]{1,40}\ as\ a\ preferred\ source[^.]{0,40}$
      | (?:photo|image|source|credit)s?\ ?(?:by|:|credit)
      | considering\ buying\b
      | (?:reporting|editing|writing|compiled)\ by\b
      | \xa9 | copyright\b | all\ rights\ reserved
      | this\ (?:article|story|content)\ (?:was|is|originally|first)\b
      | [^\s@]+@[^\s@]+\.[a-z]{2,}\s*$
    )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_WITHIN = lazy(
    r"""
      \b(?:should\ not\ be\ (?:construed|considered)
      | not\ (?:constitute|intended\ as)\ (?:investment|financial)\ advice
      | past\ performance\ (?:is|does)\ no[t]?\b | \[at\]
      | consult\ (?:a|an|your)\ [\w\- ]{0,30}advis[eo]r
      | motley\ fool\ (?:has|recommends|owns) | has\ no\ position\ in\ any
      | zacks\ rank\ \#\d\ \(strong )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# One of these stands in whatever ``_WITHIN`` matches; looking for them is ten times as quick.
_hints = any_of(
    "advi",
    "construed",
    "considered",
    "past performance",
    "[at]",
    "motley",
    "no position",
    "zacks rank",
)


def is_boilerplate(sentence: str) -> bool:
    """Whether a sentence is an advert, credit or disclaimer and claims nothing.

    >>> is_boilerplate("For more articles like this, please visit us")
    True
    >>> is_boilerplate("For the week, the index rose 2%.")
    False
    """
    if _OPENING.match(sentence):
        return True
    return _hints(sentence.lower()) and _WITHIN.search(sentence) is not None


class _Clean(Protocol):
    @property
    def clean(self) -> str:
        """The words, in plain characters."""


Clean = TypeVar("Clean", bound=_Clean)


def prose(sentences: Iterable[Clean]) -> Iterator[Clean]:
    """Yield the sentences that may claim something: no boilerplate, no links to other articles.

    Headlines that follow "More from Ann:" or "Related stories" point elsewhere, up to the next
    sentence that ends as one.
    """
    linking = False
    for sentence in sentences:
        words = sentence.clean
        linking = _LINKS.match(words) is not None or (linking and _END.search(words) is None)
        if not (linking or is_boilerplate(words)):
            yield sentence


_LINKS = lazy(
    r"""
      (?:more\ (?:from|on|by)\ (?:the\ )?(?-i:\p{Lu})[^.:]{1,40}:?
      | (?:related|recommended|trending|popular)
        \ (?:stories|articles|links|news|reading|posts)\b[^.]{0,20}
      | (?:read|see)\ (?:the\ latest\b[^.]{0,60} | (?:more|also|next)\b:?)
      | follow\ [^.]{2,60}\ on\ (?:twitter|linkedin|facebook|x)\b.*
      | (?:you\ (?:may|might)\ also\ like|most\ read|read\ next)\b:?)\s*$
    """,
    regex.VERBOSE | regex.IGNORECASE | regex.DOTALL,
)
_END = lazy(r"[.!?][\"')]*\s*$")
