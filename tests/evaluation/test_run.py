"""One evaluation from files to a report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from finfacts.article import Article, ArticleFacts
from finfacts.errors import GoldError, PredictionError
from finfacts.evaluation.baseline import read_baseline, write_baseline
from finfacts.evaluation.gold import read_gold
from finfacts.evaluation.html import html_page
from finfacts.evaluation.run import evaluate


def test_a_report_counts_facts_slots_and_causes(corpus: Path, good: Path) -> None:
    report = evaluate(corpus, good, split="dev")
    total = report.facts["all"]
    assert (total.gold, total.found, total.exact.precision) == (3, 3, pytest.approx(2 / 3))
    assert report.causes == {"wrong subject": 1}
    assert report.slots["direction"].score.precision == pytest.approx(2 / 3)
    assert (report.sets.keys(), report.articles, report.speed) == ({"movers/dev"}, 1, None)


def test_articles_without_predictions_count_as_missed_and_are_named(
    corpus: Path, good: Path
) -> None:
    report = evaluate(corpus, good)
    assert report.facts["all"].gold == 4
    assert report.warnings == ("1 gold articles have no prediction and count as missed: t1",)
    assert report.sets["movers/train"].exact.recall == 0.0


def test_an_extractor_is_run_and_timed(corpus: Path) -> None:
    seen: list[str | None] = []

    def extract(article: Article) -> ArticleFacts:
        seen.append(article.id)
        return ArticleFacts(id=article.id)

    report = evaluate(corpus, split="dev", extract=extract)
    assert seen == ["d1", "d1"]  # once to load, once timed
    assert report.causes == {"missed": 3}
    assert report.speed is not None
    assert report.speed.characters_per_second > 0


def test_facts_in_headlines_count_only_where_gold_annotates_headlines(
    corpus: Path, tmp_path: Path
) -> None:
    gold = json.loads((corpus / "dev.jsonl").read_text(encoding="utf-8"))
    headline = {"text": "Ford", "start": 0, "end": 4, "field": "title"}
    fact = {**gold["facts"][0], "evidence": [headline]}
    (corpus / "dev.jsonl").write_text(json.dumps({**gold, "title": "Ford up"}), encoding="utf-8")
    file = tmp_path / "titled.jsonl"
    file.write_text(json.dumps({"id": "d1", "facts": [fact]}), encoding="utf-8")
    assert evaluate(corpus, file, split="dev").facts["all"].found == 0
    annotated = {**gold, "title": "Ford up", "facts": [*gold["facts"], fact]}
    (corpus / "dev.jsonl").write_text(json.dumps(annotated), encoding="utf-8")
    assert evaluate(corpus, file, split="dev").facts["all"].exact.precision == 1.0


def test_articles_that_could_not_be_read_are_named(corpus: Path, tmp_path: Path) -> None:
    file = tmp_path / "failed.jsonl"
    error = {"kind": "ArticleError", "message": "the article has no text"}
    file.write_text(json.dumps({"id": "d1", "error": error}), encoding="utf-8")
    report = evaluate(corpus, file, split="dev")
    assert report.warnings == (
        "1 articles could not be read: d1; the first: the article has no text",
    )


EVIDENCE = [{"text": "Ford", "start": 0, "end": 4}]
WRONG = [
    ({"id": "zz"}, "id: 'zz' is the id of no gold article"),
    ({"id": "d1", "facts": {}}, "facts: a list of objects is wanted"),
    ({"id": "d1", "facts": [{"type": "price"}]}, "facts[0].type: 'price' is none of price_move,"),
    ({"id": "d1", "facts": [{"type": "poll"}]}, "facts[0].evidence: a list of at least one span"),
    (
        {"id": "d1", "facts": [{"type": "poll", "evidence": [{**EVIDENCE[0], "text": "GM"}]}]},
        "facts[0].evidence[0]: 'GM' is not in the text, where 'Ford' stands",
    ),
    (
        {"id": "d1", "facts": [{"type": "poll", "evidence": [{"start": 0, "end": 9999}]}]},
        "facts[0].evidence[0]: None is not in the text",
    ),
    (
        {"id": "d1", "facts": [{"type": "poll", "evidence": [{"start": "0", "end": 4}]}]},
        "facts[0].evidence[0]: start and end are no offsets: '0', 4",
    ),
    (
        {"id": "d1", "facts": [{"type": "poll", "evidence": EVIDENCE, "date": {"end": "May"}}]},
        "facts[0].date.end: 'May' is no ISO 8601 date",
    ),
    (
        {"id": "d1", "mentions": [{"kind": "date", "span": {"text": "GM", "start": 0, "end": 2}}]},
        "mentions[0].span: 'GM' is not in the text",
    ),
]


@pytest.mark.parametrize(("line", "message"), WRONG)
def test_predictions_that_do_not_fit_are_told_with_line_and_field(
    line: dict, message: str, corpus: Path, tmp_path: Path
) -> None:
    file = tmp_path / "wrong.jsonl"
    file.write_text(f"\n{json.dumps(line)}\n", encoding="utf-8")
    with pytest.raises(PredictionError) as error:
        evaluate(corpus, file)
    assert str(error.value).startswith(f"{file}:2: {message}")


def test_gained_and_lost(corpus: Path, good: Path, worse: Path, tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    write_baseline(file, evaluate(corpus, good, split="dev").runs)
    changes = evaluate(corpus, worse, split="dev", baseline=read_baseline(file)).changes
    assert changes is not None
    assert [(one.before, one.after, one.evidence) for one in changes.lost] == [
        ("exact", "found", "<b>GM</b> fell 2%")
    ]
    assert changes.gained == ()
    assert changes.fallen == ("dev",)
    back = evaluate(corpus, good, split="dev", baseline=read_baseline(file)).changes
    assert back is not None
    assert (back.gained, back.lost, back.fallen) == ((), (), ())


def test_spurious_facts_are_told_apart(corpus: Path, tmp_path: Path) -> None:
    gold = json.loads((corpus / "dev.jsonl").read_text(encoding="utf-8"))["facts"]
    file, baseline = tmp_path / "p.jsonl", tmp_path / "baseline.json"
    file.write_text(json.dumps({"id": "d1", "facts": gold}), encoding="utf-8")
    write_baseline(baseline, evaluate(corpus, file, split="dev").runs)
    file.write_text(json.dumps({"id": "d1", "facts": [*gold, gold[0]]}), encoding="utf-8")
    changes = evaluate(corpus, file, split="dev", baseline=read_baseline(baseline)).changes
    assert changes is not None
    assert [(one.before, one.after) for one in changes.spurious] == [("gone", "spurious")]
    assert changes.lost == ()


def test_sets_that_a_run_did_not_read_stay_in_the_baseline(
    corpus: Path, good: Path, tmp_path: Path
) -> None:
    file = tmp_path / "baseline.json"
    write_baseline(file, evaluate(corpus, good).runs)
    write_baseline(file, evaluate(corpus, good, split="dev").runs)
    assert list(read_baseline(file).sets) == ["movers/dev", "movers/train"]


def test_a_baseline_of_other_sets_is_refused(corpus: Path, good: Path, tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    file.write_text('{"sets": {}}', encoding="utf-8")
    with pytest.raises(GoldError, match="the baseline knows no set, not movers/dev"):
        evaluate(corpus, good, split="dev", baseline=read_baseline(file))
    file.write_text("{}", encoding="utf-8")
    with pytest.raises(GoldError, match="it is no baseline"):
        read_baseline(file)


def test_markdown_shows_tables_causes_and_changes(
    corpus: Path, good: Path, worse: Path, tmp_path: Path
) -> None:
    file = tmp_path / "baseline.json"
    write_baseline(file, evaluate(corpus, good, split="dev").runs)
    text = evaluate(corpus, worse, split="dev", baseline=read_baseline(file)).to_markdown()
    assert "| all        |    3 |     2 |       0.800 |  0.500 |  0.333 |   0.400 |" in text
    assert "| wrong direction |      1 |" in text
    assert "- d1 price_move: “<b>GM</b> fell 2%” (direction: down → up)" in text
    assert "- dev: whole-fact F1 0.667 → 0.400" in text


def test_json_holds_the_scores_and_errors(corpus: Path, worse: Path) -> None:
    data = json.loads(evaluate(corpus, worse, split="dev").to_json())
    assert data["facts"]["all"]["exact"]["precision"] == 0.5
    assert [one["cause"] for one in data["errors"]] == ["wrong direction", "missed"]
    assert "runs" not in data


def test_the_page_is_self_contained_and_escaped(corpus: Path, worse: Path) -> None:
    gold = read_gold([corpus], "dev")
    page = html_page(evaluate(gold, worse), gold)
    assert "<mark>&lt;b&gt;GM&lt;/b&gt; fell 2%</mark> &amp; Tesla" in page
    assert "<b>GM" not in page
    assert 'data-cause="wrong direction" data-type="price_move" data-source="d1"' in page
    assert '<tr class="wrong"><th>direction</th><td>down</td><td>up</td></tr>' in page
    assert '<tr class="right"><th>percent.value</th><td>2</td><td>2</td></tr>' in page
    assert "http" not in page
