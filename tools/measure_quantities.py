"""Measure the quantity finder on annotated text: ``measure_quantities.py ../shared [--errors]``.

Reads, under the folder given, whatever of these is there: ``data/recognizers-text``,
``data/crudeoilnews``, ``data/fire``, ``gold/dev.jsonl``. Every case left out is listed with its
reason.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import regex

from finfacts.language.passage import Passage
from finfacts.mentions.quantities import find_quantities
from finfacts.values import Quantity

_UNIT_SIZE = {"Cent": 2, "Pence": 2, "Penny": 2}
_BOUND = regex.compile(r"(?:[a-z]+ )*(?=[^a-z])|\ba (?=\w)", regex.IGNORECASE)
_PAIR = tuple[int, int]


def find(text: str) -> list[Quantity]:
    """Return the quantities of a text."""
    return find_quantities(Passage(text))


def measure_recognizers(folder: Path, *, errors: bool) -> None:
    """Print the share of percent and currency cases whose values are all found."""
    for model, read in (("PercentModel", _percents), ("CurrencyModel", _moneys)):
        cases = json.loads((folder / f"{model}.json").read_text("utf-8-sig"))
        counts: Counter[str] = Counter()
        for case in cases:
            reason = _left_out(case)
            if reason:
                counts["left out"] += 1
                print(f"  left out: {case['Input'][:70]!r}: {reason}")
                continue
            wanted, found = read(case)
            right = wanted == found
            counts["right" if right else "wrong"] += 1
            if errors and not right:
                print(f"  wrong: {case['Input']!r}\n    wanted {wanted}\n    found  {found}")
        share = counts["right"] / (counts["right"] + counts["wrong"])
        print(f"{model}: {share:.3f} of {counts['right'] + counts['wrong']} ({dict(counts)})")


def _left_out(case: dict[str, Any]) -> str | None:
    """Return why a case is left out: none is for another reason than its own mark."""
    if "python" in case.get("NotSupported", "") or case.get("NotSupportedByDesign"):
        return "marked NotSupported for Python"
    return None


def _percents(case: dict[str, Any]) -> tuple[list[Decimal], list[Decimal]]:
    """Values without their sign: the contract keeps the sign in the fact's direction."""
    wanted = [abs(Decimal(r["Resolution"]["value"].rstrip("%"))) for r in case["Results"]]
    return wanted, [q.value for q in find(case["Input"]) if q.unit == "percent" and q.value]


def _moneys(case: dict[str, Any]) -> tuple[list[Any], list[Any]]:
    """Values in main units with the code where one is given; bare names of money hold no value."""
    found = [(q.value, q.currency) for q in find(case["Input"]) if q.unit == "currency"]
    wanted: list[tuple[Decimal, str | None]] = []
    for result in case["Results"]:
        resolution = result["Resolution"]
        if resolution["value"] is not None:
            places = _UNIT_SIZE.get(resolution["unit"], 0)
            value = Decimal(resolution["value"]).scaleb(-places)
            wanted.append((value, resolution.get("isoCurrency")))
    codes = {at: code for at, (_, code) in enumerate(wanted) if code is None}
    found = [(value, None if at in codes else code) for at, (value, code) in enumerate(found)]
    return wanted, found


def detokenised(tokens: Iterable[str]) -> tuple[str, list[_PAIR]]:
    """Return ordinary text from tokens, with the bounds of each token in it."""
    text = ""
    bounds: list[_PAIR] = []
    for token in tokens:
        plain = {"-LRB-": "(", "-RRB-": ")", "``": '"', "''": '"'}.get(token, token)
        if text and not _sticks(text, plain):
            text += " "
        bounds.append((len(text), len(text) + len(plain)))
        text += plain
    return text, bounds


def _sticks(text: str, token: str) -> bool:
    if regex.match(r"[.,]\d", token) and text[-1].isdigit():
        return True
    if regex.match(r"[,.;:)%\]]|'[a-z]|n't", token):
        return not (token[0] == "." and len(token) > 1)
    return bool(regex.search(r"(?:[(\[$]|US\$|A\$|C\$)$", text))


def _crude(path: Path) -> Iterator[tuple[str, list[_PAIR], list[_PAIR]]]:
    """Yield text, spans of values, and spans of other things, of sentences with a value.

    Values are annotated only as arguments of events; a sentence without a marked value says
    nothing of the values in it.
    """
    for line in path.read_text("utf-8").splitlines():
        for sentence in json.loads(line)["sentences"]:
            text, bounds = detokenised(sentence["words"])
            gold: list[_PAIR] = []
            other: list[_PAIR] = []
            for mention in sentence["golden-entity-mentions"]:
                end = mention["end"]
                if sentence["words"][end : end + 1] == ["%"]:
                    end += 1  # the mark is a token of its own that the annotation leaves out
                span = bounds[mention["start"]][0], bounds[end - 1][1]
                wanted = mention["entity-type"] in ("Percentage", "Money", "Price_unit")
                (gold if wanted else other).append(span)
            if gold:
                yield text, gold, other


