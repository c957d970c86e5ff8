"""A short run of the fuzz target over its corpus; longer ones are run by hand."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def test_no_input_breaks_anything(tmp_path: Path) -> None:
    if find_spec("atheris") is None:
        if os.environ.get("CI") == "true":
            pytest.fail("not installed: atheris")
        pytest.skip("not installed: atheris")
    folders = [str(tmp_path), str(HERE / "corpus")]
    limits = ["-runs=400", "-max_len=2000", "-seed=1"]
    command = [sys.executable, str(HERE / "target.py"), *folders, *limits]
    run = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)  # noqa: S603 - our own command
    assert run.returncode == 0, run.stderr[-3000:]
    assert "Done 400 runs" in run.stderr
