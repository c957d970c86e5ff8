"""Compiled patterns are kept for the next process: the same patterns, never a reason to fail."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
import regex

from finfacts.compiled import compiled, keep, read

PATTERNS = [
    (r"(?P<verb>rose|fell) (\d+)%", int(regex.IGNORECASE)),
    (r"(?i:gold)|\p{Lu}\p{Ll}+(?<!Oil)", 0),
    ("[\u0100\u0101]+ # tags", int(regex.VERBOSE | regex.VERSION0)),
    (rb"\x00+[a-z]", 0),
]
WORDS = "Gold Rose 3%; Oil fell 12%. \u0100\u0101"


@pytest.mark.parametrize(("text", "flags"), PATTERNS)
def test_a_kept_pattern_does_what_it_did(text: str, flags: int, tmp_path: Path) -> None:
    made = regex.compile(text, flags)
    keep({(text, flags): made}, tmp_path / "kept")
    again = pickle.loads(read(tmp_path / "kept")[text, flags])  # noqa: S301 - our own bytes
    words = WORDS if isinstance(text, str) else b"a\x00\x00b"
    assert [match.span() for match in again.finditer(words)] == [
        match.span() for match in made.finditer(words)
    ]
    assert (again.pattern, again.flags, again.groupindex) == (text, made.flags, made.groupindex)


def test_patterns_are_added_to_those_that_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "new" / "kept"
    for text in ("a", "b"):
        keep({(text, 0): regex.compile(text)}, path)
    assert read(path).keys() == {("a", 0), ("b", 0)}
    assert [each.name for each in path.parent.iterdir()] == ["kept"]


@pytest.mark.parametrize("torn", [b"", b"no pickle", pickle.dumps([1]), pickle.dumps({1: 2})[:-3]])
def test_a_torn_file_holds_nothing(torn: bytes, tmp_path: Path) -> None:
    path = tmp_path / "kept"
    path.write_bytes(torn)
    assert read(path) == {}
    keep({("a", 0): regex.compile("a")}, path)
    assert read(path).keys() == {("a", 0)}


def test_a_folder_that_cannot_be_written_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    keep({("a", 0): regex.compile("a")}, tmp_path / "file" / "kept")
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize(("setting", "kept"), [({}, 1), ({"PYTHONDONTWRITEBYTECODE": "1"}, 0)])
def test_they_are_kept_where_python_keeps_modules(
    setting: dict[str, str], kept: int, tmp_path: Path
) -> None:
    environment = {key: value for key, value in os.environ.items() if "BYTECODE" not in key}
    environment |= {"PYTHONPYCACHEPREFIX": os.fspath(tmp_path), **setting}
    code = "import finfacts.patterns as p; print(p.lazy('rose|fell').findall('it rose'))"
    for _ in range(2):
        done = subprocess.run(  # noqa: S603 - our own
            [sys.executable, "-c", code], env=environment, check=True, capture_output=True
        )
        assert done.stdout.strip() == b"['rose']"
    assert len(list(tmp_path.rglob("*.patterns"))) == kept


def test_a_pattern_that_cannot_be_is_refused_as_ever() -> None:
    with pytest.raises(regex.error, match="missing"):
        compiled("(")
