"""What each stage of the pipeline costs, by a clock put around every stage's function."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import ParamSpec, TypeVar
from unittest.mock import patch

import finfacts
from finfacts import pipeline
from finfacts.article import Article
from finfacts.claims import registry
from finfacts.language.passage import Passage

# Functions as the pipeline names them, in the order it calls them.
STAGES = (
    "find_instruments",
    "resolve",
    "find_brokerages",
    "find_quantities",
    "find_periods",
    "find_sessions",
    "find_people",
    "find_labels",
    "read_sentences",
    "_setting",
    "_mentions",
)
_P = ParamSpec("_P")
_R = TypeVar("_R")


def stage_shares(articles: Sequence[Article], rounds: int = 3) -> dict[str, float]:
    """Return each stage's share of the time of reading the articles; the last is the rest."""
    spent: dict[str, float] = {}
    with _clocks(spent):
        start = time.process_time()
        for _ in range(rounds):
            for article in articles:
                finfacts.extract(article)
        whole = time.process_time() - start
    shares = {name.strip("_"): value / whole for name, value in spent.items()}
    return {**shares, "rest": 1 - sum(shares.values())}


@contextmanager
def _clocks(spent: dict[str, float]) -> Iterator[None]:
    """Put a clock around each stage and each claim finder while the block runs."""
    finders = tuple(_timed(spent, finder.__name__, finder) for finder in registry.FINDERS)
    with ExitStack() as stack:
        passage = _timed(spent, "clean_and_split", _split)
        stack.enter_context(patch.object(pipeline, "Passage", passage))
        for name in STAGES:
            work = _timed(spent, name, getattr(pipeline, name))
            stack.enter_context(patch.object(pipeline, name, work))
        stack.enter_context(patch.object(registry, "FINDERS", finders))
        yield


def _timed(spent: dict[str, float], name: str, work: Callable[_P, _R]) -> Callable[_P, _R]:
    spent[name] = 0.0

    def clocked(*args: _P.args, **kwargs: _P.kwargs) -> _R:
        start = time.process_time()
        result = work(*args, **kwargs)
        spent[name] += time.process_time() - start
        return result

    return clocked


def _split(*args: str) -> Passage:
    """Make a passage with its lazy parts ready, so that no later stage pays for them."""
    passage = Passage(*args)
    _ = passage.clean, passage.sentences
    return passage
