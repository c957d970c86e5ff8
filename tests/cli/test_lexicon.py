"""``finfacts lexicon lookup``: what a name may stand for."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from finfacts.cli.app import application

KNOWN = [
    ("Boeing", ["Boeing", "equity", "XNYS:BA"]),
    ("BABA", ["Alibaba", "equity", "XNYS:BABA"]),
    ("Jefferies", ["Jefferies"]),
]


@pytest.mark.parametrize(("name", "words"), KNOWN)
def test_known_names(name: str, words: list[str]) -> None:
    result = CliRunner().invoke(application(), ["lexicon", "lookup", name])
    assert result.exit_code == 0
    assert [word for word in words if word not in result.stdout] == []


def test_an_unknown_name() -> None:
    result = CliRunner().invoke(application(), ["lexicon", "lookup", "Qqqzz Holdings"])
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "finfacts: the lexicon has no name 'Qqqzz Holdings'\n"
