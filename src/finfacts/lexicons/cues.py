"""Cue words as data: "fell" is a MOVE_VERB down, "as much as" an ADVERB, "while" a CLAUSE break.

A cue file is TOML: a table a tag, in it a list of phrases a sense. ``verbs`` tables give the
forms of each verb ("rise rose risen"; regular verbs by their base form alone) and tag them by
form: ``TAG`` for finite forms, ``TAG_ING`` for participles, ``TAG_BASE`` for forms that may be
a noun as well ("rise", "gains").
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from finfacts.lexicons.tables import read_toml

_VOWELS = "aeiou"
_SHORT_STEM = 3  # "top", "dip": one vowel and one consonant double the last letter


class Cue(NamedTuple):
    """What a word or phrase is: its tag on the tape and its sense ("up")."""

    tag: str
    sense: str


class Entry(NamedTuple):
    """The rest of a phrase after its first word, and what the phrase is."""

    rest: tuple[str, ...]
    cue: Cue


Cues = dict[str, list[Entry]]


@cache
def load_cues(*names: str) -> Cues:
    """Return the cues of the named files, keyed by first word, longest phrase first.

    A phrase of a later file wins over the same phrase of an earlier one.
    """
    phrases: dict[tuple[str, ...], Cue] = {}
    for name in names:
        phrases.update(_phrases(read_toml(f"cues/{name}.toml")))
    cues: Cues = {}
    for words in sorted(phrases, key=lambda words: (-len(words), words)):
        cues.setdefault(words[0], []).append(Entry(words[1:], phrases[words]))
    return cues


def _phrases(tables: dict[str, dict[str, list[str]]]) -> dict[tuple[str, ...], Cue]:
    phrases: dict[tuple[str, ...], Cue] = {}
    for table, senses in tables.items():
        verbs = table.startswith("verbs_")
        tag = table.removeprefix("verbs_").upper()
        for sense, entries in senses.items():
            for entry in entries:
                found = _verb_forms(entry, tag) if verbs else {entry: tag}
                phrases.update((tuple(words.split()), Cue(t, sense)) for words, t in found.items())
    return phrases


def _verb_forms(entry: str, tag: str) -> dict[str, str]:
    """Return form to tag: "rise rose risen" and "edge_back" ("edged back") by its first word.

    >>> sorted(_verb_forms("dip", "MOVE"))
    ['dip', 'dipped', 'dipping', 'dips']
    """
    parts = [part.replace("_", " ") for part in entry.split()]
    base, _, particle = parts[0].partition(" ")
    tail = f" {particle}" if particle else ""
    past = parts[1:] or [_past(base) + tail]
    return {
        base + tail: f"{tag}_BASE",
        _third(base) + tail: f"{tag}_BASE",
        **dict.fromkeys(past, tag),
        _participle(base) + tail: f"{tag}_ING",
    }


def _doubles(base: str) -> bool:
    return (
        len(base) >= _SHORT_STEM
        and base[-1] not in _VOWELS + "wxyh"
        and base[-2] in _VOWELS
        and base[-3] not in _VOWELS
        and sum(letter in _VOWELS for letter in base) == 1
    )


def _third(base: str) -> str:
    if base.endswith(("s", "sh", "ch", "x", "z")):
        return base + "es"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    return base + (base[-1] if _doubles(base) else "") + "ed"


def _participle(base: str) -> str:
    if base.endswith("e") and not base.endswith("ee"):
        return base[:-1] + "ing"
    return base + (base[-1] if _doubles(base) else "") + "ing"
