"""HTML pages: the article without what is around it, and what the page says about it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from finfacts.article import Article
from finfacts.readers import read_articles
from finfacts.readers.items import ExtractedArticle, ReadFailure
from finfacts.readers.options import ReadOptions

LEAD = "Shares of Boeing fell 3% on Monday after the plane maker cut its outlook for the year."
REST = (
    "Analysts at Jefferies lowered their price target to $180 from $200, citing “slow” deliveries."
)
PARAGRAPHS = f"<p>{LEAD}</p><p>{REST}</p>"
AROUND = """<nav><a href="/">Home</a><a href="/markets">Markets</a></nav>
<script>var price = "Gold rose 99%";</script>"""


def page(head: str = "", body: str = PARAGRAPHS, charset: str = "utf-8") -> str:
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="{charset}">
<title>Boeing falls | Wire</title>{head}</head><body>{AROUND}<article><h1>Boeing falls</h1>
{body}</article><footer>Copyright Wire, all rights reserved</footer></body></html>"""


def read(path: Path, **options: object) -> Article | ReadFailure:
    (item,) = read_articles([path], options=ReadOptions(**options))  # type: ignore[arg-type]
    return item


def write(folder: Path, content: str, name: str = "a.html", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(content.encode(encoding))
    return path


def test_text_and_headline_without_menu_script_and_footer(tmp_path: Path) -> None:
    article = read(write(tmp_path, page()))
    assert isinstance(article, ExtractedArticle)
    assert article.text.split("\n")[-2:] == [LEAD, REST]
    assert not {"99%", "Home", "Copyright"} & set(article.text.split())
    assert article.title == "Boeing falls"


DATES = [
    (
        '<meta property="article:published_time" content="2026-01-13T06:30:00-05:00">',
        "2026-01-13T06:30:00-05:00",
    ),
    ("<meta content='2026-01-13' name='pubdate'/>", "2026-01-13"),
    ('<meta itemprop="datePublished" content="2026-01-13T11:30:00Z">', "2026-01-13T11:30:00+00:00"),
    (
        '<script type="x/ld+json">{"datePublished": "2026-01-13T06:30:00-05:00"}</script>',
        "2026-01-13T06:30:00-05:00",
    ),
    ('<meta property="article:modified_time" content="2026-02-13T06:30:00-05:00">', None),
    ('<meta name="date" content="soon">', None),
    ("", None),
]


@pytest.mark.parametrize(("head", "expected"), DATES)
def test_publication_date(tmp_path: Path, head: str, expected: str | None) -> None:
    article = read(write(tmp_path, page(head)))
    assert isinstance(article, Article)
    assert (article.published and article.published.isoformat()) == expected


def test_the_option_and_the_name_go_before_the_page(tmp_path: Path) -> None:
    head = '<meta property="article:published_time" content="2026-01-13T06:30:00-05:00">'
    path = write(tmp_path, page(head), "2026-01-12_boeing.html")
    named, given = read(path), read(path, published="2026-01-11")
    assert isinstance(named, Article)
    assert isinstance(given, Article)
    assert [str(named.published), str(given.published)] == ["2026-01-12", "2026-01-11"]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("iso-8859-1", "windows-1252"),
        ("windows-1252", "windows-1252"),
        ("utf-8", "utf-16"),
    ],
)
def test_encodings(tmp_path: Path, declared: str, encoding: str) -> None:
    article = read(write(tmp_path, page(charset=declared), encoding=encoding))
    assert isinstance(article, Article)
    assert "citing “slow” deliveries" in article.text


def test_a_wrong_encoding_is_placed(tmp_path: Path) -> None:
    content = page().encode("windows-1252")
    path = tmp_path / "a.html"
    path.write_bytes(content)
    failure = read(path)
    assert isinstance(failure, ReadFailure)
    assert f"byte 0x93 at offset {content.index(0x93)} is no UTF-8" in str(failure.error)


def test_the_missing_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    failure = read(write(tmp_path, page()))
    assert isinstance(failure, ReadFailure)
    assert str(failure.error).endswith("needs trafilatura: pip install 'finfacts[html]'")
    assert type(failure.error).__name__ == "MissingExtraError"


@pytest.mark.parametrize(
    "body", ["<" * 5000, "<div>" * 3000, "&#0;" * 100, "<!--" * 500, "\x00", "\ud7ff"]
)
def test_hostile_pages_give_one_item(tmp_path: Path, body: str) -> None:
    item = read(write(tmp_path, page(body=body + PARAGRAPHS)))
    assert isinstance(item, Article | ReadFailure)
