"""Gold articles from JSON lines, checked to the letter: fields, offsets, weekdays, ids.

``corpora/<name>/dev.jsonl`` holds one article a line: ``{id, title, published, source, style,
text, facts}``. Whatever is wrong is told with file, line and field, all of it at once.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import regex
from pydantic import ValidationError

from finfacts.article import Article, parse_published
from finfacts.errors import ArticleError, GoldError
from finfacts.evaluation.schema import GoldLine
from finfacts.evaluation.slots import Json, read_slots

SHOWN_PROBLEMS = 20
SPLITS = ("train", "dev", "test")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
TAG_DEPTH = 2  # where the union of fact types puts its tag: facts, index, tag

_WRITTEN_DAY = regex.compile(
    r"""
    \b(?P<weekday>Mon|Tues?|Wed(?:nes)?|Thur?s?|Fri|Satur|Sat|Sun)(?:day)?\b \.? [,]? \s \(?
    (?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?
      |Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?) \.? \s
    (?P<day>[0-3]?\d) (?! \d | % | \.\d )
    (?: ,? \s (?P<year>(?:19|20)\d\d) \b )?
    """,
    regex.VERBOSE,
)


class Problem(NamedTuple):
    """What is wrong with a gold file: line (from 1), field and words."""

    line: int
    field: str
    message: str


@dataclass(frozen=True)
class GoldArticle:
    """One article with its complete facts.

    Attributes:
        article: what an extractor is given.
        facts: the facts, each as the contract's JSON.
        mentions: the typed spans, or None where the corpus does not list them.
        style: what kind of story it is, or None.
        set: the corpus and split, "newsroom/dev".
        file: where it was read from.
        line: line number in that file, from 1.
    """

    article: Article
    facts: tuple[Json, ...]
    mentions: tuple[Json, ...] | None = None
    style: str | None = None
    set: str = ""
    file: str = ""
    line: int = 0

    @property
    def id(self) -> str:
        """The article's id, which predictions are joined by."""
        return self.article.id or ""

    def field(self, name: str) -> str:
        """Return the text or the title."""
        return (self.article.title or "") if name == "title" else self.article.text


def gold_files(paths: Iterable[Path], split: str | None = None) -> list[Path]:
    """Return the gold files that paths name: files as they are, folders searched for splits.

    Args:
        paths: JSON-lines files, a corpus folder, or a folder of corpora.
        split: only ``train``, ``dev`` or ``test`` of the folders, and of files named so.

    Raises:
        GoldError: a path does not exist, or holds no gold of that split.
    """
    names = [f"{name}.jsonl" for name in ([split] if split else SPLITS)]
    files: list[Path] = []
    for path in paths:
        if not path.exists():
            raise GoldError(f"{path}: no such file or folder; give a gold file or a corpus folder")
        inside = sorted(file for name in names for file in path.rglob(name))
        files += inside if path.is_dir() else [path]
    if not files:
        raise GoldError(f"no {' or '.join(names)} under {', '.join(map(str, paths))}")
    return list(dict.fromkeys(files))


def read_gold(paths: Sequence[Path], split: str | None = None) -> list[GoldArticle]:
    """Read and check the gold articles of files and folders.

    Args:
        paths: JSON-lines files, a corpus folder, or a folder of corpora.
        split: only this split of the folders.

    Raises:
        GoldError: naming file, line and field of what is wrong, or of ids given twice.
    """
    articles = [one for file in gold_files(paths, split) for one in read_gold_file(file)]
    seen: dict[str, GoldArticle] = {}
    for one in articles:
        first = seen.setdefault(one.id, one)
        if first is not one:
            raise GoldError(
                f"{one.file}:{one.line}: id: {one.id!r} is taken by {first.file}:{first.line}"
            )
    return articles


def read_gold_file(file: Path) -> list[GoldArticle]:
    """Read and check one gold file.

    Raises:
        GoldError: naming file, line and field, up to twenty problems at once.
    """
    articles: list[GoldArticle] = []
    problems: list[Problem] = []
    for number, raw in json_lines(file):
        found = list(check_line(number, raw))
        problems += found
        if not found:
            articles.append(_gold_article(raw, file, number))
    if problems:
        raise GoldError(_told(file, problems))
    return articles


def json_lines(file: Path) -> Iterator[tuple[int, dict[str, object]]]:
    """Yield line number and object of each line that is not blank.

    Raises:
        GoldError: the file is no UTF-8, or a line is no JSON object.
    """
    try:
        lines = file.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{file}: cannot be read as UTF-8 text: {error}") from None
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            raw = json.loads(line)
        except json.JSONDecodeError as error:
            raise GoldError(f"{file}:{number}: no JSON: {error.msg} at {error.colno}") from None
        if not isinstance(raw, dict):
            raise GoldError(f"{file}:{number}: a line holds one JSON object")
        yield number, raw


def check_line(number: int, raw: Json) -> Iterator[Problem]:
    """Yield what is wrong with one gold line.

    Args:
        number: the line's number, from 1.
        raw: the object that stands on it.
    """
    try:
        line = GoldLine.model_validate(raw)
    except ValidationError as error:
        for one in error.errors(include_url=False):
            yield Problem(number, _path(one["loc"]), _words(one["msg"], one["input"]))
        return
    yield from _check_spans(number, line)
    yield from _check_repeats(number, raw)
    try:
        published = parse_published(line.published)
    except ArticleError as error:
        yield Problem(number, "published", str(error))
        return
    yield from _check_weekdays(number, line, published)


def _path(location: tuple[int | str, ...]) -> str:
    """Return "facts[3].percent.unit" for a location of Pydantic, without the union's tags."""
    parts: list[str] = []
    for index, part in enumerate(location):
        if isinstance(part, int):
            parts.append(f"[{part}]")
        elif location[0] != "facts" or index != TAG_DEPTH:
            parts.append(f".{part}" if parts else part)
    return "".join(parts)


def _words(message: str, given: object) -> str:
    shown = "" if isinstance(given, dict) else f"; given {given!r}"
    return message.removeprefix("Value error, ") + shown


def _check_spans(number: int, line: GoldLine) -> Iterator[Problem]:
    fields = {"text": line.text, "title": line.title or ""}
    spans = [
        (f"facts[{index}].evidence[{place}]", span)
        for index, fact in enumerate(line.facts)
        for place, span in enumerate(fact.evidence)
    ]
    spans += [
        (f"mentions[{index}].span", mention.span)
        for index, mention in enumerate(line.mentions or ())
    ]
    for name, span in spans:
        text = fields[span.field]
        if text[span.start : span.end] != span.text:
            yield Problem(number, name, _elsewhere(text, span.text, span.field, span.start))


def _elsewhere(text: str, words: str, field: str, start: int) -> str:
    if words not in text:
        return f"{words!r} is not in the {field}"
    places = [found.start() for found in regex.finditer(regex.escape(words), text)]
    nearest = min(places, key=lambda place: abs(place - start))
    return f"{words!r} is not at {start} but at {nearest}..{nearest + len(words)} of the {field}"


def _check_repeats(number: int, raw: Json) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    facts = raw["facts"]
    for index, fact in enumerate(facts if isinstance(facts, list) else []):
        same = repr((fact["type"], fact["evidence"], sorted(read_slots(fact).items())))
        first = seen.setdefault(same, index)
        if first != index:
            yield Problem(number, f"facts[{index}]", f"says the same as facts[{first}]")


def _check_weekdays(number: int, line: GoldLine, published: dt.date | None) -> Iterator[Problem]:
    for name, text in (("title", line.title or ""), ("text", line.text)):
        for found in _WRITTEN_DAY.finditer(text):
            day = _day(found, published)
            if day and not WEEKDAYS[day.weekday()].startswith(found["weekday"][:3]):
                yield Problem(number, name, f"{found[0]!r}: {day} is a {WEEKDAYS[day.weekday()]}")


def _day(found: regex.Match[str], published: dt.date | None) -> dt.date | None:
    """Return the day that is written; without a year, the one nearest to publication."""
    month, day = MONTHS.index(found["month"][:3]) + 1, int(found["day"])
    if not found["year"] and published is None:
        return None
    base = published.year if published else 0
    years = [int(found["year"])] if found["year"] else [base - 1, base, base + 1]
    try:
        days = [dt.date(year, month, day) for year in years]
    except ValueError:
        return None
    anchor = dt.date(published.year, published.month, published.day) if published else days[0]
    return min(days, key=lambda one: abs(one - anchor))


def _gold_article(raw: dict[str, object], file: Path, number: int) -> GoldArticle:
    article = {
        name: raw.get(name) for name in ("id", "title", "text", "published", "source", "url")
    }
    facts, mentions = raw["facts"], raw.get("mentions")
    return GoldArticle(
        article=Article.model_validate(article),
        facts=tuple(facts) if isinstance(facts, list) else (),
        mentions=tuple(mentions) if isinstance(mentions, list) else None,
        style=str(raw["style"]) if raw.get("style") else None,
        set=f"{file.resolve().parent.name}/{file.stem}",
        file=str(file),
        line=number,
    )


def _told(file: Path, problems: Sequence[Problem]) -> str:
    lines = [f"{file}:{one.line}: {one.field}: {one.message}" for one in problems]
    more = len(lines) - SHOWN_PROBLEMS
    return "\n".join(lines[:SHOWN_PROBLEMS] + ([f"... and {more} more"] if more > 0 else []))
