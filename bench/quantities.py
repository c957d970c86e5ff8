"""Time the quantity finder: ``quantities.py ARTICLES.jsonl`` (one object with ``text`` a line).

Prints characters a second beside spaCy's blank tokenizer in the same run, then nanoseconds a
character on adversarial text of 1 kB, 100 kB and 1 MB: flat means linear.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path

import spacy

from finfacts.language.passage import Passage
from finfacts.mentions.quantities import find_quantities

ROUNDS = 5
SIZES = (1_000, 100_000, 1_000_000)
ADVERSARIAL = {
    "long digit run": "1",
    "commas": "1,",
    "nested dashes": "1-",
    "ones": "1 ",
    "spaces": " ",
    "signs": "$",
    "percent": "5% ",
    "number words": "one hundred ",
    "and": "two and ",
    "comparators": "more than ",
    "letters": "1a",
    "fractions": "1 1/2 ",
    "dots": "1.",
    "ranges": "$5 to ",
    "minus signs": "--1",
    "lists": "over 5% and ",
}


def seconds(work: Callable[[], object]) -> float:
    """Return the least processor time of a few rounds."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    path = parser.parse_args().articles
    texts = [json.loads(line)["text"] for line in path.read_text("utf-8").splitlines()]
    size = sum(map(len, texts))
    passages = [Passage(text) for text in texts]
    found = sum(len(find_quantities(passage)) for passage in passages)
    ours = size / seconds(lambda: [find_quantities(passage) for passage in passages])
    nlp = spacy.blank("en")
    part = texts[:: max(1, len(texts) // 100)]
    theirs = sum(map(len, part)) / seconds(lambda: [nlp(text) for text in part])
    print(f"{found} quantities in {size:,} characters of {len(texts)} articles")
    print(f"quantities {ours / 1e6:.2f} M characters/s, blank tokenizer {theirs / 1e6:.2f}")
    print(f"ratio {ours / theirs:.2f}")
    for name, unit in ADVERSARIAL.items():
        costs = []
        for length in SIZES:
            passage = Passage((unit * (length // len(unit) + 1))[:length])
            start = time.process_time()
            find_quantities(passage)
            costs.append((time.process_time() - start) / length * 1e9)
        print(f"{name:>15}: " + " ".join(f"{cost:8.0f}" for cost in costs) + " ns/character")


if __name__ == "__main__":
    main()
