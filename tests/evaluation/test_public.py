"""Public sets are read into plain text and spans, and facts are told in their terms."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from finfacts.article import Article, ArticleFacts, ExtractionFailure
from finfacts.errors import GoldError
from finfacts.evaluation.public.registry import READERS, read_public
from finfacts.evaluation.public.scoring import Annotated, PublicSet, evaluate_public
from finfacts.evaluation.public.sentfin import project
from finfacts.evaluation.public.words import join
from finfacts.evaluation.slots import Names
from finfacts.pipeline import extract

DATA = Path(__file__).resolve().parents[2] / "../shared/data"

JOINED = [
    ("up 3 % -LRB- Reuters -RRB- .", "up 3% (Reuters)."),
    ("about $ 45 million , he said", "about $45 million, he said"),
    ("`` It 's a 5-1/2 - year low , '' they said", '"It\'s a 5-1/2-year low," they said'),
    ("at USD87 .04 a barrel", "at USD87.04 a barrel"),
    ("$ 60.85 / bbl", "$60.85/bbl"),
    ("$ 50 - 55 a barrel", "$50-55 a barrel"),
    ("Austria -LRB- Reuters -RRB- - Swiss group", "Austria (Reuters) - Swiss group"),
    ("the miners ' shares did n't move", "the miners' shares didn't move"),
]


@pytest.mark.parametrize(("words", "text"), JOINED)
def test_words_are_joined_as_they_are_written(words: str, text: str) -> None:
    joined = join(words.split())
    assert joined.text == text
    assert "".join(text[start:end] for start, end in joined.words) == text.replace(" ", "")


def marked(one: Annotated) -> list[tuple[str, str]]:
    return [(span.label, one.article.text[span.place.start : span.place.end]) for span in one.spans]


def argument(role: str, start: int, end: int) -> dict:
    return {"role": role, "start": start, "end": end}


def test_crudeoilnews(tmp_path: Path) -> None:
    address = "https://example.com/oil-idUSKBN1K92SW20150910 ."
    words = ["Brent", "fell", "3", "%", "to", "$", "49", "a", "barrel", "on", "Monday", "."]
    arguments = [
        argument("Item", 0, 1),
        argument("Difference", 2, 4),
        argument("Final_value", 5, 9),
        argument("Reference_point_time", 10, 11),
    ]
    events = [
        {"event_type": "Movement-down-loss", "arguments": arguments},
        {"event_type": "Slow-weak", "arguments": arguments[:2]},
        {"event_type": "Embargo", "arguments": [argument("Difference", 0, 1)]},
    ]
    sentences = [
        {"words": address.split(), "golden-event-mentions": []},
        {"words": words, "golden-event-mentions": events},
    ]
    file = tmp_path / "train.jsonl"
    file.write_text(json.dumps({"doc": "o1", "sentences": sentences}), encoding="utf-8")
    (one,) = read_public("crudeoilnews", file).articles
    assert (one.article.text, str(one.article.day)) == (
        "Brent fell 3% to $49 a barrel on Monday.\n",
        "2015-09-10",
    )
    assert marked(one) == [
        ("Difference", "3%"),
        ("Final_value", "$49 a barrel"),
        ("Reference_point_time", "Monday"),
    ]
    assert one.spans[0].values == {"direction": "down"}


def test_fire(tmp_path: Path) -> None:
    row = {
        "tokens": ["Expenses", "of", "Ford", "increased", "by", "$", "2", "million"],
        "entities": [
            {"type": "FinancialEntity", "start": 0, "end": 1},
            {"type": "Company", "start": 2, "end": 3},
            {"type": "Money", "start": 5, "end": 8},
        ],
        "relations": [
            {"type": "ValueChangeIncreaseby", "head": 0, "tail": 2},
            {"type": "Propertyof", "head": 0, "tail": 1},
        ],
    }
    file = tmp_path / "dev.json"
    file.write_text(json.dumps([row]), encoding="utf-8")
    (one,) = read_public("fire", tmp_path).articles
    assert marked(one) == [
        ("ValueChangeIncreaseby", "$2 million"),
        ("instrument", "Ford"),
        ("quantity", "$2 million"),
    ]


def test_sentfin(tmp_path: Path) -> None:
    (tmp_path / "SEntFiN.csv").write_text(
        "S No.,Title,Decisions,Words\n"
        "1,\"MRF's shares slip, rubber dull\",\"{'MRF's': 'negative', 'Rubber': 'neutral'}\",5\n",
        encoding="utf-8",
    )
    (tmp_path / "entity_list_comprehensive.csv").write_text(
        ',Symbol,Entity\n0,MRF,"MRF Ltd., MRF\'s"\n1,GOODS,"rubber, GOODS"\n', encoding="utf-8"
    )
    (one,) = read_public("sentfin", tmp_path).articles
    assert marked(one) == [("instrument", "MRF's"), ("company", "MRF's"), ("instrument", "rubber")]
    linked = [span.values for span in one.spans if span.label == "company"]
    assert linked == [{"symbol": Names(frozenset(), frozenset({"MRF"}))}]


def test_sentfin_takes_earlier_symbols_of_an_issuer() -> None:
    found = project(extract("Tata Motors rose 2%, says Jefferies."))
    symbols = {s.values["symbol"].symbols for s in found if s.label == "company"}  # type: ignore[union-attr]
    assert symbols == {frozenset({"TMPV", "500570", "TATAMOTORS"}), frozenset()}


def case(text: str, **result: object) -> dict:
    given = str(result["Text"])
    start = text.index(given)
    return {"Input": text, "Results": [{**result, "Start": start, "End": start + len(given) - 1}]}


def test_recognizers(tmp_path: Path) -> None:
    dated = case(
        "out last week",
        Text="last week",
        TypeName="datetimeV2.daterange",
        Resolution={
            "values": [
                {
                    "timex": "2016-W44",
                    "type": "daterange",
                    "start": "2016-10-31",
                    "end": "2016-11-07",
                }
            ]
        },
    )
    dated["Context"] = {"ReferenceDateTime": "2016-11-07T00:00:00"}
    (tmp_path / "DateTimeModel.json").write_text(
        "\ufeff" + json.dumps([dated, {"Input": "x", "Results": [], "NotSupported": "python"}]),
        encoding="utf-8",
    )
    percent = case("up 3%", Text="3%", TypeName="percentage", Resolution={"value": "3%"})
    (tmp_path / "PercentModel.json").write_text(json.dumps([percent]), encoding="utf-8")
    week, share = read_public("recognizers", tmp_path).articles
    assert (marked(week), marked(share)) == (
        [("date range", "last week")],
        [("percentage", "3%")],
    )
    assert str(week.article.day) == "2016-11-07"
    window = week.spans[0].values["start/end"]
    assert window is not None
    assert window.names == {"2016-10-31..2016-11-06"}  # type: ignore[union-attr]


@pytest.mark.parametrize("name", READERS)
def test_files_of_another_kind_are_refused(name: str, tmp_path: Path) -> None:
    file = tmp_path / "x.jsonl"
    file.write_text('{"a": 1}\n', encoding="utf-8")
    with pytest.raises(GoldError, match=str(file)):
        read_public(name, file)
    with pytest.raises(GoldError, match="no such file or folder"):
        read_public(name, tmp_path / "nowhere")


def test_unknown_sets_are_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no public set is called 'x'; there are crudeoilnews"):
        read_public("x", tmp_path)


SIZES = [
    ("crudeoilnews", "crudeoilnews/train.jsonl", 151, {"Difference": 594, "Initial_value": 41}),
    ("fire", "fire", 454, {"ValueChangeIncreaseby": 49, "ValueChangeDecreaseby": 38}),
    ("recognizers", "recognizers-text", 704, {"currency": 127, "percentage": 15}),
    ("sentfin", "sentfin", 10753, {"instrument": 14386, "company": 4451}),
]


@pytest.mark.parametrize(("name", "path", "articles", "labels"), SIZES)
@pytest.mark.skipif(not DATA.exists(), reason="the public sets are not here")
def test_the_sets_themselves(name: str, path: str, articles: int, labels: dict[str, int]) -> None:
    public = read_public(name, DATA / path)
    found = [span.label for one in public.articles for span in one.spans]
    assert len(public.articles) == articles
    assert {label: found.count(label) for label in labels} == labels
    assert all(one.place.end > one.place.start for a in public.articles for one in a.spans)


def test_articles_that_could_not_be_read_are_told() -> None:
    def fail(article: Article) -> ArticleFacts:
        error = ExtractionFailure(kind="ArticleError", message="no text")
        return ArticleFacts(id=article.id, error=error)

    public = PublicSet("mine", (Annotated(Article(text="x"), ()),), lambda _: [])
    assert evaluate_public(public, fail).warnings == ("1 could not be read; the first: no text",)


@pytest.mark.skipif(not DATA.exists(), reason="the public sets are not here")
def test_finding_nothing_scores_nothing() -> None:
    def nothing(article: Article) -> ArticleFacts:
        return ArticleFacts(id=article.id)

    report = evaluate_public(read_public("fire", DATA / "fire"), nothing)
    assert report.labels["Value"].measures["overlap"].f1 == 0.0
    assert "| Value" in report.to_markdown()
