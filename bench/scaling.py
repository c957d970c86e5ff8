"""How cost grows: with processes, facts, names in the lexicon, and articles of a run."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import finfacts
from finfacts.article import Article

NAMES = (10_000, 100_000, 1_000_000)
RUN_LENGTHS = (1_000, 10_000, 100_000)
SHORT, LONG = 500, 3_000  # articles in the two runs that tell starting from going on
_SENTENCE = "Shares of Boeing fell {}% to ${}.50 on Monday. "
_FILLER = "Nothing that anyone could trade on was said in the long meeting that day. "
PEAK = """
def peak_mb():  # resource.getrusage would count what the parent held before
    for line in open("/proc/self/status"):
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
"""
_RUN = (
    PEAK
    + """
import sys
from finfacts.cli.app import main
try:
    main()
finally:
    print(f"peak {peak_mb()}", file=sys.stderr)
"""
)
_LEXICON = (
    PEAK
    + """
import json, sys, time
from pathlib import Path
from finfacts.article import Article
from finfacts.lexicons.instruments import load_lexicon
from finfacts.pipeline import extract
start = time.process_time()
lexicon = load_lexicon([Path(sys.argv[1])]) if sys.argv[1] else load_lexicon()
loaded = time.process_time() - start
texts = json.loads(Path(sys.argv[2]).read_text("utf-8"))
extract(texts[0], lexicon=lexicon)
start = time.process_time()
for text in texts:
    extract(text, lexicon=lexicon)
seconds = time.process_time() - start
print(json.dumps([loaded, sum(map(len, texts)) / seconds, peak_mb()]))
"""
)
_MANY = """
import json, os, sys, time
from itertools import cycle, islice
from pathlib import Path
import finfacts
from finfacts.article import Article
texts = json.loads(Path(sys.argv[1]).read_text("utf-8"))
articles = [Article(text=text) for text in islice(cycle(texts), int(sys.argv[2]))]
start, before = time.perf_counter(), sum(os.times()[:4])
for _ in finfacts.extract_many(articles, processes=int(sys.argv[3])):
    pass
print(json.dumps([time.perf_counter() - start, sum(os.times()[:4]) - before]))
"""


class Gain(NamedTuple):
    """What a number of processes does.

    Attributes:
        start_s: seconds of wall time that do not grow with the articles: loading, starting.
        articles_per_second: of wall time, once started.
        cpu_ms: milliseconds of processor time an article, of all processes together.
    """

    start_s: float
    articles_per_second: float
    cpu_ms: float


def by_processes(articles: Sequence[Article]) -> dict[int, Gain]:
    """Return what one process does and what two do.

    A short run and a long one are timed: what the long one takes more is the steady state.
    """
    found: dict[int, Gain] = {}
    with tempfile.TemporaryDirectory() as folder:
        texts = Path(folder) / "texts.json"
        texts.write_text(json.dumps([one.text for one in articles]), encoding="utf-8")
        for processes in (1, 2):
            short, short_cpu = _run_many(texts, SHORT, processes)
            long, long_cpu = _run_many(texts, LONG, processes)
            each = (long - short) / (LONG - SHORT)
            cpu = (long_cpu - short_cpu) / (LONG - SHORT)
            found[processes] = Gain(max(0.0, short - each * SHORT), 1 / each, cpu * 1e3)
    return found


def _run_many(texts: Path, count: int, processes: int) -> tuple[float, float]:
    """Return the seconds of wall time and of processor time that a fresh process takes."""
    command = [sys.executable, "-c", _MANY, os.fspath(texts), str(count), str(processes)]
    run = subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own
    wall, cpu = json.loads(run.stdout)
    return wall, cpu


def gain_of_bare_loops() -> float:
    """Return how much more two processes do than one where they share nothing: the machine's own.

    What else runs on the machine takes from the second process, here as in what is measured.
    """
    alone, together = (_loops(1), _loops(2))
    return 2 * alone / together


def _loops(count: int) -> float:
    command = [sys.executable, "-c", "for at in range(40_000_000): pass"]
    start = time.perf_counter()
    running = [subprocess.Popen(command) for _ in range(count)]  # noqa: S603 - our own
    for one in running:
        one.wait()
    return time.perf_counter() - start


def by_facts() -> dict[int, float]:
    """Return microseconds a character for 100 sentences of which ever more state a fact."""
    found: dict[int, float] = {}
    for facts in (0, 10, 25, 50, 100):
        text = "".join(
            _SENTENCE.format(at % 9 + 1, at + 100) if at < facts else _FILLER for at in range(100)
        )
        start = time.process_time()
        for _ in range(10):
            finfacts.extract(text, published="2026-01-13")
        found[facts] = (time.process_time() - start) / 10 / len(text) * 1e6
    return found


def by_names(articles: Sequence[Article]) -> dict[int, dict[str, float]]:
    """Return load seconds, characters a second and peak megabytes with a user's own names."""
    found: dict[int, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        texts = Path(folder) / "texts.json"
        texts.write_text(json.dumps([one.text for one in articles[:40]]), encoding="utf-8")
        for count in (0, *NAMES):
            names = _names(Path(folder) / "names.csv", count) if count else ""
            command = [sys.executable, "-c", _LEXICON, os.fspath(names), os.fspath(texts)]
            run = subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own
            load, speed, peak = json.loads(run.stdout)
            found[count] = {"load_s": load, "characters_per_second": speed, "peak_mb": peak}
    return found


def _names(path: Path, count: int) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["name", "symbol"])
        rows.writerows([f"Quorbex {at} Works", f"Q{at}"] for at in range(count))
    return path


def by_run_length(articles: Sequence[Article], lengths: Sequence[int]) -> dict[int, float]:
    """Return peak megabytes of ``finfacts extract`` with one process over ever more articles."""
    found: dict[int, float] = {}
    short = [one.text[:200] for one in articles]
    with tempfile.TemporaryDirectory() as folder:
        for count in lengths:
            source, output = Path(folder) / "in.jsonl", Path(folder) / "out.jsonl"
            with source.open("w", encoding="utf-8") as file:
                for at in range(count):
                    line = {"id": f"a{at}", "text": short[at % len(short)]}
                    file.write(json.dumps(line) + "\n")
            files = [os.fspath(source), "-j", "1", "-o", os.fspath(output)]
            command = [sys.executable, "-c", _RUN, "extract", *files]
            run = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - our own
            found[count] = float(run.stderr.rpartition("peak ")[2])
            output.unlink()
    return found
