"""How to look for thousands of names in a text: by the letters or digits they begin with.

A word of the text is looked up once; only where names begin with it are longer stretches tried.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache

_RUN = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class NameIndex:
    """The names that begin with a word.

    Attributes:
        runs: by first word, the most words that a name beginning with it has: counted, as text,
            or the name or names still to be counted.
        odd: names that end in a mark ("Yahoo!"), by first word, the longest first.
    """

    runs: dict[str, int | str | list[str]]
    odd: dict[str, list[str]]

    def most(self, word: str) -> int:
        """Return the most words that a name beginning with this one has; 0 where there is none."""
        found = self.runs.get(word, 0)
        if isinstance(found, int):
            return found
        count = _count(found) if isinstance(found, str) else max(map(_count, found))
        self.runs[word] = count
        return count


def _count(form: str) -> int:
    return int(form) if form.isdigit() and len(form) < 3 else len(_RUN.findall(form))  # noqa: PLR2004


def index_names(forms: Collection[str], counted: Mapping[str, str]) -> NameIndex:
    """Index names, on top of first words whose names were counted before.

    >>> index_names(["New York Times", "Yahoo!"], {}).most("New")
    3
    """
    runs: dict[str, int | str | list[str]] = {**counted}
    for form in forms:
        word = form.partition(" ")[0]
        first = word if word.isalnum() else _first(word)
        known = runs.setdefault(first, form)
        if isinstance(known, list):
            known.append(form)
        elif known is not form:
            runs[first] = [str(known), form]
    odd: dict[str, list[str]] = {}
    for form in sorted([form for form in forms if not form[-1].isalnum()], key=len, reverse=True):
        odd.setdefault(_first(form.partition(" ")[0]), []).append(form)
    return NameIndex(runs, odd)


@cache
def _first(form: str) -> str:
    """The letters or digits that a name, or its first word, begins with."""
    match = _RUN.match(form)
    return match[0] if match else ""
