"""What a run has done so far: articles, facts, failures by kind."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from finfacts.article import ExtractionFailure


class Outcome(NamedTuple):
    """What one input became.

    Attributes:
        id: the article's identifier.
        payload: what the sink writes.
        facts: how many facts it has.
        error: why it has none, if it failed.
    """

    id: str | None
    payload: object
    facts: int
    error: ExtractionFailure | None


@dataclass
class Tally:
    """Counts of a run.

    Attributes:
        articles: inputs dealt with.
        facts: facts of all of them.
        failed: inputs with an error.
        kinds: inputs for each kind of error.
        last: identifier of the last one.
    """

    articles: int = 0
    facts: int = 0
    failed: int = 0
    kinds: dict[str, int] = field(default_factory=dict)
    last: str | None = None

    def add(self, *outcomes: Outcome) -> None:
        """Count more inputs."""
        for outcome in outcomes:
            self.articles += 1
            self.facts += outcome.facts
            self.last = outcome.id
            if outcome.error:
                kind = outcome.error.kind
                self.failed += 1
                self.kinds[kind] = self.kinds.get(kind, 0) + 1
