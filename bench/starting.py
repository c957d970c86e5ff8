"""What starting costs: imports, ``load()``, the lexicon, one cold command, resident memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

TIMES = 3
_CLOCKED = """
import time
{before}
start = time.perf_counter()
{work}
print(time.perf_counter() - start)
"""
_MEMORY = """
import json, resource, sys
import finfacts
with open(sys.argv[1], encoding="utf-8") as lines:
    for line in lines:
        finfacts.extract(json.loads(line)["text"])
scale = 1 if sys.platform == "darwin" else 1024  # bytes there, kilobytes elsewhere
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * scale / 1e6)
"""


def starting_costs(articles: Path) -> dict[str, float]:
    """Return seconds (and megabytes), the least of a few fresh processes each.

    Args:
        articles: a small JSON lines file to read.
    """
    load_lexicon = "from finfacts.lexicons.instruments import load_lexicon"
    return {
        "import_finfacts_s": _least(_CLOCKED.format(before="", work="import finfacts")),
        "import_the_pipeline_s": _least(
            _CLOCKED.format(before="import finfacts", work="finfacts.extract")
        ),
        "load_lexicon_s": _least(_CLOCKED.format(before=load_lexicon, work="load_lexicon()")),
        "load_beyond_importing_spacy_s": _least(
            _CLOCKED.format(
                before="import spacy.lang.en, finfacts", work="nlp = finfacts.load(); nlp('')"
            )
        ),
        "cold_extract_command_s": min(_command_seconds(articles) for _ in range(TIMES)),
        "resident_memory_mb": _least(_MEMORY, str(articles)),
    }


def _least(code: str, *arguments: str) -> float:
    """Return the least number that a few runs of some code print."""
    command = [sys.executable, "-c", code, *arguments]
    runs = [subprocess.run(command, check=True, capture_output=True) for _ in range(TIMES)]  # noqa: S603 - our own code
    return min(float(run.stdout) for run in runs)


def _command_seconds(articles: Path) -> float:
    run = "from finfacts.cli.app import main; main()"  # what the installed command runs
    command = [sys.executable, "-c", run, "extract", os.fspath(articles)]
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own command
    return time.perf_counter() - start
