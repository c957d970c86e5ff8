"""Gold is read to the letter: what is wrong is told with file, line and field."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from finfacts.errors import GoldError
from finfacts.evaluation.gold import read_gold

TEXT = "Ford shares rose 3% on Monday, Jan. 12, 2026. GM fell 2%."


def line(**changes: object) -> dict:
    """Return one gold article with a single move."""
    return {
        "id": "a1",
        "title": "Ford rises",
        "published": "2026-01-13",
        "source": "original",
        "style": "mover",
        "text": TEXT,
        "facts": [fact()],
        **changes,
    }


def fact(**changes: object) -> dict:
    return {
        "type": "price_move",
        "evidence": [{"text": "Ford shares rose 3%", "start": 0, "end": 19}],
        "subject": {"names": ["Ford"], "symbols": ["F"]},
        "direction": "up",
        "percent": {"value": "3", "comparator": "exact", "unit": "percent"},
        **changes,
    }


def write(folder: Path, *lines: dict | str, name: str = "dev.jsonl") -> Path:
    file = folder / name
    texts = [one if isinstance(one, str) else json.dumps(one) for one in lines]
    file.write_text("\n".join(texts) + "\n", encoding="utf-8")
    return file


def test_a_line_becomes_an_article_with_its_facts(tmp_path: Path) -> None:
    (one,) = read_gold([write(tmp_path, line())])
    assert (one.id, one.style, one.set) == ("a1", "mover", f"{tmp_path.name}/dev")
    assert one.article.day is not None
    assert one.article.day.isoformat() == "2026-01-13"
    assert one.facts[0]["subject"] == {"names": ["Ford"], "symbols": ["F"]}
    assert one.mentions is None


QUANTITY = {"value": "3", "comparator": "exact", "unit": "percent"}
WRONG = [
    (line(text=""), "text: String should have at least 1 character"),
    (line(facts=[fact(type="price")]), "facts[0]: Input tag 'price'"),
    (line(facts=[fact(direction="upward")]), "facts[0].direction: Input should be 'up'"),
    (line(facts=[fact(subject={})]), "facts[0].subject: neither a name nor a symbol"),
    (line(facts=[fact(evidence=[])]), "facts[0].evidence: Tuple should have at least 1 item"),
    (line(facts=[fact(percnt=QUANTITY)]), "facts[0].percnt: Extra inputs are not permitted"),
    (
        line(facts=[fact(percent={**QUANTITY, "value": 3.0})]),
        "facts[0].percent.value: Input should be a valid string; given 3.0",
    ),
    (line(facts=[fact(percent={**QUANTITY, "value": "3%"})]), "facts[0].percent.value: no number"),
    (line(facts=[fact(percent={**QUANTITY, "value": "-3"})]), "values are never signed"),
    (
        line(facts=[fact(percent={**QUANTITY, "unit": "percnt"})]),
        "facts[0].percent.unit: Input should be 'percent'",
    ),
    (
        line(facts=[fact(percent={**QUANTITY, "comparator": "range"})]),
        "facts[0].percent: a range has low and high and no value",
    ),
    (
        line(facts=[fact(amount={"value": "3", "unit": "currency"})]),
        "facts[0].amount: unit currency and an ISO 4217 currency go together",
    ),
    (
        line(facts=[fact(period={"start": "2026-01-12", "end": "2026-01-11"})]),
        "facts[0].period: start is after end",
    ),
    (
        line(facts=[fact(period={"start": "2026-02-30"})]),
        "facts[0].period.start: no date; write 2026-01-13",
    ),
    (
        line(facts=[fact(evidence=[{"text": "Ford fell 3%", "start": 0, "end": 12}])]),
        "facts[0].evidence[0]: 'Ford fell 3%' is not in the text",
    ),
    (
        line(facts=[fact(evidence=[{"text": "GM fell 2%", "start": 40, "end": 50}])]),
        "facts[0].evidence[0]: 'GM fell 2%' is not at 40 but at 46..56 of the text",
    ),
    (line(facts=[fact(), fact()]), "facts[1]: says the same as facts[0]"),
    (line(published="13 January"), "published: published is no ISO 8601 date"),
    (
        line(text=TEXT.replace("Monday", "Tuesday")),
        "text: 'Tuesday, Jan. 12, 2026': 2026-01-12 is a Monday",
    ),
    (
        line(text=TEXT.replace("Monday, Jan. 12, 2026", "Friday, Dec. 26")),
        None,  # the year is the one nearest to publication
    ),
    (
        line(text=TEXT.replace("Monday, Jan. 12, 2026", "Thursday, Dec. 26")),
        "text: 'Thursday, Dec. 26': 2025-12-26 is a Friday",
    ),
    (line(text=TEXT.replace("Monday, Jan. 12, 2026", "Monday, May 1.5% up")), None),
]


@pytest.mark.parametrize(("wrong", "message"), WRONG)
def test_what_is_wrong_is_told_with_line_and_field(
    wrong: dict, message: str | None, tmp_path: Path
) -> None:
    file = write(tmp_path, line(id="first", facts=[]), wrong)
    if message is None:
        assert len(read_gold([file])) == 2
        return
    with pytest.raises(GoldError) as error:
        read_gold([file])
    assert str(error.value).startswith(f"{file}:2: ")
    assert message in str(error.value)


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    file = write(tmp_path, line(facts=[fact(direction="x"), fact(session="y")]), line(id=7))
    with pytest.raises(GoldError) as error:
        read_gold([file])
    fields = [one.split(": ")[1] for one in str(error.value).split("\n")]
    assert fields == ["facts[0].direction", "facts[1].session", "id"]


@pytest.mark.parametrize(
    ("second", "message"),
    [
        ("{", ":2: no JSON: "),
        ("[]", ":2: a line holds one JSON object"),
        (line(), ":2: id: 'a1' is"),
    ],
)
def test_lines_that_are_no_article(second: dict | str, message: str, tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=message):
        read_gold([write(tmp_path, line(), second)])


def test_folders_are_searched_for_splits(tmp_path: Path) -> None:
    for corpus in ("one", "two"):
        (tmp_path / corpus).mkdir()
        for split in ("train", "dev"):
            write(tmp_path / corpus, line(id=f"{corpus}-{split}"), name=f"{split}.jsonl")
    assert [one.set for one in read_gold([tmp_path], "dev")] == ["one/dev", "two/dev"]
    assert len(read_gold([tmp_path])) == 4
    with pytest.raises(GoldError, match=r"no test\.jsonl under"):
        read_gold([tmp_path], "test")


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no such file or folder"):
        read_gold([tmp_path / "nowhere"])


def test_mentions_are_checked_against_the_text(tmp_path: Path) -> None:
    mention = {"kind": "quantity", "span": {"text": "4%", "start": 17, "end": 19}}
    with pytest.raises(GoldError, match=r"mentions\[0\]\.span: '4%' is not in the text"):
        read_gold([write(tmp_path, line(mentions=[mention]))])
