"""Companies that a sentence brings up and nothing links: "Zorbex CEO Jo Li said the company".

What stands for a company after them is theirs, not that of the issuer linked before.
"""

from __future__ import annotations

import regex

from finfacts.context.anaphors import Family, noun_words
from finfacts.context.subjects import Told
from finfacts.lexicons.instruments import Lexicon
from finfacts.patterns import lazy

_NAME = r"(?P<name>\p{Lu}[\p{L}\p{N}&-]+(?:[ ]\p{Lu}[\p{L}\p{N}&-]+){0,2}?)"
_OFFICER = lazy(
    rf"""
    \b{_NAME}[ ](?:CEO|CFO|COO|[Cc]hief[ ](?:[Ee]xecutive|[Ff]inancial|[Oo]perating)|President
      |Chair(?:man|woman)|Managing[ ]Director|spokes(?:man|woman|person)|representatives?
      |founder|co-founder)\b
    """,
    regex.VERBOSE,
)
_TOLD_OF = lazy(rf"\b{_NAME},[ ]which\b")
_TRADED = lazy(
    rf"""
    \b(?:[Rr]ecommend(?:s|ed)?|bought|sold|picked|upgraded|downgraded)[ ]{_NAME}(?=[ ,.])
    """,
    regex.VERBOSE,
)

_INDEX = lazy(rf"\b{_NAME}[ ](?:Index|Average|Composite)(?!\w)")
_RULES: dict[Family, tuple[regex.Pattern[str], ...]] = {
    "equity": (_OFFICER, _TOLD_OF, _TRADED),
    "index": (_INDEX,),
}


def brings_in_another(told: Told, until: int, family: Family, lexicon: Lexicon) -> bool:
    """Whether a company or index that nothing links is the last one brought up before a place.

    Args:
        told: the sentence.
        until: where the phrase stands in it, or the sentence ends.
        family: what the phrase can mean.
        lexicon: its places are no companies.
    """
    spans = [(i.span.start, i.span.end) for i in told.mentions if i.span.end <= until]
    last = max((end for _, end in spans), default=told.start)
    return any(
        match.start("name") >= last
        and _is_company(match["name"], lexicon)
        and not any(i.name.startswith(match["name"].split()[0]) for i in told.mentions)
        for rule in _RULES.get(family, ())
        for match in rule.finditer(told.clean, told.start, until)
    )


def tells_of_a_house(told: Told, until: int) -> bool:
    """Whether one who manages money is named, whom "the firm" may mean: "SQN Investors"."""
    return any(
        all(match.end() <= i.span.start or i.span.end <= match.start() for i in told.mentions)
        for match in _HOUSE.finditer(told.clean, told.start, until)
    )


_HOUSE = lazy(
    r"\b(?:Federation|Association|Institute|Union|Chamber|Council|Society|Bureau)[ ]of\b"
    r"|\b\p{Lu}[\p{L}&.-]+(?:[ ]\p{Lu}[\p{L}&.-]+){0,3}[ ](?:Investors|Capital|Partners"
    r"|Management|Advisors|Advisers|Associates|Ventures|Research|Investments?|Funds?|Equity"
    r"|Association|Federation|Institute|Council)\b"
)


def _is_company(name: str, lexicon: Lexicon) -> bool:
    words = name.split()
    if name in lexicon.brokers or words[0] in lexicon.brokers:
        return False
    return not any(word in lexicon.places or _is_no_name(word) for word in words)


def _is_no_name(word: str) -> bool:
    return word in noun_words("no_names") or word.lower() in noun_words("officers")
