"""Brokerages and research houses by name: "JPMorgan", "Evercore ISI", "Pivotal Research Group".

Every house of the lexicon is found, whatever its role; a name that is a house only in the right
company ("Benchmark", "Stephens", "Choice") needs a broker's context.
"""

from __future__ import annotations

import re

import regex

from finfacts.language.passage import Passage
from finfacts.lexicons.instruments import Lexicon
from finfacts.mentions.instruments.roles import is_broker
from finfacts.values import Brokerage

_WORD = re.compile(r"[^\W_]+")
_REST = regex.compile(
    r"(?:[ ](?:Securities|Research|Capital[ ]Markets|Capital|Equities|Group|Financial|Global[ ]Research))?"
    r"(?:,?[ ](?:Inc|LLC|Co|Ltd|plc|Corp|AG|SA|LP|L\.P)\b\.?|[ ]&[ ]Co\b\.?)?"
)
_HOUSE = regex.compile(
    r"""\b(?P<name>(?:\p{Lu}[\p{L}.'&-]*[ ]){1,3}(?:Research(?:[ ](?:Group|Partners))?|Securities|Capital[ ]Markets
        |Equities|Broking|Institutional[ ]Equities|Advisory[ ]Group|Research[ ]Partners))\b""",
    regex.VERBOSE,
)
_WEAK = frozenset({"rating_agency"})


def find_brokerages(passage: Passage, lexicon: Lexicon) -> list[Brokerage]:
    """Return the houses named in a passage, in order, none overlapping.

    >>> from finfacts.lexicons.instruments import load_lexicon
    >>> found = find_brokerages(Passage("Jefferies cut its rating on Nike."), load_lexicon())
    >>> [(house.name, house.span.text) for house in found]
    [('Jefferies', 'Jefferies')]
    """
    clean = passage.clean
    starts = lexicon.broker_starts
    found: list[Brokerage] = []
    done = 0
    for match in _WORD.finditer(clean):
        forms = starts.get(match[0])
        if forms is None or (start := match.start()) < done:
            continue
        form = next((f for f in forms if _stands(clean, start, f)), None)
        if form is None:
            continue
        end = start + len(form)
        if form in lexicon.levels and not is_broker(clean, start, end):
            continue
        done = end
        found.append(Brokerage(name=lexicon.brokers[form].name, span=passage.span(start, end)))
    return sorted([*found, *_unknown_houses(passage, found)], key=lambda b: b.span.start)


def _stands(clean: str, start: int, form: str) -> bool:
    """Whether a form stands here as whole words, not in "JPMorgan-backed"."""
    end = start + len(form)
    if not clean.startswith(form, start) or (start and clean[start - 1] in "-@#_$"):
        return False
    after = clean[end : end + 2]
    return not after[:1].isalnum() and not (after[:1] in "-&@." and after[1:].isalnum())


def _unknown_houses(passage: Passage, found: list[Brokerage]) -> list[Brokerage]:
    """Houses that the lexicon lacks but whose words and company say so: "Pivotal Research Group"."""
    clean = passage.clean
    if not any(word in clean for word in ("Research", "Securities", "Capital Markets", "Equities", "Broking", "Advisory")):
        return []
    return [
        Brokerage(name=match["name"], span=passage.span(match.start(), match.end()))
        for match in _HOUSE.finditer(clean)
        if all(b.span.end <= match.start() or b.span.start >= match.end() for b in found)
        and is_broker(clean, match.start(), match.end())
    ]
