"""Compares a second reader's facts with the gold, as a program's output would be.

``corpora/NAME/second/*.json`` holds what a reader who saw only the text wrote for an article: a
list of facts that point at their words by quotes. This script gives them offsets and scores them
against the gold of the same articles. The second reading is never mended.

    python tools/measure_agreement.py                    # against the gold as it is
    python tools/measure_agreement.py --gold FOLDER      # against another state of corpora/
    python tools/measure_agreement.py --split train      # one split
    python tools/measure_agreement.py --errors ID        # what differs in one article
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from build_corpora import CORPORA, split_of
from gold_checks import Json, evidence_of

from finfacts.evaluation.gold import GoldArticle, read_gold
from finfacts.evaluation.report import Report
from finfacts.evaluation.run import evaluate

TYPES = "price_move price_level analyst_action sentiment message_volume poll metric".split()


def second_readings(root: Path) -> dict[str, list[Json]]:
    """Return the second reader's facts by article id."""
    return {
        file.stem: json.loads(file.read_text(encoding="utf-8"))
        for file in sorted(root.glob("*/second/*.json"))
    }


def as_output(fact: Json, text: str) -> Json:
    """Return a fact in the form of output: offsets, one name for each thing."""
    given = {
        key: value for key, value in fact.items() if key not in {"quote", "occurrence", "names"}
    }
    if isinstance(given.get("brokerage"), str):
        given["brokerage"] = {"name": given["brokerage"]}
    return {"assertion": "reported", "evidence": evidence_of(fact, text)} | given


def read_together(root: Path, gold_root: Path, split: str) -> tuple[list[GoldArticle], list[Json]]:
    """Return the gold articles that were read twice, and the second readings as output."""
    second = second_readings(root)
    folders = sorted({file.parent.parent.name for file in root.glob("*/second/*.json")})
    articles = [
        one
        for one in read_gold([gold_root / name for name in folders])
        if one.id in second and split in ("", split_of(one.id))
    ]
    output = [
        {"id": one.id, "facts": [as_output(f, one.article.text) for f in second[one.id]]}
        for one in articles
    ]
    return articles, output


def measured(articles: list[GoldArticle], output: list[Json]) -> Report:
    """Score the second readings as predictions."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "second.jsonl"
        file.write_text("".join(json.dumps(one) + "\n" for one in output), encoding="utf-8")
        return evaluate(articles, file)


def table(report: Report) -> Iterator[str]:
    """Yield the rows of the agreement table."""
    yield "| type | gold | second | core F1 | whole-fact F1 | slot F1 |"
    yield "|---|---:|---:|---:|---:|---:|"
    for kind in [*TYPES, "all"]:
        scores = report.facts.get(kind)
        if scores is not None:
            yield (
                f"| {kind} | {scores.gold} | {scores.found} | {scores.core.f1:.3f}"
                f" | {scores.exact.f1:.3f} | {scores.slot.f1:.3f} |"
            )


def main() -> int:
    """Print the table, or what differs in one article."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--root", type=Path, default=CORPORA, help="where the second readings lie")
    parser.add_argument("--gold", type=Path, default=CORPORA, help="where the gold lies")
    parser.add_argument("--split", default="", help="train, dev or test only")
    parser.add_argument("--errors", metavar="ID", help="print what differs in one article")
    options = parser.parse_args()
    articles, output = read_together(options.root, options.gold, options.split)
    if options.errors:
        articles = [one for one in articles if one.id == options.errors]
        output = [one for one in output if one["id"] == options.errors]
    report = measured(articles, output)
    print(f"{len(articles)} articles", *table(report), sep="\n")
    if options.errors:
        for error in report.errors:
            print(error.model_dump_json(exclude_none=True))
    return 0


if __name__ == "__main__":
    sys.exit(main())
