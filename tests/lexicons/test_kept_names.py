"""Names kept from an earlier process are those that the tables give; changed tables give others."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from finfacts.lexicons import kept_names
from finfacts.lexicons.instruments import shelve
from finfacts.lexicons.kept_names import Names, shelved


def made() -> Names:
    return shelve(())


def never() -> Names:
    raise AssertionError


@pytest.fixture(autouse=True)
def _kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(kept_names, "place", lambda name: tmp_path / name)


def test_kept_names_are_those_that_were_made() -> None:
    first = shelved(made)
    assert shelved(never) == first == made()


def test_a_change_of_a_table_or_of_code_makes_them_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    shelved(made)
    monkeypatch.setattr(kept_names, "_stamp", lambda: [("companies.tsv", 1, 2)])
    with pytest.raises(AssertionError):
        shelved(never)


def test_what_cannot_be_stamped_is_not_kept(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(kept_names, "_stamp", lambda: None)
    assert shelved(made) == made()
    assert list(tmp_path.iterdir()) == []
