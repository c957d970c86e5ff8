"""Runs finfacts over a public set and scores what it finds under the set's own labels."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from finfacts.article import Article, ArticleFacts
from finfacts.errors import GoldError
from finfacts.evaluation.matching import Place
from finfacts.evaluation.mention_scores import Labelled, MentionScores, score_labelled
from finfacts.evaluation.predictions import Extract, timed
from finfacts.evaluation.report import SpeedReport, prf_cells, speed_report, speed_section, table


class Annotated(NamedTuple):
    """One article of a public set with the spans it is annotated with."""

    article: Article
    spans: tuple[Labelled, ...]


Project = Callable[[ArticleFacts], list[Labelled]]


@dataclass(frozen=True)
class PublicSet:
    """A public set that was read.

    Attributes:
        name: what the command calls it.
        articles: its articles and spans.
        project: from finfacts' facts to spans under the set's labels.
        notes: how the set was read and what the scores mean, for the report.
        published: F1 by label that its authors published, for orientation.
    """

    name: str
    articles: tuple[Annotated, ...]
    project: Project
    notes: tuple[str, ...] = ()
    published: dict[str, float] | None = None


class PublicReport(BaseModel):
    """How right finfacts is under a public set's labels.

    Attributes:
        name: the set.
        articles: articles or sentences read.
        labels: scores by label; the label's measures are those of its values.
        published: F1 by label that the set's authors published.
        notes: how to read the figures.
        warnings: articles that could not be read.
        speed: of extraction, in one process.
    """

    model_config = ConfigDict(frozen=True)

    name: str
    articles: int
    labels: dict[str, MentionScores]
    published: dict[str, float] = {}
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    speed: SpeedReport | None = None

    def to_json(self) -> str:
        """Return the report for machines."""
        return self.model_dump_json(indent=1)

    def to_markdown(self) -> str:
        """Return the report for humans."""
        return "\n".join(_sections(self)) + "\n"


def evaluate_public(public: PublicSet, extract: Extract | None = None) -> PublicReport:
    """Extract from every article of a public set and score the spans by label.

    Args:
        public: the set that was read.
        extract: from article to facts; finfacts itself where it is None.
    """
    if not public.articles:
        raise GoldError(f"{public.name}: no annotated article was read")
    results, speed = timed([one.article for one in public.articles], extract)
    failed = [result.error.message for result in results if result.error]
    found = [_wanted_fields(public.project(result), one) for result, one in _zip(results, public)]
    return PublicReport(
        name=public.name,
        articles=len(public.articles),
        labels=score_labelled([one.spans for one in public.articles], found),
        published=public.published or {},
        notes=public.notes,
        warnings=(f"{len(failed)} could not be read; the first: {failed[0]}",) if failed else (),
        speed=speed_report(speed),
    )


def _zip(
    results: Sequence[ArticleFacts], public: PublicSet
) -> Iterator[tuple[ArticleFacts, Annotated]]:
    return zip(results, public.articles, strict=True)


def _wanted_fields(found: list[Labelled], one: Annotated) -> list[Labelled]:
    """Return found spans, each once, without headline spans where the set has no headline."""
    titled = one.article.title is not None
    return [span for span in once(found) if titled or span.place.field == "text"]


def once(spans: Iterable[Labelled]) -> tuple[Labelled, ...]:
    """Return spans without those that repeat a label on the same words; the first stays."""
    kept: dict[tuple[str, Place], Labelled] = {}
    for span in spans:
        kept.setdefault((span.label, span.place), span)
    return tuple(kept.values())


def _sections(report: PublicReport) -> Iterator[str]:
    yield f"# Evaluation: {report.name}"
    yield f"\n{report.articles} articles or sentences.\n"
    yield from (f"- {note}" for note in report.notes)
    yield from (f"- **Note:** {warning}" for warning in report.warnings)
    yield ""
    head = ("label", "measure", "gold", "found", "P", "R", "F1", "published F1")
    rows = (
        (label, name, str(one.gold), str(one.found), *prf_cells(one, name), _known(report, label))
        for label, one in report.labels.items()
        for name in one.measures
    )
    yield from table(head, rows)
    for label, one in report.labels.items():
        if one.links:
            yield f"\nLinks of {label}: {', '.join(f'{k} {v}' for k, v in one.links.items())}."
    if report.speed:
        yield from speed_section(report.speed)


def _known(report: PublicReport, label: str) -> str:
    return f"{report.published[label]:.2f}" if label in report.published else ""


def files_of(path: Path, pattern: str) -> list[Path]:
    """Return a file as it is, or the files of a folder that match.

    Raises:
        GoldError: there is none.
    """
    files = sorted(path.glob(pattern)) if path.is_dir() else [path]
    if not files or not files[0].exists():
        raise GoldError(f"{path}: no such file, and no {pattern} in it")
    return files
