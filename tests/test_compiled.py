"""Compiled patterns are kept for the next process: the same patterns, never a reason to fail."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
import regex

from finfacts import compiled as module
from finfacts.compiled import compiled

PATTERNS = [
    (r"(?P<verb>rose|fell) (\d+)%", int(regex.IGNORECASE)),
    (r"(?i:gold)|\p{Lu}\p{Ll}+(?<!Oil)", 0),
    ("[\u0100\u0101]+ # tags", int(regex.VERBOSE | regex.VERSION0)),
]
WORDS = "Gold Rose 3%; Oil fell 12%. \u0100\u0101"


@pytest.mark.parametrize(("text", "flags"), PATTERNS)
def test_a_kept_pattern_does_what_it_did(
    text: str, flags: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = regex.compile(text, flags)
    kept = {(text, flags): pickle.dumps(made)}
    monkeypatch.setattr(module, "_kept", lambda: kept)
    again = compiled(text, flags)
    assert not kept
    assert [match.span() for match in again.finditer(WORDS)] == [
        match.span() for match in made.finditer(WORDS)
    ]
    assert (again.pattern, again.flags, again.groupindex) == (text, made.flags, made.groupindex)


@pytest.mark.parametrize("torn", [b"", b"no pickle", 7, None])
def test_a_torn_pattern_is_compiled(torn: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_kept", lambda: {("a+", 0): torn})
    assert compiled("a+").findall("aa b a") == ["aa", "a"]


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
