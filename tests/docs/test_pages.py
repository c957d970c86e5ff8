"""The pages run, are fresh, and leave out nothing public."""

from __future__ import annotations

import ast
import doctest
import importlib.util
import tomllib
from pathlib import Path
from types import ModuleType
from typing import get_args

import pytest
import regex

import finfacts
from finfacts import errors, values
from finfacts.claims.prices.reading import read
from finfacts.claims.tape import names
from finfacts.cli.app import COMMANDS
from finfacts.context.sentence import read_sentences
from finfacts.facts import Fact, MentionKind
from finfacts.language.passage import Passage
from finfacts.lexicons.instruments import load_lexicon
from finfacts.pipeline import find_mentions

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
PROSE = [*PAGES, *sorted(ROOT.glob("corpora/**/*.md")), *sorted(ROOT.glob("src/**/*.md"))]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
FACTS = get_args(get_args(Fact)[0])
VALUES = [
    value
    for value in vars(values).values()
    if isinstance(value, type) and issubclass(value, values.Value) and value is not values.Value
]
PYTHON = regex.compile(r"^```python\n(.*?)^```$", regex.MULTILINE | regex.DOTALL)
LINK = regex.compile(r"\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)")
MACHINE_PATH = regex.compile(r"(?<![\w.~-])/(?:work|home|root|tmp|opt|Users|private)/|\b[A-Z]:\\")


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def section(page: str, heading: str) -> str:
    """Return what stands under a heading, up to the next of its kind."""
    parts = regex.split(r"^## +`?(\w[^\n`]*)`?$", page, flags=regex.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))[heading]


def tool(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_python_examples_run(path: Path) -> None:
    blocks = PYTHON.findall(path.read_text(encoding="utf-8"))
    for block in blocks:
        if ">>>" not in block:
            ast.parse(block)
    run = "\n".join(block for block in blocks if ">>>" in block)
    test = doctest.DocTestParser().get_doctest(run, {}, name_of(path), str(path), 0)
    told: list[str] = []
    failures = doctest.DocTestRunner(verbose=False).run(test, out=told.append).failed
    assert not failures, "".join(told)


def test_the_readme_shows_python_in_ten_lines() -> None:
    example = PYTHON.findall(text_of("README.md"))[0]
    assert len(example.splitlines()) <= 10
    assert ">>> import finfacts" in example


@pytest.mark.parametrize("name", tool("write_examples").PAGES)
def test_shown_outputs_are_fresh(name: str) -> None:
    assert text_of(name) == tool("write_examples").page(name), "run make docs"


def test_the_tape_is_as_told() -> None:
    passage = Passage("Shares of Boeing fell 3.2%.")
    found = find_mentions([passage], None, load_lexicon())[0]
    tags = names(read(read_sentences(passage, found)[0]).tape.tags)
    assert tags == "SUBJECT MOVE PERCENT STOP"
    assert f"```text\n{tags}\n```" in text_of("docs/how-it-works.md")


def test_every_example_shows_something() -> None:
    empty = regex.findall(r"```(?:json|console)\n(?:\$.*\n)?```", text_of("docs/facts.md"))
    assert empty == []


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_is_told(command: str) -> None:
    assert f"finfacts {command}" in text_of("README.md")


@pytest.mark.parametrize("name", [name for name in finfacts.__all__ if name != "__version__"])
def test_each_public_name_is_told(name: str) -> None:
    assert f"`{name}`" in text_of("docs/python.md")


@pytest.mark.parametrize("component", PROJECT["entry-points"]["spacy_factories"])
def test_each_component_is_told(component: str) -> None:
    assert f"| `{component}` |" in text_of("docs/python.md")


@pytest.mark.parametrize("extra", PROJECT["optional-dependencies"])
def test_each_extra_is_told(extra: str) -> None:
    assert extra in section(text_of("README.md"), "Install")


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.__name__)
def test_each_fact_is_told_with_its_fields(fact: type[values.Value]) -> None:
    page = text_of("docs/facts.md")
    kind = fact.model_fields["type"].default
    words = section(page, kind) + section(page, "What every fact has")
    fields = [info.alias or name for name, info in fact.model_fields.items()]
    assert [name for name in fields if f"`{name}`" not in words] == []


@pytest.mark.parametrize("value", VALUES, ids=lambda value: value.__name__)
def test_each_value_is_told_with_its_fields(value: type[values.Value]) -> None:
    words = section(text_of("docs/facts.md"), value.__name__)
    assert [name for name in value.model_fields if f"`{name}`" not in words] == []


@pytest.mark.parametrize("kind", get_args(MentionKind))
def test_each_kind_of_mention_is_told(kind: str) -> None:
    assert f"| `{kind}` |" in section(text_of("docs/facts.md"), "Mentions")


def test_each_error_is_told() -> None:
    family = [name for name in vars(errors) if name.endswith("Error")]
    assert [name for name in family if f"{name}`" not in text_of("docs/python.md")] == []


def test_the_change_log_knows_the_version() -> None:
    assert f"## [{finfacts.__version__}]" in text_of("CHANGELOG.md")


@pytest.mark.parametrize("path", PROSE, ids=name_of)
def test_no_page_holds_a_path_of_a_machine(path: Path) -> None:
    assert MACHINE_PATH.findall(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_links_lead_somewhere(path: Path) -> None:
    for target, anchor in LINK.findall(path.read_text(encoding="utf-8")):
        page = path.parent / target if target else path
        assert page.exists(), target
        if anchor:
            heads = regex.findall(r"^#+ (.+)$", page.read_text("utf-8"), flags=regex.MULTILINE)
            assert anchor in {head.strip("` ").lower().replace(" ", "-") for head in heads}
