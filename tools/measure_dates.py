"""Measure dates and periods against annotated sets that lie outside the repository.

    python tools/measure_dates.py recognizers PATH/DateTimeModel.json
    python tools/measure_dates.py crude PATH/train.jsonl
    python tools/measure_dates.py fire PATH/dev.json
    python tools/measure_dates.py gold PATH/dev.jsonl
    python tools/measure_dates.py speed PATH/articles.jsonl

``--misses`` prints every miss, ``--left-out`` every case that is not counted, with its reason.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from finfacts.language.anchor import Anchor
from finfacts.language.passage import Passage
from finfacts.mentions.dates import find_periods
from finfacts.values import Period

DAY = dt.timedelta(days=1)
DATES = ("date", "daterange")


def main() -> None:
    """Read the arguments and run one measurement."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpus", choices=sorted(MEASURES))
    parser.add_argument("path", type=Path)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--left-out", action="store_true")
    args = parser.parse_args()
    MEASURES[args.corpus](args)


def found(text: str, day: dt.date | None) -> list[Period]:
    """Return the periods of a text."""
    return find_periods(Passage(text), Anchor(day))


# --- Recognizers-Text -------------------------------------------------------------------------


def recognizers(args: argparse.Namespace) -> None:
    """Dates and date ranges with the right value, of the cases that can be compared."""
    cases = json.loads(args.path.read_text("utf-8-sig"))
    counts: Counter[tuple[str, str]] = Counter()
    for case in cases:
        for result in case["Results"]:
            kind = str(result.get("TypeName", "")).rpartition(".")[2]
            if kind in DATES:
                counts[kind, _verdict(case, result, args, kind)] += 1
    for kind in DATES:
        right, wrong = counts[kind, "right"], counts[kind, "wrong"]
        print(f"{kind}: {right}/{right + wrong} = {right / (right + wrong):.3f}")
    empty = [case for case in cases if not case["Results"]]
    spurious = [case for case in empty if _has_date(case, args)]
    print(f"no date in the case, a dated period found: {len(spurious)}/{len(empty)}")
    for (kind, verdict), count in counts.most_common():
        if verdict not in ("right", "wrong"):
            print(f"left out: {count:4} {kind}: {verdict}")


def _verdict(
    case: dict[str, Any], result: dict[str, Any], args: argparse.Namespace, kind: str
) -> str:
    """Return "right", "wrong", or why a result is not compared."""
    day = _reference(case)
    reason = _left_out(case, result, day)
    if reason is not None:
        if args.left_out:
            print("LEFT OUT", kind, "|", case["Input"][:90], "|", reason)
        return reason
    if _is_right(case["Input"], result, day):
        return "right"
    if args.misses:
        _print_miss(case, result, day)
    return "wrong"


def _has_date(case: dict[str, Any], args: argparse.Namespace) -> bool:
    periods = [p for p in found(case["Input"], _reference(case)) if p.start is not None]
    if periods and args.misses:
        print("SPURIOUS", case["Input"][:90], [p.span.text for p in periods])
    return bool(periods)


def _reference(case: dict[str, Any]) -> dt.date | None:
    told = (case.get("Context") or {}).get("ReferenceDateTime")
    return dt.date.fromisoformat(told[:10]) if told else None


MONTHS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
# Results that the contract, or the news, leaves out: what their text looks like, and why.
CONVENTIONS = (
    (
        "text",
        re.compile(r"(?i)\b(?:early|mid|middle|late|earlier|later|end|beginning|remaining|eoy)\b"),
        "part of a period: they halve it, the contract keeps all of it, or its first or last day",
    ),
    (
        "text",
        re.compile(
            rf"(?ix)\b{MONTHS}(?:[ ]of|[ ]in)?(?:[ ]\d{{4}})?\s?(?:-|to|and|through)[ ]?{MONTHS}"
            r"(?:,?(?:[ ]of|[ ]in)?[ ]\d{4})?$"
        ),
        "range to a month: theirs stops at the first day of that month, ours holds it",
    ),
    (
        "input",
        re.compile(
            r"(?ix)\b(?:19|20)\d{6}\b|[a-z]+-(?:19|20)\d\d-\d\d-\d\d[-.][a-z]|\b2020/23/|-2020-23"
            r"|23-2020-"
        ),
        "digits of a file name, address or code, or an order nobody writes (2020/23/Sep)",
    ),
)
RUNNING = re.compile(
    r"(?ix)^(?:after[ ]|before[ ])?(?:in[ ])?(?:this[ ]|current[ ]|the[ ])?(?:calendar[ ])?"
    r"(?:week|month|quarter|year|\d{4})$"
)


