"""One input becomes one ``ArticleFacts``, whatever happens: errors, limits and losses are data."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

from finfacts.article import Article, ArticleFacts, ExtractionFailure
from finfacts.batch.ordered import Loss
from finfacts.readers import resolve
from finfacts.readers.items import ExtractedArticle, ReadFailure, Unread

Task = Article | ReadFailure | Unread


@dataclass(frozen=True)
class Limits:
    """What one article may cost.

    Attributes:
        max_chars: characters of text that are read; longer ones are marked.
        timeout: seconds that one may take.
        keep_text: put the text out with the facts, always.
    """

    max_chars: int | None = None
    timeout: float | None = None
    keep_text: bool = False


class _OutOfTime(BaseException):
    """Time is up; no handler of ordinary errors may take this one."""


def facts_of(task: Task, limits: Limits) -> ArticleFacts:
    """Read an article, take out its facts; never raises."""
    try:
        with _timer(limits.timeout):
            article = resolve(task) if isinstance(task, Unread) else task
            if isinstance(article, ReadFailure):
                kind = type(article.error).__name__
                return ArticleFacts(id=article.id, error=_failure(kind, str(article.error)))
            return _extracted(article, limits)
    except _OutOfTime:
        return lost_facts(task, Loss.HUNG, limits)
    except Exception as problem:  # noqa: BLE001 - one bad article never stops the others
        return failed_facts(task, problem)


def failed_facts(task: Task | ArticleFacts, problem: Exception) -> ArticleFacts:
    """Return what is put out for an article that something went wrong with."""
    return _failed(task, type(problem).__name__, str(problem))


def lost_facts(task: Task, loss: Loss, limits: Limits) -> ArticleFacts:
    """Return what is put out for an article that was too slow or killed its worker."""
    if loss is Loss.HUNG:
        words = (
            f"took longer than {limits.timeout:g} seconds" if limits.timeout else "took too long"
        )
        return _failed(task, "TimeoutError", f"{words}; --timeout sets the limit")
    words = "its worker process died each time it was tried, perhaps for want of memory"
    return _failed(task, "WorkerError", words)


def load_pipeline() -> None:
    """Load what extraction needs, so that forked workers share it."""
    from finfacts.pipeline import extract  # noqa: PLC0415 - only where work is done

    extract(Article(text="Shares of Boeing fell 3% on Monday."))


def _extracted(article: Article, limits: Limits) -> ArticleFacts:
    if limits.max_chars is not None and len(article.text) > limits.max_chars:
        words = f"{len(article.text)} characters, more than --max-chars {limits.max_chars}"
        return _failed(article, "TooLongError", words)
    from finfacts.pipeline import extract  # noqa: PLC0415 - only where work is done

    found = extract(article)
    if found.text is None and (limits.keep_text or isinstance(article, ExtractedArticle)):
        return found.model_copy(update={"text": article.text})
    return found


def _failed(task: Task | ArticleFacts, kind: str, message: str) -> ArticleFacts:
    """Return the output of an article that failed, with what is known of it."""
    error = _failure(kind, message)
    if isinstance(task, Unread):
        return ArticleFacts(id=task.source.name, error=error)
    if isinstance(task, ReadFailure):
        return ArticleFacts(id=task.id, error=error)
    known = {name: getattr(task, name) for name in _KNOWN}
    return ArticleFacts(**known, error=error)


_KNOWN = ("id", "title", "published", "source", "url", "language")


def _failure(kind: str, message: str) -> ExtractionFailure:
    return ExtractionFailure(kind=kind, message=message.encode(errors="replace").decode())


@contextmanager
def _timer(seconds: float | None) -> Iterator[None]:
    """Stop what runs within after some seconds, where the system has alarms."""
    main = threading.current_thread() is threading.main_thread()
    if seconds is None or not main or not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _ring(_signal: int, _frame: FrameType | None) -> None:
    raise _OutOfTime
