"""spaCy components: ``nlp.add_pipe("finfacts_dates")`` in anybody's pipeline.

Each component of a mention kind fills a span group of its own name; ``finfacts_facts`` reads
the whole text and ``doc._.facts`` gives the facts as models. What is kept on the Doc is text,
so that Docs can be written to bytes and sent between processes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial

from spacy.lang.en import English, EnglishDefaults
from spacy.language import Language
from spacy.tokens import Doc

from finfacts.article import Article, ArticleFacts
from finfacts.facts import Fact
from finfacts.language.passage import Passage
from finfacts.lexicons.instruments import load_lexicon
from finfacts.mentions.sentiment import find_labels
from finfacts.pipeline import extract, find_mentions
from finfacts.values import Span

KINDS = {
    "finfacts_instruments": "instruments",
    "finfacts_quantities": "quantities",
    "finfacts_dates": "periods",
    "finfacts_brokerages": "brokerages",
    "finfacts_people": "people",
    "finfacts_sentiment": "labels",
}
_FACTS = "finfacts"
_INFIXES = [
    r"(?<=[0-9])(?=%)",
    r"(?<=[0-9])(?=(?:bps?|bn|mn|tn|m|k|p)\b)",
    r"(?<=[0-9.])-(?=[$€£¥₹]?[0-9])",
    r"(?<=[A-Z]):(?=[A-Z0-9])",
    r"(?<=[a-z])\.(?=[A-Z][a-z])",
    r"—|–|/",
]


class FinanceDefaults(EnglishDefaults):
    """English, with figures split from their units: "5%", "25bps", "$1.23-$1.25"."""

    infixes = [*(EnglishDefaults.infixes or ()), *_INFIXES]  # noqa: RUF012 - as spaCy declares it


class FinanceEnglish(English):  # type: ignore[no-untyped-call]
    """The blank English pipeline with tokenizer settings for finance."""

    Defaults = FinanceDefaults


def load() -> Language:
    """Return a blank English pipeline with the tokenizer set for finance and all components."""
    nlp = FinanceEnglish()
    for name in (*KINDS, "finfacts_facts"):
        nlp.add_pipe(name)
    return nlp


def _published(doc: Doc) -> dt.datetime | dt.date | None:
    value = doc._.published
    return Article.model_validate({"text": "", "published": value}).published if value else None


def _mark(group: str, kind: str, doc: Doc) -> Doc:
    """Fill the span group of one kind of mention; a span grows to whole tokens."""
    if kind == "labels":
        spans: Sequence[Span] = [label.span for label in find_labels(Passage(doc.text))]
    else:
        found = find_mentions([Passage(doc.text)], _published(doc), load_lexicon())[0]
        spans = [value.span for value in getattr(found, kind)]
    marked = [doc.char_span(span.start, span.end, alignment_mode="expand") for span in spans]
    doc.spans[group] = [span for span in marked if span is not None]
    return doc


def _read(doc: Doc) -> Doc:
    article = Article.model_validate({"text": doc.text, "published": doc._.published})
    doc.user_data[_FACTS] = extract(article).model_dump_json()
    return doc


def article_facts(doc: Doc) -> ArticleFacts | None:
    """Return what ``finfacts_facts`` read from a Doc, or None where it has not run."""
    written = doc.user_data.get(_FACTS)
    return ArticleFacts.model_validate_json(written) if written else None


def _facts(doc: Doc) -> tuple[Fact, ...]:
    result = article_facts(doc)
    return result.facts if result is not None else ()


def _extend() -> None:
    if not Doc.has_extension("published"):
        Doc.set_extension("published", default=None)
    if not Doc.has_extension("facts"):
        Doc.set_extension("facts", getter=_facts)
    if not Doc.has_extension("article_facts"):
        Doc.set_extension("article_facts", getter=article_facts)


def _factory(group: str, kind: str) -> Callable[[Language, str], Callable[[Doc], Doc]]:
    def make(nlp: Language, name: str) -> Callable[[Doc], Doc]:  # noqa: ARG001 - spaCy's form
        _extend()
        return partial(_mark, group, kind)

    return make


def _make_facts(nlp: Language, name: str) -> Callable[[Doc], Doc]:  # noqa: ARG001 - spaCy's form
    _extend()
    return _read


instruments = Language.factory(
    "finfacts_instruments", func=_factory("finfacts_instruments", "instruments")
)
quantities = Language.factory(
    "finfacts_quantities", func=_factory("finfacts_quantities", "quantities")
)
dates = Language.factory("finfacts_dates", func=_factory("finfacts_dates", "periods"))
brokerages = Language.factory(
    "finfacts_brokerages", func=_factory("finfacts_brokerages", "brokerages")
)
people = Language.factory("finfacts_people", func=_factory("finfacts_people", "people"))
sentiment = Language.factory("finfacts_sentiment", func=_factory("finfacts_sentiment", "labels"))
facts = Language.factory("finfacts_facts", assigns=["doc._.facts"], func=_make_facts)
