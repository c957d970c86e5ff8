"""Maps a function over a stream on several processes: lazy, in order, bounded, surviving deaths.

A worker that dies or hangs is replaced. Its items are tried again one by one, each in a worker that
does nothing else; the one that kills its worker again is lost, and all others come through.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum
from itertools import chain, islice
from multiprocessing.connection import Connection, wait
from typing import Generic, NamedTuple, TypeVar

from finfacts.batch.workers import Worker, WorkerError, start_worker, stop_worker
from finfacts.collecting import uncollected

Item = TypeVar("Item")
Result = TypeVar("Result")

_WINDOW = 4  # jobs for each worker that are under way or wait for an earlier one
GRACE = 5.0  # seconds beyond the items' own time before a worker counts as hanging


class Loss(Enum):
    """Why an item has no result."""

    DIED = "died"
    HUNG = "hung"


class Job(NamedTuple, Generic[Item]):
    """Items for one worker, the number of the first, and how often they were tried before."""

    start: int
    items: tuple[Item, ...]
    tried: int = 0


class Work(NamedTuple, Generic[Item, Result]):
    """What is done to each item.

    Attributes:
        do: makes a result of an item; never raises.
        lost: makes the result of an item that no worker survived.
        prepare: called once before the first item, in each process or before it is forked.
    """

    do: Callable[[Item], Result]
    lost: Callable[[Item, Loss], Result]
    prepare: Callable[[], None]


class _Post(NamedTuple, Generic[Item]):
    """A worker at work: on which job, until when; no job while it starts."""

    worker: Worker
    job: Job[Item] | None
    deadline: float | None


@dataclass
class _Crew(Generic[Item, Result]):
    """The workers, what waits for them and what they have done.

    Attributes:
        work: what is done to each item.
        jobs: what is still to be read.
        window: how many items may be under way or wait for an earlier one.
        limit: seconds that one item may take.
        dry: whether all jobs were handed out.
        open: items that were handed out and whose results are not yet fetched.
    """

    work: Work[Item, Result]
    jobs: Iterator[Job[Item]]
    window: int
    limit: float | None
    dry: bool = False
    open: int = 0
    busy: dict[Connection, _Post[Item]] = field(default_factory=dict)
    idle: list[Worker] = field(default_factory=list)
    again: deque[Job[Item]] = field(default_factory=deque)
    done: dict[int, Result] = field(default_factory=dict)


def map_ordered(
    items: Iterable[Item],
    work: Work[Item, Result],
    *,
    processes: int,
    chunk: int = 32,
    limit: float | None = None,
) -> Iterator[Result]:
    """Yield one result for each item, in order.

    Args:
        items: read as they are needed, never more than a few jobs ahead.
        work: what is done to each.
        processes: how many at once; one means this process, unless there is a limit.
        chunk: items that go to a worker together; a stream no longer than that stays here.
        limit: seconds that one item may take; a worker that takes more is killed.

    Raises:
        WorkerError: workers die before they are given anything.
    """
    stream = iter(items)
    if processes > 1:  # a few items are not worth a process
        first = list(islice(stream, chunk + 1))
        processes = processes if len(first) > chunk else 1
        stream = chain(first, stream)
    if processes == 1 and limit is None:
        work.prepare()
        yield from map(work.do, stream)
        return
    window = _WINDOW * processes * chunk
    yield from _results(_Crew(work, _jobs(stream, chunk), window, limit), processes)


def _jobs(stream: Iterator[Item], chunk: int) -> Iterator[Job[Item]]:
    start = 0
    while group := tuple(islice(stream, chunk)):
        yield Job(start, group)
        start += len(group)


def _results(crew: _Crew[Item, Result], hired: int) -> Iterator[Result]:
    following = 0
    try:
        for _ in range(hired):
            _hire(crew)
        while True:
            while following in crew.done:
                yield crew.done.pop(following)
                following += 1
                crew.open -= 1
            _hand_out(crew)
            if crew.dry and not crew.open:
                return
            _collect(crew)
    finally:
        for worker in (*crew.idle, *(post.worker for post in crew.busy.values())):
            stop_worker(worker)


def _hire(crew: _Crew[Item, Result]) -> None:
    """Start a worker; it is busy until it says that it is ready."""
    worker = start_worker(crew.work.do, crew.work.prepare)
    crew.busy[worker.pipe] = _Post(worker, None, None)


def _hand_out(crew: _Crew[Item, Result]) -> None:
    """Give each idle worker a job."""
    while crew.idle and (job := _next_job(crew)):
        worker = crew.idle.pop()
        late = None if crew.limit is None else crew.limit * len(job.items) + GRACE
        crew.busy[worker.pipe] = _Post(worker, job, late and time.monotonic() + late)
        with suppress(OSError):  # a worker that died meanwhile is found when its words are due
            worker.pipe.send(job.items)


def _next_job(crew: _Crew[Item, Result]) -> Job[Item] | None:
    """Take what is to be tried again, else a new job unless too much waits already."""
    if crew.again:
        return crew.again.popleft()
    if crew.dry or crew.open >= crew.window:
        return None
    job = next(crew.jobs, None)
    crew.dry = job is None
    crew.open += len(job.items) if job else 0
    return job


def _collect(crew: _Crew[Item, Result]) -> None:
    """Wait for the next words of a worker, and deal with those that died or hang."""
    said = wait(list(crew.busy), timeout=_patience(crew))
    for pipe in [pipe for pipe in crew.busy if pipe in said]:
        post = crew.busy.pop(pipe)
        try:
            with uncollected():  # what comes is whole and stays until it is handed on
                results = post.worker.pipe.recv()
        except (EOFError, OSError):
            _replace(crew, post, Loss.DIED)
            continue
        crew.idle.append(post.worker)
        if post.job:
            crew.done.update(enumerate(results, start=post.job.start))
    now = time.monotonic()
    for pipe, post in list(crew.busy.items()):
        if post.deadline is not None and post.deadline < now:
            del crew.busy[pipe]
            _replace(crew, post, Loss.HUNG)


def _patience(crew: _Crew[Item, Result]) -> float | None:
    """Return the seconds until the first deadline."""
    deadlines = [post.deadline for post in crew.busy.values() if post.deadline is not None]
    return max(0.0, min(deadlines) - time.monotonic()) if deadlines else None


def _replace(crew: _Crew[Item, Result], post: _Post[Item], loss: Loss) -> None:
    """Put a new worker in the place of a lost one, and see to the items that it had."""
    code = stop_worker(post.worker, patience=GRACE if loss is Loss.DIED else 0)
    if post.job is None:
        raise WorkerError(
            f"a worker process ended with code {code} while it started; "
            "there may be too little memory: take fewer processes"
        )
    _hire(crew)
    items, last = post.job.items, loss is Loss.HUNG or post.job.tried > 0
    if len(items) == 1 and last:
        crew.done[post.job.start] = crew.work.lost(items[0], loss)
        return
    for number, item in enumerate(items, start=post.job.start):
        crew.again.append(Job(number, (item,), post.job.tried + 1))