def _left_out(case: dict[str, Any], result: dict[str, Any], day: dt.date | None) -> str | None:
    """Return why a result is not compared, None where it is."""
    marked = str(case.get("NotSupported", "")) + str(case.get("NotSupportedByDesign", ""))
    bounds = [b for b in map(_bounds, _values(result)) if b]
    if "python" in marked.lower():
        return "its authors mark it as not supported in their Python library"
    if not bounds or day is None:
        return "its authors give no resolved value (season, fiscal or school year, Feb. 30)"
    texts = {"text": result["Text"], "input": case["Input"]}
    for where, pattern, reason in CONVENTIONS:
        if pattern.search(texts[where]):
            return reason
    if RUNNING.match(result["Text"]) and any(_runs(b, day) for b in bounds):
        return "running period: by the contract it ends on the article's date, theirs at its end"
    return None


def _runs(bounds: tuple[dt.date | None, dt.date | None], day: dt.date) -> bool:
    start, end = bounds
    return (start or day) <= day <= (end or day) or (start == dt.date(day.year + 1, 1, 1))


def _values(result: dict[str, Any]) -> list[dict[str, str]]:
    return (result.get("Resolution") or {}).get("values") or []


def _bounds(value: dict[str, str]) -> tuple[dt.date | None, dt.date | None] | None:
    """First and last day of a resolved value; ranges of theirs end before their last day."""
    told = value.get("value")
    if told is not None:
        return (_date(told), _date(told)) if _date(told) else None
    start, end = _date(value.get("start")), _date(value.get("end"))
    return (start, end - DAY if end else None) if start or end else None


