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

import finfacts
from finfacts.article import Article

NAMES = (10_000, 100_000, 1_000_000)
RUN_LENGTHS = (1_000, 10_000, 100_000)
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


def by_processes(articles: Sequence[Article]) -> dict[int, float]:
    """Return articles a second of wall time with one process and with two."""
    many = [*articles] * max(1, 2_000 // len(articles))
    found: dict[int, float] = {}
    for processes in (1, 2):
        start = time.perf_counter()
        for _ in finfacts.extract_many(many, processes=processes):
            pass
        found[processes] = len(many) / (time.perf_counter() - start)
    return found


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
