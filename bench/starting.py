"""What starting costs: imports, ``load()``, the lexicon, one cold command, resident memory."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from scaling import PEAK

TIMES = 3
_CLOCKED = """
import time
{before}
start = time.perf_counter()
{work}
print(time.perf_counter() - start)
"""
_MEMORY = (
    PEAK
    + """
import json, sys
import finfacts
with open(sys.argv[1], encoding="utf-8") as lines:
    for line in lines:
        finfacts.extract(json.loads(line)["text"])
print(peak_mb())
"""
)


def starting_costs(articles: Path) -> dict[str, float]:
    """Return seconds (and megabytes), the least of a few fresh processes each.

    Args:
        articles: a small JSON lines file to read.
    """
    with tempfile.TemporaryDirectory() as folder:
        return _costs(articles, _as_installed(folder))


def _as_installed(folder: str) -> dict[str, str]:
    """Return an environment where modules are compiled once, as installing a package does.

    The patterns in them are, too, by the first run of each kind, which is not counted.

    Args:
        folder: where what is compiled is kept meanwhile.
    """
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": folder}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment


def _costs(articles: Path, environment: dict[str, str]) -> dict[str, float]:
    load_lexicon = "from finfacts.lexicons.instruments import load_lexicon"
    beside_spacy = "import spacy.lang.en, finfacts"
    codes = {
        "import_finfacts_s": _CLOCKED.format(before="", work="import finfacts"),
        "import_the_pipeline_s": _CLOCKED.format(before="import finfacts", work="finfacts.extract"),
        "load_lexicon_s": _CLOCKED.format(before=load_lexicon, work="load_lexicon()"),
        "load_beyond_importing_spacy_s": _CLOCKED.format(
            before=beside_spacy, work="nlp = finfacts.load(); nlp('')"
        ),
        "resident_memory_mb": _MEMORY,
    }
    found = {name: _least(code, articles, environment) for name, code in codes.items()}
    return found | {"cold_extract_command_s": _command_seconds(articles, environment)}


def _least(code: str, articles: Path, environment: dict[str, str]) -> float:
    """Return the least number that a few runs of some code print; one before compiles modules."""
    command = [sys.executable, "-c", code, os.fspath(articles)]
    runs = [_run(command, environment) for _ in range(TIMES + 1)]
    return min(float(run) for run in runs[1:])


def _command_seconds(articles: Path, environment: dict[str, str]) -> float:
    """Return the least seconds that the installed command takes in all."""
    run = "from finfacts.cli.app import main; main()"
    command = [sys.executable, "-c", run, "extract", os.fspath(articles)]
    times = []
    for _ in range(TIMES + 1):
        start = time.perf_counter()
        _run(command, environment)
        times.append(time.perf_counter() - start)
    return min(times[1:])


def _run(command: list[str], environment: dict[str, str]) -> bytes:
    done = subprocess.run(command, check=True, capture_output=True, env=environment)  # noqa: S603 - our own
    return done.stdout
