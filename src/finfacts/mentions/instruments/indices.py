"""Indices that a publisher's name tells and the lexicon lacks: "Bloomberg Asia Pacific Oil Index".

They have no symbol; "the index" after them means them, not the index named before.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import regex

from finfacts.language.passage import Passage
from finfacts.lexicons.instruments import Lexicon
from finfacts.mentions.instruments.cues import only_moves
from finfacts.patterns import lazy
from finfacts.values import Instrument

_PUBLISHED = lazy(
    r"""
    \b(?:Bloomberg|MSCI|S&P|FTSE|S(?:toxx|TOXX)|Dow[ ]Jones|N(?:asdaq|ASDAQ)|Russell|C(?:boe|BOE)
      |KBW|NYSE|PHLX|Philadelphia|Topix|Nifty|BSE|Hang[ ]Seng|CSI|Bursa[ ]Malaysia|Solactive
      |HFR[IX]|Eureka[Hh]edge|Horizons|ICE|Nikkei)
    (?: [ /](?!Index\b)
        (?:[\p{Lu}\p{N}][\p{L}\p{N}.&/-]*+ | & | (?:of|and|ex|for)(?=[ ]\p{Lu})) ){1,8}
    [ ][Ii]ndex\b(?![ ](?:ETFs?|[Ff]unds?|Trust)\b)
    """,
    regex.VERBOSE,
)
_NAMED = lazy(  # of anyone: "the BNP Paribas Equity Value Europe index"
    r"(?<=\b[Tt]he[ ])\p{Lu}[\p{L}\p{N}&.-]*+(?:[ ](?!Index\b)[\p{Lu}\p{N}][\p{L}\p{N}&.-]*+){1,6}"
    r"[ ](?:Stock[ ])?[Ii]ndex\b"
)
_OTHER = lazy(
    r"\b(?:Billionaires?|Prices?|Managers|Confidence|Sentiment|Homes?|Activity|Uncertainty"
    r"|Manufacturing|Misery|Intelligence|Purchasing|PMI|CPI|Optimism|Climate|Cost|Sales|Freedom"
    r"|Happiness|Production|Leading|Economic|Business|Consumer|Housing|Vehicle|Value Index)\b"
)
_CONFIDENCE = Decimal("0.7")


def find_published(passage: Passage, lexicon: Lexicon) -> Iterator[Instrument]:
    """Yield the indices of a passage that bear a publisher's name and are not in the lexicon.

    >>> from finfacts.lexicons.instruments import load_lexicon
    >>> passage = Passage("The MSCI Peru Copper Index rose.")
    >>> [found.name for found in find_published(passage, load_lexicon())]
    ['MSCI Peru Copper Index']
    """
    if "ndex" not in passage.clean:
        return
    found = (*_moving(passage.clean), *_PUBLISHED.finditer(passage.clean))
    for match in {match.start(): match for match in found}.values():  # each once
        name = match[0]
        bare = name[: -len(" Index")].removesuffix(" Stock")
        if name in lexicon.forms or bare in lexicon.forms or _OTHER.search(name):
            continue
        span = passage.span(*match.span())
        yield Instrument(name=name, kind="index", link="name", confidence=_CONFIDENCE, span=span)


def _moving(clean: str) -> Iterator[regex.Match[str]]:
    """Yield names of indices by anyone that move: "the BNP Paribas Equity Value Europe index"."""
    return (match for match in _NAMED.finditer(clean) if only_moves(clean, match.end()))
