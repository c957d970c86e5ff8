"""Measure everything and write ``docs/benchmarks.md`` and its plot: ``report.py [--long]``.

``--long`` also reads 100,000 articles to see that memory stays flat; that takes minutes.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import matplotlib as mpl
import scaling
from peers import peer_speeds
from pipeline import collections, measure, show

mpl.use("Agg")
from matplotlib import pyplot as plt

DOCS = Path(__file__).resolve().parents[1] / "docs"
_HEAD = """# Benchmarks

What `make bench` measured on one machine: {machine}, {cores} cores. Other machines give other
figures, and a busy one slower ones; the ratios within one run are what to compare. Processor time
of one process unless another unit stands there.

![characters a second, by reader, on a logarithmic scale](benchmarks.svg)
"""


def page(figures: Mapping[str, object], grown: Mapping[str, object]) -> str:
    """Return the page: a table for each thing measured."""
    parts = [_HEAD.format(machine=figures["machine"], cores=os.cpu_count())]
    parts += list(_throughput(figures["throughput"]))
    parts += list(_peers(grown["peers"]))
    parts += list(_simple("Stages", "share of the time", figures["stages"]))
    lengths = figures["nanoseconds_per_character_by_length"]
    parts += list(_simple("Length", "nanoseconds a character", lengths, "characters"))
    parts += list(_simple("Facts", "microseconds a character", grown["facts"], "of 100 sentences"))
    parts += list(_processes(grown["processes"], grown["bare loops"]))
    parts += list(_names(grown["names"]))
    parts += list(_simple("Memory of a run", "peak megabytes", grown["runs"], "articles"))
    parts += list(_simple("Starting", "seconds, megabytes", figures["starting"]))
    parts.append("Fresh processes, not the first: modules and patterns were compiled before.\n")
    return "\n".join(parts)


def _throughput(rows: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    yield "## Whole pipeline\n"
    yield "| articles | characters/s | articles/s | µs a fact | of the blank tokenizer |"
    yield "|---|---:|---:|---:|---:|"
    for name, row in rows.items():
        yield (
            f"| {name} | {row['characters_per_second']:,.0f} | {row['articles_per_second']:,.0f}"
            f" | {row['microseconds_per_fact']:,.0f} | {row['ratio']:.2f} |"
        )
    yield ""


def _peers(speeds: Mapping[object, object]) -> Iterator[str]:
    yield "## Beside others\n"
    yield "The same articles, the same run. The others give numbers, dates or tokens, no claims.\n"
    yield "| reader | characters/s |"
    yield "|---|---:|"
    for name, speed in speeds.items():
        yield f"| {name} | {f'{speed:,.0f}' if speed else 'not installed'} |"
    yield ""


def _simple(title: str, unit: str, rows: Mapping[object, float], key: str = "") -> Iterator[str]:
    yield f"## {title}\n"
    yield f"| {key} | {unit} |"
    yield "|---|---:|"
    for name, value in rows.items():
        label = f"{name:,}" if isinstance(name, int) else str(name).replace("_", " ")
        yield f"| {label} | {value:,.3f} |"
    yield ""


def _processes(rows: Mapping[int, scaling.Gain], bare: float) -> Iterator[str]:
    yield "## Processes\n"
    yield (
        "Seconds of wall time, once started; processor time of all processes together. "
        f"Two loops that share nothing gained {bare:.2f} in the same run.\n"
    )
    yield "| processes | articles/s | gain | seconds to start | processor ms an article |"
    yield "|---|---:|---:|---:|---:|"
    for count, row in rows.items():
        gain = row.articles_per_second / rows[1].articles_per_second
        yield (
            f"| {count} | {row.articles_per_second:,.1f} | {gain:.2f} | {row.start_s:.2f}"
            f" | {row.cpu_ms:.1f} |"
        )
    yield ""


def _names(rows: Mapping[object, Mapping[str, float]]) -> Iterator[str]:
    yield "## Names of one's own in the lexicon\n"
    yield "| names added | seconds to load | characters/s | peak megabytes |"
    yield "|---|---:|---:|---:|"
    for count, row in rows.items():
        yield (
            f"| {count:,} | {row['load_s']:.2f} | {row['characters_per_second']:,.0f}"
            f" | {row['peak_mb']:,.0f} |"
        )
    yield ""


def draw(speeds: Mapping[str, float | None], path: Path) -> None:
    """Draw the speeds of all readers that are there, on a logarithmic scale."""
    known = sorted(((speed, name) for name, speed in speeds.items() if speed))
    figure, axes = plt.subplots(figsize=(8, 0.5 * len(known) + 1))
    colours = ["tab:orange" if name.startswith("finfacts") else "tab:gray" for _, name in known]
    axes.barh([name for _, name in known], [speed for speed, _ in known], color=colours)
    axes.set_xscale("log")
    axes.set_xlabel("characters a second, one process")
    figure.tight_layout()
    figure.savefig(path, metadata={"Date": None})


def main() -> None:
    """Measure, print, write the page and the plot."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--long", action="store_true", help="also read 100,000 articles")
    lengths = scaling.RUN_LENGTHS if parser.parse_args().long else scaling.RUN_LENGTHS[:-1]
    figures = measure()
    show(figures)
    articles = [article for own in collections().values() for article in own]
    speeds = peer_speeds(articles)
    grown = {
        "peers": speeds,
        "facts": scaling.by_facts(),
        "processes": scaling.by_processes(articles),
        "bare loops": scaling.gain_of_bare_loops(),
        "names": scaling.by_names(articles),
        "runs": scaling.by_run_length(articles, lengths),
    }
    (DOCS / "benchmarks.md").write_text(page(figures, grown), encoding="utf-8")
    draw(speeds, DOCS / "benchmarks.svg")
    print(f"\nwritten: {DOCS / 'benchmarks.md'}")


if __name__ == "__main__":
    main()
