"""Patterns are compiled late: each must compile, and behave as one that was compiled at once."""

from __future__ import annotations

import pkgutil
from importlib import import_module

import pytest
import regex

import finfacts
from finfacts.patterns import lazy

OPTIONAL = ("finfacts.spark",)  # needs an engine that is not always installed
MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(finfacts.__path__, "finfacts.")
    if module.name not in OPTIONAL
)
_LAZY = type(lazy(""))


@pytest.mark.parametrize("name", MODULES)
def test_every_pattern_of_a_module_compiles(name: str) -> None:
    for value in vars(import_module(name)).values():
        if isinstance(value, _LAZY):
            assert isinstance(value.groupindex, dict)


def test_a_lazy_pattern_does_what_a_compiled_one_does() -> None:
    text, words = r"(?P<verb>rose|fell) (\d+)%", "Gold Rose 3%; oil fell 12%."
    late, soon = lazy(text, regex.IGNORECASE), regex.compile(text, regex.IGNORECASE)
    assert late.findall(words) == soon.findall(words) == [("Rose", "3"), ("fell", "12")]
    assert late.search(words, 8).span() == soon.search(words, 8).span() == (18, 26)
    assert [match["verb"] for match in late.finditer(words)] == ["Rose", "fell"]
    assert (late.match(words), late.fullmatch("fell 1%")[2]) == (None, "1")
    assert late.sub("moved", words) == "Gold moved; oil moved."
    assert (late.pattern, late.groupindex) == (text, {"verb": 1})


def test_a_pattern_is_compiled_when_first_used() -> None:
    broken = lazy("(")
    with pytest.raises(regex.error, match="missing"):
        broken.search("")