def measure_crude(path: Path, *, errors: bool) -> None:
    """Print F1 by overlap and by exact bounds of percentages, money and prices."""
    counts: Counter[str] = Counter()
    for text, gold, other in _crude(path):
        found = [q for q in find(text) if q.unit in ("percent", "percentage_point", "currency")]
        spans = [(q.span.start, q.span.end) for q in found]
        spans = [span for span in spans if overlaps(span, gold) or not overlaps(span, other)]
        missed = [span for span in gold if not overlaps(span, spans)]
        extra = [span for span in spans if not overlaps(span, gold)]
        counts["gold"] += len(gold)
        counts["found"] += len(spans)
        counts["hit gold"] += len(gold) - len(missed)
        counts["hit found"] += len(spans) - len(extra)
        counts["exact"] += sum(span in spans for span in gold)
        cores = {_core(text, span) for span in spans}
        counts["core"] += sum(_core(text, span) in cores for span in gold)
        if errors:
            _print_errors(text, missed, extra)
            for span in gold:
                if span not in missed and span not in spans:
                    inner = [text[a:b] for a, b in spans if overlaps((a, b), [span])]
                    print(f"  bounds: {text[slice(*span)]!r} found as {inner}")
    recall, precision = counts["hit gold"] / counts["gold"], counts["hit found"] / counts["found"]
    f1 = 2 * recall * precision / (recall + precision)
    both = counts["gold"] + counts["found"]
    print(
        f"CrudeOilNews: overlap P {precision:.3f} R {recall:.3f} F1 {f1:.3f}, "
        f"exact F1 {2 * counts['exact'] / both:.3f}, exact but for words before the number "
        f"{2 * counts['core'] / both:.3f}, of {counts['gold']}"
    )


def _core(text: str, span: _PAIR) -> _PAIR:
    """Return a span without the words before its number, which the annotation takes or leaves."""
    match = _BOUND.match(text, *span)
    return (match.end() if match else span[0]), span[1]


def _print_errors(text: str, missed: list[_PAIR], extra: list[_PAIR]) -> None:
    for kind, spans in (("missed", missed), ("extra", extra)):
        for start, end in spans:
            before, after = text[max(0, start - 60) : start], text[end : end + 40]
            print(f"  {kind}: {before}[{text[start:end]}]{after}")


def overlaps(span: _PAIR, others: Iterable[_PAIR]) -> bool:
    """Whether a span shares a character with one of the others."""
    return any(span[0] < end and start < span[1] for start, end in others)


def measure_fire(path: Path, *, errors: bool) -> None:
    """Print recall by overlap of money and of quantities in percent."""
    counts: Counter[str] = Counter()
    for sentence in json.loads(path.read_text("utf-8")):
        text, bounds = detokenised(sentence["tokens"])
        spans = [(q.span.start, q.span.end) for q in find(text)]
        for entity in sentence["entities"]:
            kind = entity["type"]
            if kind == "Quantity" and not regex.search(r"%|per ?cent|points?$", entity["text"]):
                continue
            if kind not in ("Money", "Quantity"):
                continue
            span = bounds[entity["start"]][0], bounds[entity["end"] - 1][1]
            hit = overlaps(span, spans)
            counts[kind] += 1
            counts[f"{kind} hit"] += hit
            if errors and not hit:
                _print_errors(text, [span], [])
    for kind in ("Money", "Quantity"):
        print(f"FIRE {kind}: recall {counts[f'{kind} hit'] / counts[kind]:.3f} of {counts[kind]}")


def measure_gold(path: Path, *, errors: bool) -> None:
    """Print how many values of gold facts are found in the evidence, and with the same words.

    The value is compared exactly; for the second figure the comparator and unit too, where a
    bare level may be a count that the claim turns into points, money or a multiple.
    """
    counts: Counter[str] = Counter()
    for line in path.read_text("utf-8").splitlines():
        article = json.loads(line)
        found = {
            field: find_quantities(Passage(article.get(field) or "", field))  # type: ignore[arg-type]
            for field in ("text", "title")
        }
        for fact in article["facts"]:
            near = [
                q
                for e in fact["evidence"]
                for q in found[e.get("field", "text")]
                if q.span.start < e["end"] and e["start"] < q.span.end
            ]
            for value in _values(fact):
                same = [q for q in near if _same_value(q, value)]
                full = [q for q in same if _same_kind(q, value)]
                counts["all"] += 1
                counts["value"] += bool(same)
                counts["full"] += bool(full)
                if errors and not full:
                    print(f"  {article['id']} {value} among {[q.span.text for q in near]}")
    print(
        f"gold: value {counts['value'] / counts['all']:.4f}, with comparator and unit "
        f"{counts['full'] / counts['all']:.4f}, of {counts['all']}"
    )


def _values(node: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - JSON
    if isinstance(node, dict):
        if "comparator" in node and "unit" in node:
            yield node
        else:
            for part in node.values():
                yield from _values(part)
    elif isinstance(node, list):
        for part in node:
            yield from _values(part)


def _same_value(found: Quantity, value: dict[str, Any]) -> bool:
    try:
        if value.get("value") is not None:
            return found.value == Decimal(value["value"])
        return (found.low, found.high) == (Decimal(value["low"]), Decimal(value["high"]))
    except InvalidOperation:
        return False


def _same_kind(found: Quantity, value: dict[str, Any]) -> bool:
    if found.comparator != value["comparator"]:
        return False
    if found.unit == "count":
        return value["unit"] in ("count", "index_point", "currency", "multiple")
    return found.unit == value["unit"] and found.currency == value.get("currency")


def main() -> None:
    """Measure whatever is there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", action="store_true")
    args = parser.parse_args()
    for place, measure in (
        ("data/recognizers-text", measure_recognizers),
        ("data/crudeoilnews/train.jsonl", measure_crude),
        ("data/fire/dev.json", measure_fire),
        ("gold/dev.jsonl", measure_gold),
    ):
        path = args.folder / place
        if path.exists():
            measure(path, errors=args.errors)


if __name__ == "__main__":
    main()
