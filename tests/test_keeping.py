"""What is kept for the next process is whole or not there, and never a reason to fail."""

from __future__ import annotations

import pickle
import sys
from pathlib import Path

import pytest

from finfacts.keeping import read, write


@pytest.fixture(autouse=True)
def _writing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def test_what_is_written_is_read_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "new" / "kept"
    for content in ({1: "a"}, {2: "b"}):
        write(content, path)
        assert read(path) == content
    assert [each.name for each in path.parent.iterdir()] == ["kept"]


@pytest.mark.parametrize("torn", [b"", b"no pickle", pickle.dumps([1]), pickle.dumps({1: 2})[:-3]])
def test_a_torn_file_holds_nothing(torn: bytes, tmp_path: Path) -> None:
    path = tmp_path / "kept"
    path.write_bytes(torn)
    assert read(path) == {}


def test_a_folder_that_cannot_be_written_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    write({1: 2}, tmp_path / "file" / "kept")
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def test_nothing_is_written_where_python_writes_no_modules(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    write({1: 2}, tmp_path / "kept")
    assert list(tmp_path.iterdir()) == []
