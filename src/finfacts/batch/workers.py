"""Worker processes: started, given items over a pipe, stopped; none outlives the run."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, NamedTuple

from finfacts.collecting import uncollected
from finfacts.errors import FinfactsError

_LOOK_UP = 2.0  # seconds between two looks whether the parent still lives
_FAREWELL = 5.0


class WorkerError(FinfactsError):
    """Worker processes cannot be started."""


class Worker(NamedTuple):
    """A process and our end of the pipe to it."""

    process: BaseProcess
    pipe: Connection


def start_worker(do: Callable[[Any], Any], prepare: Callable[[], None]) -> Worker:
    """Start a process that answers each tuple of items with the list of their results.

    Its first word is None: it is ready.
    """
    method = _method()
    if method == "fork":
        prepare()  # once here: the children share what it loads
    context = multiprocessing.get_context(method)
    ours, theirs = context.Pipe()
    process: BaseProcess = context.Process(  # type: ignore[attr-defined]  # in each context
        target=_serve, args=(theirs, do, prepare, os.getpid()), daemon=True
    )
    process.start()
    theirs.close()
    return Worker(process, ours)


def stop_worker(worker: Worker, *, patience: float = 0) -> int | None:
    """End a process and return its exit code.

    Args:
        worker: the process, whatever it does.
        patience: seconds it has to end by itself, where it is ending.
    """
    worker.pipe.close()
    worker.process.join(patience)
    if worker.process.is_alive():
        worker.process.kill()
    worker.process.join(_FAREWELL)
    return worker.process.exitcode


def _serve(
    pipe: Connection, do: Callable[[Any], Any], prepare: Callable[[], None], parent: int
) -> None:
    """Answer until the pipe or the parent is gone; the parent alone answers Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    prepare()
    gc.freeze()  # what is loaded stays: collecting would look through it, and copy shared pages
    with suppress(EOFError, OSError):
        pipe.send(None)
        while True:
            while not pipe.poll(_LOOK_UP):
                if os.getppid() != parent:
                    return
            with uncollected():  # items leave few cycles behind: look for them once a job
                pipe.send([do(item) for item in pipe.recv()])


def _method() -> str:
    """Choose how to start: by fork where nothing else runs that a fork would tear."""
    methods = multiprocessing.get_all_start_methods()
    if "fork" in methods and sys.platform != "darwin" and _threads() == 1:
        return "fork"
    return "forkserver" if "forkserver" in methods and sys.platform != "darwin" else "spawn"


def _threads() -> int:
    """Count the threads of this process, those of C libraries too where the system tells."""
    with suppress(OSError):
        return sum(1 for _ in Path("/proc/self/task").iterdir())
    return threading.active_count()
