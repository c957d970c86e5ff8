"""The report: what was measured, as one model; JSON for machines, Markdown for humans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pydantic import BaseModel, ConfigDict

from finfacts.evaluation.baseline import Changes, FactChange, SetRun
from finfacts.evaluation.fact_errors import FactError
from finfacts.evaluation.mention_scores import Coverage, MentionScores
from finfacts.evaluation.predictions import Speed
from finfacts.evaluation.scores import FactScores, SlotScores

WORST_PER_CAUSE = 3
SHOWN_CHANGES = 40
QUOTE_LENGTH = 110
FACT_HEAD = (
    *("", "gold", "found", "detected F1", "core P", "core R", "core F1"),
    *("whole F1", "slot P", "slot R", "slot F1"),
)


class SpeedReport(BaseModel):
    """How fast the predictions were made, in one process, after everything was loaded."""

    model_config = ConfigDict(frozen=True)

    seconds: float
    characters_per_second: float
    articles_per_second: float


def speed_report(speed: Speed) -> SpeedReport:
    """Return a speed in rates."""
    return SpeedReport(
        seconds=speed.seconds,
        characters_per_second=speed.characters_per_second,
        articles_per_second=speed.articles_per_second,
    )


class Report(BaseModel):
    """How right predictions are over gold articles.

    Attributes:
        articles: gold articles read.
        characters: code points of their texts.
        sets: scores over all types by corpus and split ("newsroom/dev").
        facts: scores by type, and ``all`` with 95 % intervals.
        slots: scores by slot, over all types.
        beside: slots that no score counts, in paired facts.
        mentions: scores by kind of mention, where the gold lists mentions.
        coverage: values of gold facts that some mention holds, where it does not.
        causes: errors by cause.
        errors: every fact that is not wholly right, worst first.
        changes: facts gained and lost, where an earlier run was given.
        speed: None where predictions came from a file.
        warnings: what a reader of the figures should know.
        runs: the state of each fact by set, for a baseline.
    """

    model_config = ConfigDict(frozen=True)

    articles: int
    characters: int
    sets: dict[str, FactScores]
    facts: dict[str, FactScores]
    slots: dict[str, SlotScores]
    beside: dict[str, SlotScores] = {}
    mentions: dict[str, MentionScores] = {}
    coverage: dict[str, Coverage] = {}
    causes: dict[str, int] = {}
    errors: tuple[FactError, ...] = ()
    changes: Changes | None = None
    speed: SpeedReport | None = None
    warnings: tuple[str, ...] = ()
    runs: dict[str, SetRun] = {}

    def to_json(self) -> str:
        """Return the report for machines, without the state of each fact."""
        return self.model_dump_json(indent=1, exclude={"runs"})

    def to_markdown(self) -> str:
        """Return the report for humans."""
        return "\n".join(_sections(self)) + "\n"


def sort_errors(errors: Iterable[FactError]) -> tuple[FactError, ...]:
    """Return errors worst first; equal ones in the order of articles and places."""
    return tuple(sorted(errors, key=lambda one: (-one.severity, one.article, one.place, one.type)))


def _sections(report: Report) -> Iterator[str]:
    yield f"# Evaluation: {', '.join(report.sets)}"
    yield ""
    yield f"{report.articles} articles, {report.characters:,} characters."
    for warning in report.warnings:
        yield f"\n**Note:** {warning}"
    yield "\n## Facts\n"
    yield from _fact_table(report.facts)
    if len(report.sets) > 1:
        yield "\n## By corpus and split\n"
        yield from _fact_table(report.sets)
    yield "\n## Slots\n"
    yield from _slot_table(report.slots)
    if report.beside:
        yield "\n## Slots beside the scores, in paired facts\n"
        yield from _slot_table(report.beside)
    yield from _mention_section(report.mentions)
    yield from _coverage_section(report.coverage)
    yield from _cause_section(report.causes, report.errors)
    if report.changes:
        yield from _change_section(report.changes)
    if report.speed:
        yield from speed_section(report.speed)


def speed_section(speed: SpeedReport) -> Iterator[str]:
    """Yield how fast extraction was, as a section."""
    yield "\n## Speed\n"
    yield (
        f"{speed.characters_per_second:,.0f} characters/s, "
        f"{speed.articles_per_second:,.1f} articles/s ({speed.seconds:.2f} s, one process)."
    )


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield a Markdown table whose columns line up in plain text: first left, others right."""
    cells = [tuple(head), *(tuple(row) for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(head))]
    for index, row in enumerate(cells):
        padded = [
            cell.rjust(width) if column else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield f"| {' | '.join(padded)} |"
        if not index:
            rules = [
                "-" * (width + 1) + (":" if column else "-") for column, width in enumerate(widths)
            ]
            yield f"|{'|'.join(rules)}|"


def _fact_table(facts: Mapping[str, FactScores]) -> Iterator[str]:
    yield from table(FACT_HEAD, (fact_row(name, one) for name, one in facts.items()))
    total = facts.get("all")
    if total and total.intervals:
        shown = ", ".join(
            f"{'whole' if name == 'exact' else name} {one.low:.3f}..{one.high:.3f}"
            for name, one in total.intervals.items()
        )
        yield f"\n95 % intervals of F1 over all, bootstrapped by article: {shown}."


def fact_row(name: str, one: FactScores) -> tuple[str, ...]:
    """Return one row under ``FACT_HEAD``."""
    core, slot = one.core, one.slot
    figures = (
        *(one.detection.f1, core.precision, core.recall, core.f1),
        *(one.exact.f1, slot.precision, slot.recall, slot.f1),
    )
    return name, str(one.gold), str(one.found), *(f"{figure:.3f}" for figure in figures)


def _slot_table(slots: Mapping[str, SlotScores]) -> Iterator[str]:
    rows = (
        (
            name,
            str(one.gold),
            str(one.found),
            f"{one.score.precision:.3f}",
            f"{one.score.recall:.3f}",
            f"{one.score.f1:.3f}",
        )
        for name, one in slots.items()
    )
    yield from table(("slot", "gold", "found", "P", "R", "F1"), rows)


def _mention_section(mentions: Mapping[str, MentionScores]) -> Iterator[str]:
    if not mentions:
        return
    yield "\n## Mentions\n"
    measures = sorted({name for one in mentions.values() for name in one.measures})
    rows = (
        (kind, name, str(one.gold), str(one.found), *prf_cells(one, name))
        for kind, one in mentions.items()
        for name in measures
        if name in one.measures
    )
    yield from table(("kind", "measure", "gold", "found", "P", "R", "F1"), rows)
    for kind, one in mentions.items():
        if one.links:
            links = ", ".join(f"{name} {count}" for name, count in one.links.items())
            yield f"\nLinks of {kind} mentions: {links}."


def _coverage_section(coverage: Mapping[str, Coverage]) -> Iterator[str]:
    if not coverage:
        return
    yield "\n## Values of gold facts that some mention holds\n"
    rows = (
        (kind, str(one.gold), str(one.held), f"{one.held / one.gold:.3f}")
        for kind, one in coverage.items()
    )
    yield from table(("kind", "gold", "held", "R"), rows)


def prf_cells(one: MentionScores, measure: str) -> tuple[str, ...]:
    """Return precision, recall and F1 of a measure as cells of a table."""
    given = one.measures[measure]
    return tuple(f"{figure:.3f}" for figure in (given.precision, given.recall, given.f1))


def _cause_section(causes: Mapping[str, int], errors: Sequence[FactError]) -> Iterator[str]:
    if not causes:
        return
    yield "\n## Why\n"
    yield from table(("cause", "errors"), ((name, str(count)) for name, count in causes.items()))
    yield "\n### Worst examples\n"
    for cause in causes:
        yield f"**{cause}**\n"
        for error in [one for one in errors if one.cause == cause][:WORST_PER_CAUSE]:
            yield f"- {_example(error)}"
        yield ""


def _example(error: FactError) -> str:
    words = _quote(error.gold if error.gold is not None else error.found or "")
    other = (
        ""
        if error.gold in (None, error.found) or error.found is None
        else (f"; found {_quote(error.found)}")
    )
    shown = "; ".join(
        f"{one.slot}: {one.gold or '–'} → {one.found or '–'}" for one in error.differences[:4]
    )
    rule = f" [{error.rule}]" if error.rule else ""
    return f"{error.article} {error.type}: {words}{other} ({_one_line(shown)}){rule}"


def _quote(text: str) -> str:
    text = _one_line(text)
    cut = text if len(text) <= QUOTE_LENGTH else f"{text[:QUOTE_LENGTH]}…"
    return f"“{cut}”"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _change_section(changes: Changes) -> Iterator[str]:
    yield "\n## Gained and lost\n"
    for split, before in changes.before.items():
        yield f"- {split}: whole-fact F1 {before:.3f} → {changes.after[split]:.3f}"
    for title, listed in (
        ("gained", changes.gained),
        ("lost", changes.lost),
        ("newly spurious", changes.spurious),
        ("no longer spurious", changes.mended),
    ):
        yield f"\n**{len(listed)} {title}**\n"
        yield from (_change(one) for one in listed[:SHOWN_CHANGES])
        if len(listed) > SHOWN_CHANGES:
            yield f"- … and {len(listed) - SHOWN_CHANGES} more"


def _change(one: FactChange) -> str:
    return f"- {one.fact}: {one.before} → {one.after} {_quote(one.evidence)}"
