"""Checks the written gold articles and builds the corpora from them.

Each ``corpora/NAME/source/*.json`` holds one article with its gold facts, where a fact points at
the words that state it by a quote. This script checks quotes, slots, values and dates, then
writes ``corpora/NAME/{train,dev,test}.jsonl`` with evidence as offsets.

    python tools/build_corpora.py                    # check all and build
    python tools/build_corpora.py --check            # check only
    python tools/build_corpora.py --uncovered ID     # figures of one article that no fact holds
"""

from __future__ import annotations

import argparse
import collections
import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from gold_checks import NUMBER, Json, check_article, digits, evidence_of, quantities_of

CORPORA = Path(__file__).resolve().parents[1] / "corpora"
VALUES = {"value", "low", "high"}
SPLITS = ((60, "train"), (80, "dev"), (100, "test"))


class Corpus(NamedTuple):
    """One corpus: where it lies and its articles as written, by file name."""

    folder: Path
    articles: dict[str, Json]


def load_corpora(root: Path) -> Iterator[Corpus]:
    """Read every ``source`` folder under ``root``."""
    for folder in sorted(path.parent for path in root.glob("*/source")):
        files = sorted((folder / "source").glob("*.json"))
        yield Corpus(folder, {f.name: json.loads(f.read_text(encoding="utf-8")) for f in files})


# Building: names are widened by what else a careful reader would accept.


def widen(given: Json | str, known: dict[str, list[str]]) -> Json:
    """Names and symbols of a subject with the accepted variants of ``names.json``."""
    given = {"name": given} if isinstance(given, str) else given
    names = [given[k] for k in ("name",) if k in given] + given.get("names", [])
    symbols = [given[k] for k in ("symbol",) if given.get(k)] + given.get("symbols", [])
    more = [other for key in (*symbols, *names) for other in known.get(key, [])]
    names += [name for name in more if not name.startswith("=")]
    symbols += [name[1:] for name in more if name.startswith("=")]
    return {"names": list(dict.fromkeys(names)), "symbols": list(dict.fromkeys(symbols))}


def build_fact(fact: Json, text: str, known: dict[str, dict[str, list[str]]]) -> Json:
    """A gold fact as it is scored: evidence with offsets, every accepted name."""
    built = {"type": fact["type"], "evidence": evidence_of(fact, text)}
    built["assertion"] = fact.get("assertion", "reported")
    built.update({k: v for k, v in fact.items() if k not in {"type", "quote", "occurrence"}})
    if "subject" in fact:
        built["subject"] = widen(fact["subject"], known["instruments"])
    if "brokerage" in fact:
        built["brokerage"] = {"names": widen(fact["brokerage"], known["brokerages"])["names"]}
    if fact["type"] == "metric":
        accepted = [fact["name"], *fact.get("names", []), *known["metrics"].get(fact["name"], [])]
        built["names"] = list(dict.fromkeys(accepted))
    return built


def split_of(name: str) -> str:
    """Train, dev or test: 60, 20 and 20 in a hundred, fixed for an id."""
    bucket = int(hashlib.sha256(name.encode()).hexdigest(), 16) % 100
    return next(split for limit, split in SPLITS if bucket < limit)


def build(corpus: Corpus, known: dict[str, dict[str, list[str]]]) -> None:
    """Write the three files of a corpus, articles in order of their ids."""
    lines: dict[str, list[str]] = {split: [] for _, split in SPLITS}
    for article in sorted(corpus.articles.values(), key=lambda a: str(a["id"])):
        built = [build_fact(fact, article["text"], known) for fact in article["facts"]]
        line = json.dumps(article | {"facts": built}, ensure_ascii=False)
        lines[split_of(article["id"])].append(line + "\n")
    for split, rows in lines.items():
        (corpus.folder / f"{split}.jsonl").write_text("".join(rows), encoding="utf-8")


def report(corpus: Corpus) -> None:
    """Print how many articles and facts there are, by style, split and type."""
    articles = corpus.articles.values()
    facts = [fact for article in articles for fact in article["facts"]]
    print(f"{corpus.folder.name}: {len(articles)} articles, {len(facts)} facts")
    for label, counted in (
        ("style", collections.Counter(a["style"] for a in articles)),
        ("split", collections.Counter(split_of(a["id"]) for a in articles)),
        ("type", collections.Counter(f["type"] for f in facts)),
    ):
        print(f"  {label}: " + ", ".join(f"{k} {n}" for k, n in counted.most_common()))


def uncovered(article: Json) -> Iterator[str]:
    """Figures of the text whose digits no fact with that evidence holds, with their sentence."""
    held = [
        (span, {digits(q[k]) for _, q in quantities_of(fact) for k in VALUES & set(q)})
        for fact in article["facts"]
        for span in evidence_of(fact, article["text"])
    ]
    for match in NUMBER.finditer(article["text"]):
        if not any(
            span["start"] <= match.start() < span["end"] and digits(match[0]) in read
            for span, read in held
        ):
            around = article["text"][max(0, match.start() - 60) : match.end() + 25]
            yield f"{match[0]:>10}  …{around!r}"


def main() -> int:
    """Check, build and report; the exit status is 1 where something is wrong."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--check", action="store_true", help="check only, write nothing")
    parser.add_argument("--uncovered", metavar="ID", help="figures of an article no fact holds")
    parser.add_argument("--only", metavar="CORPUS", help="one corpus by the name of its folder")
    options = parser.parse_args()
    known = json.loads((CORPORA / "names.json").read_text(encoding="utf-8"))
    wrong = 0
    for corpus in load_corpora(CORPORA):
        if options.only and corpus.folder.name != options.only:
            continue
        problems = [f"{n}: {p}" for n, a in corpus.articles.items() for p in check_article(a)]
        ids = collections.Counter(a.get("id") for a in corpus.articles.values())
        problems += [f"id {i!r} stands {n} times" for i, n in ids.items() if n > 1]
        for problem in problems:
            print(f"{corpus.folder.name}/{problem}", file=sys.stderr)
        wrong += len(problems)
        for article in corpus.articles.values():
            if options.uncovered == article.get("id"):
                print(*uncovered(article), sep="\n")
        if not problems and not options.check:
            build(corpus, known)
        if not problems:
            report(corpus)
    return min(wrong, 1)


if __name__ == "__main__":
    sys.exit(main())
