"""Cue words: the forms of verbs, the longest phrase first, no word of two minds."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from finfacts.lexicons.cues import _verb_forms, load_cues

FILES = sorted(
    path.name.removesuffix(".toml")
    for path in files("finfacts.lexicons").joinpath("cues").iterdir()
    if path.name.endswith(".toml")
)
FORMS = {
    "rise rose risen": {"rise", "rises", "rose", "risen", "rising"},
    "climb": {"climb", "climbs", "climbed", "climbing"},
    "dip": {"dip", "dips", "dipped", "dipping"},
    "surge": {"surge", "surges", "surged", "surging"},
    "rally": {"rally", "rallies", "rallied", "rallying"},
    "crash": {"crash", "crashes", "crashed", "crashing"},
    "gain": {"gain", "gains", "gained", "gaining"},
    "edge_up": {"edge up", "edges up", "edged up", "edging up"},
    "free": {"free", "frees", "freeed", "freeing"} - {"freeed"} | {"freed"},
    "stay": {"stay", "stays", "stayed", "staying"},
}
MEANT = {
    "fell": ("MOVE", "down"),
    "climbs": ("MOVE_BASE", "up"),
    "rises": ("NOUN", "up"),
    "shedding": ("COUNT_ING", "down"),
    "unchanged": ("PARTICLE", "flat"),
    "selloff": ("NOUN", "down"),
    "didn't": ("NOT", "not"),
    "its": ("POSSESSIVE", "its"),
}


@pytest.mark.parametrize("verb", FORMS)
def test_forms(verb: str) -> None:
    assert set(_verb_forms(verb, "MOVE")) == FORMS[verb]


@pytest.mark.parametrize("word", MEANT)
def test_means(word: str) -> None:
    entry = load_cues("grammar", "moves")[word][-1]
    assert (entry.rest, tuple(entry.cue)) == ((), MEANT[word])


@pytest.mark.parametrize("name", FILES)
def test_longest_phrase_comes_first(name: str) -> None:
    for entries in load_cues(name).values():
        lengths = [len(entry.rest) for entry in entries]
        assert lengths == sorted(lengths, reverse=True)


@pytest.mark.parametrize("name", FILES)
def test_words_are_lower_case_and_plain(name: str) -> None:
    tables = tomllib.loads(
        files("finfacts.lexicons").joinpath("cues", f"{name}.toml").read_text("utf-8")
    )
    words = [w for senses in tables.values() for entries in senses.values() for w in entries]
    assert [word for word in words if word != word.lower() or word != " ".join(word.split())] == []
