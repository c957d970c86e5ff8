"""The shape of the source: stages in one direction, short functions, files of one concern."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "finfacts"
MODULES = sorted(SOURCE.rglob("*.py"))
LONGEST_FUNCTION = 40
LONGEST_FILE = 350
NAMELESS = {"utils", "util", "helpers", "helper", "common", "base", "manager", "misc"}
# Path to the reason why it may be longer.
LONG_FILES: dict[str, str] = {}
LONG_FUNCTIONS = {
    "cli/extract.py:extract": "a command's options are its arguments, each with its help",
    "cli/evaluate.py:evaluate_command": "a command's options are its arguments, each with its help",
    "columnar.py:extract_batches": "a keyword a column, each documented",
    "spark.py:extract_facts": "the same, passed on",
}

_NAMES = [str(path.relative_to(SOURCE)) for path in MODULES]


def functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def test_stages_import_only_what_comes_before() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", _NAMES)
def test_module_says_what_it_does_on_its_first_line(name: str) -> None:
    words = ast.get_docstring(ast.parse((SOURCE / name).read_text("utf-8"))) or ""
    first = words.partition("\n")[0]
    assert len(first.split()) > 2
    assert first.endswith((".", "?", '"', ")", ":"))


def test_no_module_has_an_empty_name() -> None:
    assert [name for name in _NAMES if set(Path(name).with_suffix("").parts) & NAMELESS] == []


def test_files_are_short() -> None:
    lengths = {name: len((SOURCE / name).read_text("utf-8").splitlines()) for name in _NAMES}
    assert {n for n, lines in lengths.items() if lines > LONGEST_FILE} <= LONG_FILES.keys()


def test_functions_are_short() -> None:
    long = {
        f"{name}:{function}"
        for name in _NAMES
        for function, lines in functions(SOURCE / name)
        if lines > LONGEST_FUNCTION
    }
    assert long <= LONG_FUNCTIONS.keys()


def test_library_never_prints() -> None:
    printing = [
        name
        for name in _NAMES
        for node in ast.walk(ast.parse((SOURCE / name).read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "print"
    ]
    assert printing == []


def test_classes_are_values_only() -> None:
    """No class of our own but Pydantic models, named tuples, data classes, protocols, errors."""
    bare = [
        f"{name}:{node.name}"
        for name in _NAMES
        for node in ast.walk(ast.parse((SOURCE / name).read_text("utf-8")))
        if isinstance(node, ast.ClassDef) and not node.bases and not node.decorator_list
    ]
    assert set(bare) <= LAZY_PATTERN  # a stand-in for a compiled pattern has to be a class


LAZY_PATTERN = {"patterns.py:_Part", "patterns.py:_Lazy"}