def _date(text: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def _is_right(text: str, result: dict[str, Any], day: dt.date | None) -> bool:
    start, end = result.get("Start", 0), result.get("End", len(text))
    near = [p for p in found(text, day) if p.span.start <= end and p.span.end > start]
    return any(_agrees(p, _bounds(value)) for p in near for value in _values(result))


def _agrees(period: Period, bounds: tuple[dt.date | None, dt.date | None] | None) -> bool:
    """Whether a period has these bounds; a range between two days may hold its last day.

    An open range ("before 2018", "after May") agrees where the period ends it: the contract
    leaves such prepositions outside of a period.
    """
    if bounds is None or period.start is None:
        return False
    start, end = bounds
    if start is None:
        return end is not None and period.start in (end, end + DAY)
    if end is None:
        return start in (period.start, (period.end or period.start) + DAY, period.end)
    return period.start == start and period.end in (end, end + DAY)


def _print_miss(case: dict[str, Any], result: dict[str, Any], day: dt.date | None) -> None:
    values = [
        value.get("value") or f"{value.get('start')}..{value.get('end')}"
        for value in _values(result)
    ]
    ours = [f"{p.span.text}={p.start}..{p.end}" for p in found(case["Input"], day)]
    print("MISS", day, "|", case["Input"][:100], "|", result["Text"], values, "| ours:", ours)


# --- Spans only -------------------------------------------------------------------------------


def crude(args: argparse.Namespace) -> None:
    """Dates by overlap, in all sentences and in those where the annotators marked a date.

    They marked dates that belong to an event and passed over most others ("told Reuters on
    Friday"), so precision can be read only in sentences with a date marked, and low even there.
    A duration that we find is no error where one is annotated.
    """
    everywhere, marked = Counter[str](), Counter[str]()
    for words, dates, durations in _crude_sentences(args.path):
        text, bounds = _laid_out(words)
        spans = [(bounds[a][0], bounds[b - 1][1]) for a, b in dates]
        allowed = spans + [(bounds[a][0], bounds[b - 1][1]) for a, b in durations]
        periods = [(p.span.start, p.span.end) for p in found(text, dt.date(2019, 6, 12))]
        counts = _overlap_counts(text, spans, periods, allowed, print_misses=args.misses)
        everywhere += counts
        marked += counts if spans else Counter()
    for name, counts in (("all sentences", everywhere), ("sentences with a date marked", marked)):
        recall, precision = counts["hit"] / counts["gold"], counts["right"] / counts["ours"]
        print(
            f"{name}: recall {counts['hit']}/{counts['gold']} = {recall:.3f}, precision "
            f"{counts['right']}/{counts['ours']} = {precision:.3f}, "
            f"F1 {2 * recall * precision / (recall + precision):.3f}"
        )


def _overlap_counts(
    text: str,
    spans: list[Bounds],
    periods: list[Bounds],
    allowed: list[Bounds],
    *,
    print_misses: bool,
) -> Counter[str]:
    missed = [span for span in spans if not _overlaps(span, periods)]
    extra = [span for span in periods if not _overlaps(span, allowed)]
    if print_misses:
        for name, outs in (("MISSED", missed), ("EXTRA ", extra)):
            for a, b in outs:
                print(name, repr(text[a:b]), "|", text[max(0, a - 50) : b + 40])
    return Counter(
        gold=len(spans),
        hit=len(spans) - len(missed),
        ours=len(periods),
        right=len(periods) - len(extra),
    )


Bounds = tuple[int, int]


def _crude_sentences(path: Path) -> Iterator[tuple[list[str], list[Bounds], list[Bounds]]]:
    for line in path.read_text("utf-8").splitlines():
        for sentence in json.loads(line)["sentences"]:
            spans: dict[str, list[Bounds]] = {"Date": [], "Duration": []}
            for mention in sentence["golden-entity-mentions"]:
                spans.get(mention["entity-type"], []).append((mention["start"], mention["end"]))
            yield sentence["words"], spans["Date"], spans["Duration"]


def _laid_out(words: list[str]) -> tuple[str, list[Bounds]]:
    """Return the words with spaces between them, and where each stands."""
    bounds, at = [], 0
    for word in words:
        bounds.append((at, at + len(word)))
        at += len(word) + 1
    return " ".join(words), bounds


def _overlaps(span: Bounds, others: list[Bounds]) -> bool:
    return any(a < span[1] and b > span[0] for a, b in others)


def fire(args: argparse.Namespace) -> None:
    """Recall of dates by overlap."""
    hits = gold = 0
    for item in json.loads(args.path.read_text("utf-8")):
        text, bounds = _laid_out(item["tokens"])
        spans = [
            (bounds[e["start"]][0], bounds[e["end"] - 1][1])
            for e in item["entities"]
            if e["type"] == "Date"
        ]
        periods = [(p.span.start, p.span.end) for p in found(text, None)]
        for a, b in spans:
            hits += _overlaps((a, b), periods)
            if args.misses and not _overlaps((a, b), periods):
                print("MISSED", repr(text[a:b]), "|", text[max(0, a - 60) : b + 40])
        gold += len(spans)
    print(f"recall by overlap {hits}/{gold} = {hits / gold:.3f}")


# --- Gold facts -------------------------------------------------------------------------------


def gold_facts(args: argparse.Namespace) -> None:
    """Dates of gold facts that are found in the sentence of the evidence with that very value."""
    hits = total = 0
    for line in args.path.read_text("utf-8").splitlines():
        article = json.loads(line)
        day = dt.date.fromisoformat(article["published"][:10])
        passage = Passage(article["text"])
        periods = find_periods(passage, Anchor(day))
        for fact in article["facts"]:
            for name, value in _gold_dates(fact):
                total += 1
                near = _near(passage, periods, fact["evidence"][0])
                if any(_fits(p, value) for p in near):
                    hits += 1
                elif args.misses:
                    ours = [f"{p.span.text}={p.start}..{p.end}" for p in near]
                    print("MISSED", article["id"], day, name, value, fact["evidence"], ours)
    print(f"found with their value {hits}/{total} = {hits / total:.3f}")


def _gold_dates(fact: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    baseline = fact.get("baseline") or {}
    for name, value in (
        ("period", fact.get("period")),
        ("date", fact.get("date")),
        ("baseline.date", baseline.get("date")),
        ("window", fact.get("window")),
    ):
        if value:
            yield name, value


def _near(passage: Passage, periods: list[Period], evidence: str | dict[str, str]) -> list[Period]:
    words = evidence if isinstance(evidence, str) else evidence["text"]
    at = passage.text.find(words)
    bounds = [(a, b) for a, b in passage.sentences if a < at + len(words) and b > at]
    if at < 0 or not bounds:
        return periods
    start, end = bounds[0][0], max(bounds[-1][1], at + len(words))
    return [p for p in periods if p.span.start < end and p.span.end > start]


def _fits(period: Period, value: dict[str, Any]) -> bool:
    if "start" not in value and "end" not in value:
        return period.timex == value.get("timex")
    start = value.get("start")
    if start and (period.start is None or period.start.isoformat() != start):
        return False
    end = value.get("end")
    return not end or (period.end is not None and period.end.isoformat() == end)


# --- Speed ------------------------------------------------------------------------------------


def speed(args: argparse.Namespace) -> None:
    """Characters a second, beside the blank tokenizer of spaCy."""
    import spacy  # noqa: PLC0415  only here

    articles = [json.loads(line) for line in args.path.read_text("utf-8").splitlines()]
    passages = [
        (Passage(a["text"]), Anchor(dt.date.fromisoformat(a["published"][:10]))) for a in articles
    ]
    size = sum(len(passage.clean) for passage, _ in passages)
    best = min(_timed(passages) for _ in range(3))
    nlp = spacy.blank("en")
    began = time.perf_counter()
    for article in articles:
        nlp(article["text"])
    blank = time.perf_counter() - began
    print(
        f"find_periods {size / best / 1e6:.2f} M characters/s, blank tokenizer "
        f"{size / blank / 1e6:.2f} M, ratio {blank / best:.2f}"
    )


def _timed(passages: list[tuple[Passage, Anchor]]) -> float:
    began = time.perf_counter()
    for passage, anchor in passages:
        find_periods(passage, anchor)
    return time.perf_counter() - began


MEASURES = {
    "recognizers": recognizers,
    "crude": crude,
    "fire": fire,
    "gold": gold_facts,
    "speed": speed,
}

if __name__ == "__main__":
    main()
