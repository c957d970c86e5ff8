"""Writes the outputs that README.md and the pages of docs show: run it after changing a rule.

Two kinds of block are filled in. A ``console`` block whose first line is ``$ finfacts ...`` (or
``$ echo "..." | finfacts ...``, or ``$ python examples/...``) gets what the command prints. A
``json`` block under a quoted sentence gets what is read from that sentence: facts where the heading
above it names a fact type, else the value that the heading names. With ``--check`` nothing is
written and the exit code is 1 where a page is stale.
"""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import regex
from pydantic import BaseModel

import finfacts
from finfacts import values
from finfacts.article import ArticleFacts
from finfacts.values import Span

ROOT = Path(__file__).resolve().parents[1]
PAGES = ("README.md", "docs/facts.md", "docs/how-it-works.md", "docs/questions.md")
PUBLISHED = "2026-01-13"
WIDTH = "110"
_ENTRY = "from finfacts.cli.app import main; main()"
_COMMAND = regex.compile(
    r"(?<=^```console\n)\$\ (?:echo\ (?P<echo>\".*\")\ \|\ )?"
    r"(?:finfacts|python\ (?P<script>examples/\S+))\ (?P<given>.+)\n(?P<shown>[^`]*)",
    regex.MULTILINE | regex.VERBOSE,
)
_SENTENCE = regex.compile(
    r"^\#+\ `?(?P<heading>\w+)`?$ | ^>\ (?P<sentence>.+)\n\n```json\n(?P<shown>[^`]*)",
    regex.MULTILINE | regex.VERBOSE,
)


def page(name: str) -> str:
    """Return a page with all its outputs fresh."""
    words = (ROOT / name).read_text(encoding="utf-8")
    words = _COMMAND.sub(_with_output, words)
    return "".join(_with_values(words))


def _with_output(match: regex.Match[str]) -> str:
    line = match[0].split("\n", 1)[0]
    given = "\n".join(shlex.split(match["echo"])) if match["echo"] else None
    program = [match["script"]] if match["script"] else ["-c", _ENTRY]
    return f"{line}\n{_run([*program, *shlex.split(match['given'])], given)}"


def _run(arguments: list[str], given: str | None) -> str:
    """Return what a command of Python prints, without the blanks at the ends of lines."""
    done = subprocess.run(  # noqa: S603 - our own command, from our own pages
        [sys.executable, *arguments],
        input=given,
        cwd=ROOT,
        env={**os.environ, "COLUMNS": WIDTH, "NO_COLOR": "1", "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        sys.exit(f"python {shlex.join(arguments)} fails: {done.stderr}")
    return "\n".join(line.rstrip() for line in done.stdout.rstrip().split("\n")) + "\n"


def _with_values(words: str) -> Iterator[str]:
    """Yield a page's parts, the blocks under quoted sentences filled in."""
    heading, at = "", 0
    for match in _SENTENCE.finditer(words):
        if match["heading"]:
            heading = match["heading"]
            continue
        start, end = match.span("shown")
        yield words[at:start]
        found = read(heading, match["sentence"])
        if not found:
            sys.exit(f"no {heading} is read from: {match['sentence']}")
        yield "".join(f"{_lines(value)}\n" for value in found)
        at = end
    yield words[at:]


def read(heading: str, sentence: str) -> list[BaseModel]:
    """Return what a section shows of a sentence: its facts of one type, or a value."""
    result = finfacts.extract(sentence, published=PUBLISHED)
    if result.error:
        sys.exit(f"{result.error.kind}: {result.error.message}")
    kind = getattr(values, heading, None)
    if kind is not None:
        return _of_kind(result, kind)
    return [fact for fact in result.facts if fact.type == heading]


def _of_kind(result: ArticleFacts, kind: type[BaseModel]) -> list[BaseModel]:
    roots = (*(mention.value for mention in result.mentions), *result.facts)
    return [part for root in roots for part in _parts(root) if isinstance(part, kind)][:1]


def _parts(value: BaseModel) -> Iterator[BaseModel]:
    yield value
    for part in vars(value).values():
        if isinstance(part, BaseModel):
            yield from _parts(part)


def _lines(value: BaseModel) -> str:
    """Write a value as JSON, a field a line, spans as their words and empty fields left out."""
    left_out = {"sentence", "key"}
    shown = {
        "type": getattr(value, "type", None),
        **{
            info.alias or name: _plain(getattr(value, name))
            for name, info in type(value).model_fields.items()
            if name not in left_out
        },
    }
    fields = [
        f"  {json.dumps(name)}: {json.dumps(each, ensure_ascii=False)}"
        for name, each in shown.items()
        if each not in (None, [])
    ]
    return "{\n" + ",\n".join(fields) + "\n}"


def _plain(value: object) -> object:
    if isinstance(value, Span):
        return value.text
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, BaseModel):
        parts = {name: _plain(getattr(value, name)) for name in type(value).model_fields}
        return {name: part for name, part in parts.items() if part not in (None, [])}
    return value if isinstance(value, int) else None if value is None else str(value)


def main() -> None:
    """Write the pages, or check them."""
    fresh = {name: page(name) for name in PAGES}
    stale = [name for name, words in fresh.items() if (ROOT / name).read_text("utf-8") != words]
    if "--check" in sys.argv and stale:
        sys.exit(f"stale: {', '.join(stale)}; run make docs")
    for name in stale:
        (ROOT / name).write_text(fresh[name], encoding="utf-8")


if __name__ == "__main__":
    main()
