"""Time the whole pipeline beside spaCy's blank tokenizer: ``pipeline.py [--json FILE]``.

Prints characters and articles a second in one process, warm, and their ratio to the tokenizer's
in the same run; what each stage costs; what starting costs; cost a character against length.
The texts are those of ``corpora``, and ``../shared/data/yahoo`` where it is there.
"""

from __future__ import annotations

import argparse
import json
import platform
import time
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path

import spacy
from stages import stage_shares
from starting import starting_costs

import finfacts
from finfacts.article import Article
from finfacts.lexicons.instruments import load_lexicon

ROOT = Path(__file__).resolve().parents[1]
YAHOO = ROOT / "../shared/data/yahoo/articles.jsonl"
LENGTHS = (1_000, 10_000, 100_000, 1_000_000)
ROUNDS = 5
SAMPLE = 120  # articles of each text collection, spread evenly over it


def read_articles(path: Path) -> list[Article]:
    """Return a sample of the articles of a JSON lines file."""
    lines = path.read_text("utf-8").splitlines()
    fields = ("text", "title", "published")
    return [
        Article.model_validate({name: record.get(name) for name in fields})
        for record in map(json.loads, lines[:: max(1, len(lines) // SAMPLE)])
    ]


def collections() -> dict[str, list[Article]]:
    """Return the articles to measure on, by name."""
    found = {
        path.parent.name: read_articles(path) for path in sorted(ROOT.glob("corpora/*/train.jsonl"))
    }
    if YAHOO.exists():
        found["yahoo"] = read_articles(YAHOO)
    else:
        print("yahoo: left out, ../shared/data/yahoo is not there")
    return found


def least_seconds(works: Sequence[Callable[[], object]], rounds: int = ROUNDS) -> list[float]:
    """Return the least processor time of each work; they take turns, so that each meets the same.

    One round goes before, unmeasured, to fill caches.
    """
    times: list[list[float]] = [[] for _ in works]
    for turn in range(rounds + 1):
        for own, work in zip(times, works, strict=True):
            start = time.process_time()
            work()
            if turn:
                own.append(time.process_time() - start)
    return [min(own) for own in times]


def throughput(articles: Sequence[Article]) -> dict[str, float]:
    """Return what the pipeline and the blank tokenizer do in a second, and their ratio."""
    tokenizer = spacy.blank("en")
    texts = [f"{article.title}\n{article.text}" for article in articles]
    size = sum(map(len, texts))
    ours, theirs = least_seconds(
        (
            lambda: [finfacts.extract(article) for article in articles],
            lambda: [tokenizer(text) for text in texts],
        )
    )
    facts = sum(len(finfacts.extract(article).facts) for article in articles)
    return {
        "articles": len(articles),
        "characters": size,
        "facts": facts,
        "characters_per_second": size / ours,
        "articles_per_second": len(articles) / ours,
        "microseconds_per_fact": ours / facts * 1e6 if facts else 0.0,
        "tokenizer_characters_per_second": size / theirs,
        "ratio": theirs / ours,
    }


def costs_by_length(articles: Sequence[Article]) -> dict[int, float]:
    """Return nanoseconds a character for texts of growing length, made of whole articles."""
    text = "\n\n".join(article.text for article in articles)
    text *= 1 + max(LENGTHS) // len(text)
    costs: dict[int, float] = {}
    for length in LENGTHS:
        # Short texts are many different ones, so that each length reads much the same words.
        count = max(1, min(100, 100_000 // length))
        pieces = [text[at * length : (at + 1) * length] for at in range(count)]
        [seconds] = least_seconds([lambda own=pieces: list(map(finfacts.extract, own))], rounds=2)
        costs[length] = seconds / (length * count) * 1e9
    return costs


def measure() -> dict[str, object]:
    """Return all figures, each named with its unit."""
    load_lexicon()
    articles = collections()
    everything = [article for own in articles.values() for article in own]
    return {
        "machine": f"{platform.machine()}, Python {platform.python_version()}, "
        f"spaCy {version('spacy')}",
        "throughput": {name: throughput(own) for name, own in articles.items()},
        "stages": stage_shares(everything),
        "nanoseconds_per_character_by_length": costs_by_length(everything),
        "starting": starting_costs(ROOT / "corpora/demo/article.jsonl"),
    }


def show(figures: dict[str, object]) -> None:
    """Print the figures as tables."""
    print(figures["machine"])
    print(f"\n{'':10} {'chars/s':>11} {'articles/s':>11} {'us/fact':>8} {'tokenizer':>11} ratio")
    for name, row in dict(figures["throughput"]).items():
        print(
            f"{name:10} {row['characters_per_second']:11,.0f} {row['articles_per_second']:11,.0f} "
            f"{row['microseconds_per_fact']:8,.0f} "
            f"{row['tokenizer_characters_per_second']:11,.0f} {row['ratio']:5.2f}"
        )
    for title, unit in (
        ("stages", "share of the whole"),
        ("nanoseconds_per_character_by_length", "ns/character"),
        ("starting", ""),
    ):
        print(f"\n{title.replace('_', ' ')} {unit and f'({unit})'}")
        for name, value in dict(figures[title]).items():
            label = f"{name:,}" if isinstance(name, int) else name.replace("_", " ")
            print(f"  {label:38} {value:10,.3f}")


def main() -> None:
    """Measure, print, and write the figures where asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures here as well")
    path = parser.parse_args().json
    figures = measure()
    show(figures)
    if path is not None:
        path.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
