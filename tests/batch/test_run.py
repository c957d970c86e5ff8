"""Runs over files: the same bytes for any number of processes and after any kill."""

from __future__ import annotations

import errno
import gzip
import json
import multiprocessing
import os
import random
import signal
import sys
import time
import types
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
import zstandard

from finfacts.article import Article, ArticleFacts
from finfacts.batch.checkpoint import CheckpointError
from finfacts.batch.extraction import Limits
from finfacts.batch.run import Plan, StrictError, Watch, results, run
from finfacts.readers.options import ReadOptions
from finfacts.sinks.formats import TextFormat
from finfacts.sinks.jsonl import json_line

pytestmark = pytest.mark.filterwarnings("ignore:.*is multi-threaded:DeprecationWarning")
COUNT = 150


def extract(article: Article) -> ArticleFacts:
    """Stand in for the pipeline: quick, and with the troubles that an article may make."""
    if "kill" in article.text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "slow" in article.text:
        time.sleep(30)
    if "bug" in article.text:
        raise ZeroDivisionError("a bug")
    return ArticleFacts(id=article.id, title=article.text[:20], warnings=("w",) * len(article.text))


@pytest.fixture(autouse=True)
def _stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    pipeline = types.ModuleType("finfacts.pipeline")
    pipeline.extract = extract  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "finfacts.pipeline", pipeline)
    monkeypatch.setattr("finfacts.batch.workers._method", lambda: "fork")  # stand-ins go along


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    lines = [json.dumps({"id": f"a{n}", "text": "x" * (n % 13)}) for n in range(COUNT)]
    lines[17] = "{bad"
    lines[40] = json.dumps({"id": "a40", "text": "a bug"})
    path = tmp_path / "archive.jsonl"
    path.write_text("\n".join(lines))
    return path


def plan(*paths: Path, **settings: object) -> Plan:
    return Plan(tuple(map(str, paths)), **settings)  # type: ignore[arg-type]


def ids(path: Path) -> list[str]:
    return [json.loads(line)["id"] for line in path.read_text().splitlines()]


