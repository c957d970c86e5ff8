"""Runs extraction from files to a file: streaming, continued after a kill, counted.

The output grows in ``OUT.part`` with a checkpoint beside it and takes its name when it is whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import BinaryIO, NamedTuple, cast

from finfacts import __version__
from finfacts.article import ArticleFacts
from finfacts.batch.checkpoint import Checkpoint, CheckpointError, digest, load, save
from finfacts.batch.extraction import (
    Limits,
    Task,
    facts_of,
    failed_facts,
    load_pipeline,
    lost_facts,
)
from finfacts.batch.ordered import Loss, Work, map_ordered
from finfacts.batch.tables import duckdb_writer, parquet_writer
from finfacts.batch.tally import Outcome, Tally
from finfacts.batch.writing import Writer, packer, text_writer, write_text
from finfacts.errors import FinfactsError
from finfacts.readers import read_items
from finfacts.readers.items import Unread
from finfacts.readers.options import ReadOptions
from finfacts.sinks.formats import TextFormat, text_format

Encode = Callable[[ArticleFacts], object]


class StrictError(FinfactsError):
    """An article failed, and the run was to stop at the first."""


@dataclass(frozen=True)
class Plan:
    """What a run does.

    Attributes:
        paths: files, folders, globs, ``-``.
        form: name of the output format.
        options: how files are read.
        limits: what one article may cost.
        processes: how many at once.
        strict: stop at the first article that fails.
    """

    paths: tuple[str, ...]
    form: str = "jsonl"
    options: ReadOptions = field(default_factory=ReadOptions)
    limits: Limits = field(default_factory=Limits)
    processes: int = 1
    strict: bool = False


@dataclass(frozen=True)
class Watch:
    """Whom a run tells how it goes on.

    Attributes:
        outcome: called after each article with what became of it and the counts so far.
        advance: called with the number of bytes that reading came further.
    """

    outcome: Callable[[Outcome, Tally], None] | None = None
    advance: Callable[[int], None] | None = None


SILENT = Watch()
_WHOLE = -1  # the position of an output that lacks only its name


def run(plan: Plan, output: Path, *, resume: bool = False, watch: Watch = SILENT) -> Tally:
    """Write the facts of all articles into a file.

    Args:
        plan: what to read and how.
        output: the file; it appears when it is whole.
        resume: continue an unfinished run where it stopped.
        watch: whom to tell how it goes on.

    Returns:
        The counts, with those of the run that was continued.

    Raises:
        StrictError: an article failed, and the plan is strict.
        CheckpointError: an unfinished output is in the way, or was made from other input.
        FinfactsError: the format needs an extra that is not installed.
        OSError: the output cannot be written.
    """
    writer = writer_for(plan.form, output)
    place = _Place(output)
    mark = digest(__version__, plan.paths, plan.form, plan.options, plan.limits, output.suffix)
    start = _start(place, mark, resume=resume)
    tally = start.tally if start else Tally()
    if start is None or start.position != _WHOLE:
        reading = replace(plan.options, exclude=(output.resolve(),))
        outcomes = _outcomes(replace(plan, options=reading), writer.encode, tally, watch)
        batch: list[Outcome] = []
        payloads = _payloads(outcomes, batch, writer)
        for position in writer.write(payloads, place.part, start.position if start else None):
            tally.add(*batch)
            save(Checkpoint(mark, position, tally), place.checkpoint)
        save(Checkpoint(mark, _WHOLE, tally), place.checkpoint)
    if place.part.exists():
        writer.finish(place.part, output)
    place.checkpoint.unlink()
    return tally


def stream(plan: Plan, file: BinaryIO, *, suffix: str = "", watch: Watch = SILENT) -> Tally:
    """Write the facts of all articles into an open file, each as soon as it is there."""
    form = _text_format(plan.form)
    tally = Tally()

    def batches() -> Iterator[tuple[object]]:
        for outcome in _outcomes(plan, form.encode, Tally(), watch):
            tally.add(outcome)
            yield (outcome.payload,)

    for _ in write_text(form, batches(), file, packer(suffix)):
        pass
    return tally


def results(plan: Plan, *, watch: Watch = SILENT) -> Iterator[ArticleFacts]:
    """Yield the facts of all articles, failed ones with their error."""
    for outcome in _outcomes(plan, _itself, Tally(), watch):
        yield cast("ArticleFacts", outcome.payload)


def writer_for(form: str, output: Path) -> Writer:
    """Return the writer of a format.

    Raises:
        FinfactsError: there is no such format, or it needs an extra that is not installed.
    """
    if form == "parquet":
        return parquet_writer()
    if form == "duckdb":
        return duckdb_writer()
    return text_writer(_text_format(form), output.suffix.lower())


class _Place(NamedTuple):
    """Where a run writes."""

    output: Path

    @property
    def part(self) -> Path:
        """The unfinished output."""
        return self.output.with_name(self.output.name + ".part")

    @property
    def checkpoint(self) -> Path:
        """How far it is whole."""
        return self.output.with_name(self.output.name + ".part.json")


def _text_format(name: str) -> TextFormat:
    form = text_format(name)
    if form is None:
        raise FinfactsError(f"there is no output format {name!r}")
    return form


def _start(place: _Place, mark: str, *, resume: bool) -> Checkpoint | None:
    """Return where to go on, or None where there is nothing to continue."""
    found = load(place.checkpoint)
    if found is None or not (place.part.exists() or found.position == _WHOLE):
        return None
    if not resume:
        raise CheckpointError(
            f"{place.part} is left from a run that was stopped after {found.tally.articles} "
            "articles: --resume continues it; or delete it"
        )
    if found.run != mark:
        raise CheckpointError(
            f"{place.part} was made from other inputs or with other options: give the same again, "
            "or delete it"
        )
    return found


def _outcomes(plan: Plan, encode: Encode, tally: Tally, watch: Watch) -> Iterator[Outcome]:
    """Yield what becomes of each input that the tally does not count yet."""
    work = Work(
        partial(_outcome, encode=encode, limits=plan.limits),
        partial(_lost, encode=encode, limits=plan.limits),
        load_pipeline,
    )
    seen = deepcopy(tally)
    tasks = _tasks(plan, tally, watch)
    for outcome in map_ordered(tasks, work, processes=plan.processes, limit=plan.limits.timeout):
        if plan.strict and outcome.error:
            raise StrictError(f"{outcome.id}: {outcome.error.message}")
        seen.add(outcome)
        if watch.outcome:
            watch.outcome(outcome, seen)
        yield outcome


def _tasks(plan: Plan, tally: Tally, watch: Watch) -> Iterator[Task]:
    """Read the inputs behind those that were dealt with."""
    tasks = read_items(plan.paths, options=plan.options, advance=watch.advance)
    if tally.articles:
        last = next(islice(tasks, tally.articles - 1, None), None)
        if last is None or _name(last) != tally.last:
            raise CheckpointError(
                f"article {tally.articles} of the input is not {tally.last!r} any more: "
                "the input has changed; delete the unfinished output"
            )
    return tasks


def _name(task: Task) -> str | None:
    return task.source.name if isinstance(task, Unread) else task.id


def _payloads(
    outcomes: Iterator[Outcome], batch: list[Outcome], writer: Writer
) -> Iterator[list[object]]:
    """Group payloads; when the run is stopped, hand over what is done if a part may be written.

    Args:
        outcomes: what becomes of each input.
        batch: is filled with the outcomes of the group that is out, to be counted when written.
        writer: says how long a group is.
    """
    group: list[Outcome] = []
    try:
        for outcome in outcomes:
            group.append(outcome)
            if len(group) == writer.batch:
                batch[:], group = group, []  # at once: an interrupt must not find it in both
                yield [each.payload for each in batch]
    except (KeyboardInterrupt, StrictError):
        if group and not writer.exact:
            batch[:] = group
            yield [each.payload for each in batch]
        raise
    if group:
        batch[:] = group
        yield [each.payload for each in batch]


def _outcome(task: Task, *, encode: Encode, limits: Limits) -> Outcome:
    return _encoded(facts_of(task, limits), encode)


def _lost(task: Task, loss: Loss, *, encode: Encode, limits: Limits) -> Outcome:
    return _encoded(lost_facts(task, loss, limits), encode)


def _encoded(result: ArticleFacts, encode: Encode) -> Outcome:
    try:
        payload = encode(result)
    except Exception as problem:  # noqa: BLE001 - one bad article never stops the others
        result = failed_facts(result, problem)
        payload = encode(result)
    return Outcome(result.id, payload, len(result.facts), result.error)


def _itself(result: ArticleFacts) -> ArticleFacts:
    return result
