"""What a run shows while it works: a progress bar, failures as they come, tables, a summary."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from finfacts.article import ArticleFacts
from finfacts.batch.run import Plan, Watch
from finfacts.batch.tally import Outcome, Tally
from finfacts.cli.reading import complain
from finfacts.readers.finding import STDIN, total_size

if TYPE_CHECKING:
    from rich.progress import Progress

_MAX_SHOWN = 20  # failures that are told one by one
_PAUSE = 0.1  # seconds between two pictures of the bar
_WIDTH = 120  # of tables that go to no terminal


def summary(tally: Tally) -> str:
    """Sum a run up: "12 articles, 140 facts, 2 failed (2 ReaderError)"."""
    words = f"{tally.articles:,} articles, {tally.facts:,} facts"
    if not tally.failed:
        return words
    kinds = ", ".join(f"{count:,} {kind}" for kind, count in sorted(tally.kinds.items()))
    return f"{words}, {tally.failed:,} failed ({kinds})"


@contextmanager
def watching(plan: Plan, *, shown: bool) -> Iterator[Watch]:
    """Give the run whom to tell how it goes on; a bar is drawn where it is to be shown."""
    tell = _failures(complain) if plan.form != "table" else None
    if not shown:
        yield Watch(tell)
        return
    with _bar() as bar:
        yield _drawing(bar, plan)


def print_tables(results: Iterable[ArticleFacts], output: Path | None) -> Tally:
    """Print the facts of each article as a table, to standard output or a file."""
    from rich.console import Console  # noqa: PLC0415 - slow to import, and seldom needed

    from finfacts.sinks.table import article_table  # noqa: PLC0415 - the same

    tally = Tally()
    with output.open("w", encoding="utf-8") if output else _standard_output() as file:
        plain = output is not None or not sys.stdout.isatty()
        width = int(os.environ.get("COLUMNS", _WIDTH)) if plain else None
        console = Console(file=file, width=width, highlight=False)
        for result in results:
            console.print(article_table(result))
            tally.add(Outcome(result.id, None, len(result.facts), result.error))
    return tally


def _standard_output() -> AbstractContextManager[TextIO]:
    return nullcontext(sys.stdout)


def _failures(say: Callable[[str], None]) -> Callable[[Outcome, Tally], None]:
    """Return a function that tells the first failures one by one."""

    def tell(outcome: Outcome, tally: Tally) -> None:
        if outcome.error and tally.failed <= _MAX_SHOWN:
            name = outcome.id or "article"
            words = outcome.error.message
            say(words if words.startswith(name) else f"{name}: {words}")
        if outcome.error and tally.failed == _MAX_SHOWN:
            say("more failures are not shown; each stands in the output")

    return tell


def _bar() -> Progress:
    from rich.console import Console  # noqa: PLC0415 - slow to import, and seldom needed
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    return Progress(
        BarColumn(),
        TextColumn("{task.percentage:>3.0f}%"),
        TextColumn("{task.fields[words]}"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        auto_refresh=False,  # no thread of its own: workers are forked from this process
    )


def _drawing(bar: Progress, plan: Plan) -> Watch:
    """Return what moves the bar: bytes read, and the articles' rate beside it."""
    total = None if STDIN in plan.paths else total_size(plan.paths, plan.options)
    task = bar.add_task("", total=total, words="")
    tell = _failures(bar.console.print) if plan.form != "table" else None
    begun = time.monotonic()
    drawn, before = [begun], list[int]()

    def outcome(done: Outcome, tally: Tally) -> None:
        now = time.monotonic()
        if not before:
            before.append(tally.articles - 1)  # of a run that is continued
        if tell:
            tell(done, tally)
        if now - drawn[0] > _PAUSE:
            rate = (tally.articles - before[0]) / (now - begun)
            words = f"{tally.articles:,} articles {rate:,.0f}/s {tally.failed:,} failed"
            bar.update(task, words=words, refresh=True)
            drawn[0] = now

    def advance(size: int) -> None:
        bar.update(task, advance=size)

    return Watch(outcome, advance)
