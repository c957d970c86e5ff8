"""Brokerages and research houses by name: "JPMorgan", "Evercore ISI", "Pivotal Research Group".

Every house of the lexicon is found, whatever its role; a name that is a house only in the right
company ("Benchmark", "Stephens", "Choice") needs a broker's context.
"""

from __future__ import annotations

import regex

from finfacts.language.passage import Passage
from finfacts.lexicons.instruments import Lexicon
from finfacts.mentions.instruments.names import find_names
from finfacts.mentions.instruments.roles import is_broker
from finfacts.values import Brokerage

_HOUSE = regex.compile(
    r"""\b(?P<name>(?:\p{Lu}[\p{L}.'&-]*[ ]){1,3}(?:Research(?:[ ](?:Group|Partners))?|Securities|Capital[ ]Markets
        |Equities|Broking|Institutional[ ]Equities|Advisory[ ]Group|Research[ ]Partners))\b""",
    regex.VERBOSE,
)


def find_brokerages(passage: Passage, lexicon: Lexicon) -> list[Brokerage]:
    """Return the houses named in a passage, in order, none overlapping.

    >>> from finfacts.lexicons.instruments import load_lexicon
    >>> found = find_brokerages(Passage("Jefferies cut its rating on Nike."), load_lexicon())
    >>> [(house.name, house.span.text) for house in found]
    [('Jefferies', 'Jefferies')]
    """
    clean = passage.clean
    found = [
        Brokerage(name=lexicon.brokers[form].name, span=passage.span(start, end))
        for start, end in find_names(clean, lexicon.broker_index, lexicon.brokers)
        for form in (clean[start:end],)
        if (form not in lexicon.levels and form != "S&P") or is_broker(clean, start, end)
    ]
    return sorted([*found, *_unknown_houses(passage, found)], key=lambda b: b.span.start)


def _unknown_houses(passage: Passage, found: list[Brokerage]) -> list[Brokerage]:
    """Houses that the lexicon lacks but whose words and company say so: "Pivotal Research Group"."""
    clean = passage.clean
    if not any(
        word in clean
        for word in ("Research", "Securities", "Capital Markets", "Equities", "Broking", "Advisory")
    ):
        return []
    return [
        Brokerage(name=match["name"], span=passage.span(match.start(), match.end()))
        for match in _HOUSE.finditer(clean)
        if all(b.span.end <= match.start() or b.span.start >= match.end() for b in found)
        and is_broker(clean, match.start(), match.end())
    ]
