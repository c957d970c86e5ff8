"""The page about the command line is what the commands say of themselves."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from finfacts.cli.app import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
TOOL = ROOT / "tools" / "write_command_line.py"


def reference() -> str:
    spec = importlib.util.spec_from_file_location("write_command_line", TOOL)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return str(module.reference())


def test_the_page_is_fresh() -> None:
    page = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    assert page == reference(), "run python tools/write_command_line.py"


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_is_on_the_page(name: str) -> None:
    assert f"finfacts {name}" in reference()