def test_one_object_for_each_input_in_order(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    tally = run(plan(archive), out)
    assert ids(out) == [f"a{n}" if n != 17 else f"{archive}:18" for n in range(COUNT)]
    assert (tally.articles, tally.failed) == (COUNT, 2)
    assert tally.kinds == {"ReaderError": 1, "ZeroDivisionError": 1}
    error = json.loads(out.read_text().splitlines()[40])["error"]
    assert error == {"kind": "ZeroDivisionError", "message": "a bug"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["archive.jsonl", "out.jsonl"]


@pytest.mark.parametrize(
    "name", ["o.jsonl", "o.json", "o.csv", "o.html", "o.jsonl.gz", "o.jsonl.zst"]
)
def test_the_same_bytes_for_any_number_of_processes(
    archive: Path, tmp_path: Path, name: str
) -> None:
    form = name.split(".")[1]
    for processes in (1, 2, 3):
        run(plan(archive, form=form, processes=processes), tmp_path / f"{processes}{name}")
    one, two, three = ((tmp_path / f"{n}{name}").read_bytes() for n in (1, 2, 3))
    assert one == two == three
    assert one


def test_what_is_written_can_be_read(archive: Path, tmp_path: Path) -> None:
    for name, unpack in (
        ("o.json", bytes),
        ("o.json.gz", gzip.decompress),
        ("o.json.zst", unzstd),
    ):
        run(plan(archive, form="json"), tmp_path / name)
        objects = json.loads(unpack((tmp_path / name).read_bytes()))  # type: ignore[operator]
        assert len(objects) == COUNT


def unzstd(data: bytes) -> bytes:
    return zstandard.ZstdDecompressor().stream_reader(data, read_across_frames=True).read()


@pytest.mark.parametrize("name", ["e.jsonl", "e.json", "e.csv", "e.jsonl.gz", "e.json.zst"])
def test_no_article_is_a_whole_file_too(tmp_path: Path, name: str) -> None:
    empty = tmp_path / "empty.jsonl"
    empty.write_text("\n")
    assert run(plan(empty, form=name.split(".")[1]), tmp_path / name).articles == 0
    data = (tmp_path / name).read_bytes()
    data = gzip.decompress(data) if name.endswith("gz") else data
    data = unzstd(data) if name.endswith("zst") else data
    assert data.split(b",")[0].strip() in (b"", b"[\n\n]", b"article_id")


def killed(job: Callable[[], object], after: float) -> int | None:
    """Run a job in a process of its own and kill it after some seconds; return its exit code."""
    process = multiprocessing.get_context("fork").Process(target=job)
    process.start()
    process.join(after)
    process.kill()
    process.join()
    return process.exitcode


@pytest.mark.parametrize("name", ["o.jsonl", "o.json", "o.csv", "o.jsonl.gz", "o.json.zst"])
@pytest.mark.parametrize("processes", [1, 2])
def test_a_run_killed_at_any_moment_goes_on(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, processes: int
) -> None:
    monkeypatch.setattr("finfacts.batch.writing.BATCH", 4)
    job = plan(archive, form=name.split(".")[1], processes=processes)
    run(job, tmp_path / f"whole-{name}")
    chance = random.Random(name)  # noqa: S311 - any numbers will do
    out, kills = tmp_path / name, 0
    go = partial(run, job, out, resume=True)
    while killed(go, after=chance.uniform(0.5, 1) * 0.006 * 1.1**kills) != 0:
        kills += 1
        assert kills < 100
    assert out.read_bytes() == (tmp_path / f"whole-{name}").read_bytes()
    assert kills > 0
    assert not list(tmp_path.glob("*.part*"))


def stop_after(count: int) -> Watch:
    def outcome(_outcome: object, tally: object) -> None:
        if tally.articles == count:  # type: ignore[attr-defined]
            raise KeyboardInterrupt

    return Watch(outcome)


def test_an_interrupt_keeps_what_is_done(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "o.jsonl"
    with pytest.raises(KeyboardInterrupt):
        run(plan(archive), out, watch=stop_after(30))
    assert len(ids(tmp_path / "o.jsonl.part")) == 29  # the thirtieth was not handed over
    seen = []
    tally = run(plan(archive), out, resume=True, watch=Watch(lambda done, _: seen.append(done.id)))
    assert (len(seen), tally.articles, len(ids(out))) == (COUNT - 29, COUNT, COUNT)


def test_a_torn_record_is_cut(archive: Path, tmp_path: Path) -> None:
    out, part = tmp_path / "o.jsonl", tmp_path / "o.jsonl.part"
    run(plan(archive), tmp_path / "whole.jsonl")
    with pytest.raises(KeyboardInterrupt):
        run(plan(archive), out, watch=stop_after(30))
    with part.open("ab") as file:
        file.write(b'{"id": "a30", "facts": [')
    run(plan(archive), out, resume=True)
    assert out.read_bytes() == (tmp_path / "whole.jsonl").read_bytes()


def test_a_full_disk_leaves_a_run_that_goes_on(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("finfacts.batch.writing.BATCH", 20)
    out, calls = tmp_path / "o.jsonl", []

    def fsync(number: int) -> None:
        calls.append(number)
        if len(calls) == 6:
            raise OSError(errno.ENOSPC, "No space left on device")

    run(plan(archive), tmp_path / "whole.jsonl")
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fsync)
        with pytest.raises(OSError, match="No space left"):
            run(plan(archive), out)
    assert not out.exists()
    run(plan(archive), out, resume=True)
    assert out.read_bytes() == (tmp_path / "whole.jsonl").read_bytes()


def test_the_order_of_inputs_changes_the_order_alone(archive: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("other")
    found = {each.id: each for each in results(plan(archive, other))}
    turned = list(results(plan(other, archive)))
    assert turned[0].id == other.as_posix()
    assert {each.id: each for each in turned} == found


def test_an_unfinished_run_is_not_thrown_away(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "o.jsonl"
    with pytest.raises(KeyboardInterrupt):
        run(plan(archive), out, watch=stop_after(30))
    with pytest.raises(CheckpointError, match="stopped after 29 articles: --resume continues"):
        run(plan(archive), out)
    with pytest.raises(CheckpointError, match="with other options"):
        run(plan(archive, limits=Limits(max_chars=5)), out, resume=True)
    archive.write_text("\n".join(archive.read_text().split("\n")[5:]))
    with pytest.raises(CheckpointError, match="the input has changed"):
        run(plan(archive), out, resume=True)


def test_strict_stops_before_the_first_failure_and_goes_on_when_it_is_mended(
    archive: Path, tmp_path: Path
) -> None:
    out = tmp_path / "o.jsonl"
    with pytest.raises(StrictError, match=r"archive\.jsonl:18: no JSON"):
        run(plan(archive, strict=True), out)
    assert not out.exists()
    lines = archive.read_text().split("\n")
    lines[17] = json.dumps({"text": "mended"})
    archive.write_text("\n".join(lines).replace("a bug", "mended"))
    assert run(plan(archive, strict=True), out, resume=True).failed == 0
    assert len(ids(out)) == COUNT


LIMITS = [
    ("x" * 11, Limits(max_chars=10), "TooLongError", "11 characters, more than --max-chars 10"),
    ("slow", Limits(timeout=0.2), "TimeoutError", "took longer than 0.2 seconds"),
    ("kill", Limits(), "WorkerError", "its worker process died each time it was tried"),
]


@pytest.mark.parametrize(("text", "limits", "kind", "words"), LIMITS)
def test_limits_mark_the_article_and_the_others_come_through(
    tmp_path: Path, text: str, limits: Limits, kind: str, words: str
) -> None:
    lines = [json.dumps({"id": f"a{n}", "text": "x"}) for n in range(70)]
    lines[33] = json.dumps({"id": "a33", "title": "T", "text": text, "date": "2026-01-13"})
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(lines))
    found = list(results(plan(path, limits=limits, processes=2)))
    assert [each.id for each in found] == [f"a{n}" for n in range(70)]
    (bad,) = (each for each in found if each.error)
    assert bad.error
    assert (bad.id, bad.title, bad.error.kind) == ("a33", "T", kind)
    assert words in bad.error.message


def test_text_is_put_out_where_a_reader_made_it(tmp_path: Path) -> None:
    sentence = "Shares of Boeing fell 3% on Monday after the plane maker cut its outlook. "
    page = tmp_path / "a.html"
    page.write_text(f"<html><body><article><p>{sentence * 9}</p></article></body></html>")
    plain = tmp_path / "b.txt"
    plain.write_text(sentence)
    made, given = results(plan(page, plain))
    assert made.text == (sentence * 9).strip()
    assert given.text is None
    (kept,) = results(plan(plain, limits=Limits(keep_text=True)))
    assert kept.text == sentence


def test_what_a_sink_cannot_write_is_a_failure_of_its_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def encode(result: ArticleFacts) -> bytes:
        if result.id == "b" and not result.error:
            raise ArithmeticError("too large")
        return json_line(result)

    monkeypatch.setattr("finfacts.sinks.jsonl.JSON_LINES", TextFormat(encode))
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps({"id": each, "text": "x"}) + "\n" for each in "abc"))
    assert run(plan(path), tmp_path / "o.jsonl").kinds == {"ArithmeticError": 1}
    assert ids(tmp_path / "o.jsonl") == ["a", "b", "c"]


def test_the_output_is_no_input(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    out = tmp_path / "out.jsonl"
    for _ in range(2):
        run(plan(tmp_path), out)
        assert ids(out) == [(tmp_path / "a.txt").as_posix()]


def test_bytes_read_add_up(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("x" * 99)
    sizes: list[int] = []
    run(plan(archive, tmp_path / "b.txt"), tmp_path / "o.jsonl", watch=Watch(None, sizes.append))
    assert sum(sizes) == archive.stat().st_size + 99


def test_published_by_option(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xff\xff")
    (failed,) = results(plan(path, options=ReadOptions(encoding="ascii")))
    assert failed.error
    assert "byte 0xff at offset 0 is no ASCII" in failed.error.message
