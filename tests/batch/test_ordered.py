"""Mapping over processes: in order, lazy, bounded, and through deaths and hangs of workers."""

from __future__ import annotations

import gc
import itertools
import operator
import os
import signal
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from finfacts.batch.ordered import Loss, Work, map_ordered
from finfacts.batch.workers import WorkerError


def double(item: object) -> object:
    if item == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if item == "exit":
        os._exit(3)
    if item == "hang":
        time.sleep(60)
    if isinstance(item, Path) and not item.exists():  # dies once
        item.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return item if isinstance(item, str | Path) else item * 2  # type: ignore[operator]


def lost(item: object, loss: Loss) -> object:
    return (item, loss.value)


def nothing() -> None:
    pass


WORK = Work(double, lost, nothing)
pytestmark = pytest.mark.filterwarnings("ignore:.*is multi-threaded:DeprecationWarning")


@pytest.fixture(autouse=True)
def _fork(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fork, so that workers know this module, whatever threads other tests have left."""
    monkeypatch.setattr("finfacts.batch.workers._method", lambda: "fork")


@pytest.mark.parametrize("processes", [1, 2, 3])
@pytest.mark.parametrize("chunk", [1, 3, 50])
@pytest.mark.parametrize("count", [0, 1, 3, 40])
def test_one_result_for_each_item_in_order(processes: int, chunk: int, count: int) -> None:
    found = map_ordered(range(count), WORK, processes=processes, chunk=chunk)
    assert list(found) == [2 * each for each in range(count)]


DEATHS = [
    (["die"], [("die", "died")]),
    ([1, "die", 2], [2, ("die", "died"), 4]),
    ([*range(9), "die"], [*range(0, 18, 2), ("die", "died")]),
    (
        ["exit", 1, 2, "die", 3, "die"],
        [("exit", "died"), 2, 4, ("die", "died"), 6, ("die", "died")],
    ),
]


@pytest.mark.parametrize(("items", "expected"), DEATHS)
@pytest.mark.parametrize("chunk", [1, 2, 4])
def test_an_item_that_kills_its_worker_is_marked_and_the_others_come_through(
    items: list[object], expected: list[object], chunk: int
) -> None:
    many = [*items, *range(20)]
    found = list(map_ordered(many, WORK, processes=2, chunk=chunk))
    assert found == [*expected, *range(0, 40, 2)]


def test_an_item_whose_worker_died_by_chance_is_tried_again(tmp_path: Path) -> None:
    once = tmp_path / "once"
    assert list(map_ordered([once, 1, 2], WORK, processes=2, chunk=1)) == [once, 2, 4]


def test_an_item_that_hangs_is_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("finfacts.batch.ordered.GRACE", 0.2)
    items = [1, "hang", 2, 3]
    found = map_ordered(items, WORK, processes=2, chunk=2, limit=0.1)
    assert list(found) == [2, ("hang", "hung"), 4, 6]


def test_input_is_read_no_further_than_the_window() -> None:
    read = []

    def endless() -> Iterator[int]:
        for number in itertools.count():
            read.append(number)
            yield number

    found = map_ordered(endless(), WORK, processes=2, chunk=4)
    assert [next(found) for _ in range(10)] == list(range(0, 20, 2))
    assert len(read) <= 10 + 4 * 2 * 4 + 4
    found.close()  # type: ignore[attr-defined]


def test_one_process_reads_nothing_ahead() -> None:
    stream = iter(range(10))
    found = map_ordered(stream, WORK, processes=1)
    assert next(found) == 0
    assert next(stream) == 1


def test_an_error_of_the_input_reaches_the_caller_and_leaves_no_worker() -> None:
    def broken() -> Iterator[int]:
        yield from range(50)
        raise LookupError("gone")

    with pytest.raises(LookupError, match="gone"):
        list(map_ordered(broken(), WORK, processes=2, chunk=4))


def test_workers_that_cannot_start_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("finfacts.batch.workers._method", lambda: "spawn")
    with pytest.raises(WorkerError, match="ended with code 7 while it started"):
        list(
            map_ordered(
                range(9), Work(operator.neg, lost, partial(os._exit, 7)), processes=2, chunk=2
            )
        )


@pytest.mark.parametrize("method", ["fork", "forkserver", "spawn"])
def test_start_methods(monkeypatch: pytest.MonkeyPatch, method: str) -> None:
    monkeypatch.setattr("finfacts.batch.workers._method", lambda: method)
    work = Work(operator.neg, lost, gc.collect)  # a new interpreter can import these
    assert list(map_ordered(range(9), work, processes=2, chunk=2)) == list(range(0, -9, -1))
