"""Many articles in, facts out: over processes, in order, nothing lost.

>>> from finfacts.article import Article
>>> articles = [Article(text="Shares of Boeing fell 3%."), Article(text="Gold rose 1%.")]
>>> [result.facts[0].direction for result in map_articles(articles, processes=1)]
['down', 'up']
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from finfacts.article import Article, ArticleFacts
from finfacts.batch.extraction import Limits, facts_of, load_pipeline, lost_facts
from finfacts.batch.ordered import Work, map_ordered

UNLIMITED = Limits()


def map_articles(
    articles: Iterable[Article],
    *,
    processes: int = 1,
    chunk: int = 32,
    limits: Limits = UNLIMITED,
) -> Iterator[ArticleFacts]:
    """Yield the facts of each article, in order, reading no further ahead than is needed.

    Args:
        articles: read lazily; may be endless.
        processes: how many at once.
        chunk: articles that go to a process together.
        limits: what one article may cost; those that cost more come out with an error.

    Yields:
        One result for each article; a failed one carries its error.
    """
    work = Work(partial(facts_of, limits=limits), partial(lost_facts, limits=limits), load_pipeline)
    yield from map_ordered(articles, work, processes=processes, chunk=chunk, limit=limits.timeout)
