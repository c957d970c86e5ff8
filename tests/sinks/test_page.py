"""Facts as a page: evidence marked in place, and no word of an article becomes markup."""

from __future__ import annotations

from html.parser import HTMLParser

from finfacts.article import ArticleFacts
from finfacts.facts import Poll
from finfacts.sinks.page import PAGE
from finfacts.values import Quantity, Span

TEXT = 'About 70% of <b onclick="x">users</b> & "others" said so.'
TITLE = "<script>alert(1)</script>"


def article() -> ArticleFacts:
    """Return a result whose evidence overlaps and whose words look like markup."""

    def span(words: str) -> Span:
        start = TEXT.index(words)
        return Span(text=words, start=start, end=start + len(words))

    share = Quantity(value=70, unit="percent", span=span("70%"))
    polls = tuple(
        Poll(
            share=share,
            statement=statement,
            evidence=(span(words),),
            sentence=span(TEXT),
            rule="<i>",
            key="k",
        )
        for statement, words in (("<u>", "About 70% of"), ('"', "70% of <b onclick"))
    )
    return ArticleFacts(id='"><img src=x>', title=TITLE, text=TEXT, facts=polls)


class Tags(HTMLParser):
    """Collects the tags, the text and the marks of a page."""

    def __init__(self, page: str) -> None:
        """Read a page."""
        super().__init__()
        self.tags: set[str] = set()
        self.texts: list[str] = []
        self.marks: list[tuple[str, str]] = []
        self.title = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.add(tag)
        self.title = dict(attrs).get("title") or ""

    def handle_data(self, data: str) -> None:
        """Note text, and what it states if it is marked."""
        self.texts.append(data)
        if self.title:
            self.marks.append((data, self.title))
            self.title = ""


def page(*results: ArticleFacts) -> Tags:
    body = b"".join(PAGE.encode(result) for result in results)
    return Tags((PAGE.head + body + PAGE.tail).decode())


def test_no_word_becomes_markup() -> None:
    found = page(article())
    assert not found.tags & {"script", "b", "img", "u", "i"}
    assert TITLE in found.texts
    assert TEXT in "".join(found.texts)


def test_evidence_is_marked_with_what_it_states() -> None:
    assert page(article()).marks == [
        ("About ", "70% said: <u>"),
        ("70% of", '70% said: <u>; 70% said: "'),
        (" <b onclick", '70% said: "'),
    ]


def test_every_kind_of_result_has_its_section(results: list[ArticleFacts]) -> None:
    words = "".join(page(*results).texts)
    for expected in (
        "Boeing falls",
        "a warning",
        "ReaderError: =1+1 is no text",
        "down about 12.2%",
    ):
        assert expected in words
