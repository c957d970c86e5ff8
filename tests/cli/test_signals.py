"""Ctrl-C and a closed pipe: no traceback, what is done is kept, no process is left."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

CODE = """
import sys, types
from finfacts.article import ArticleFacts
from finfacts.cli.app import main
pipeline = types.ModuleType("finfacts.pipeline")
pipeline.extract = lambda article: ArticleFacts(id=article.id)
sys.modules["finfacts.pipeline"] = pipeline
main()
"""
COMMAND = [sys.executable, "-c", CODE, "extract", "-"]
LINES = "".join(
    json.dumps({"id": f"a{n}", "text": f"Shares of Boeing fell {n}% on Monday."}) + "\n"
    for n in range(400)
).encode()

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals as on Unix")


def children(process: int) -> list[int]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == process and fields[0] != "Z":
            found.append(int(stat.parent.name))
    return found


def wait_for(what: object, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not what():  # type: ignore[operator]
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.02)


def is_gone(process: int) -> bool:
    try:
        return "\nState:\tZ" in Path(f"/proc/{process}/status").read_text()
    except OSError:
        return True


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="reads /proc")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_what_is_done_is_kept_and_no_worker_is_left(tmp_path: Path, number: int) -> None:
    out, part = tmp_path / "o.jsonl", tmp_path / "o.jsonl.part"
    with subprocess.Popen(  # noqa: S603 - our own command
        [*COMMAND, "-j", "2", "-o", str(out)],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as run:
        assert run.stdin
        assert run.stderr
        run.stdin.write(LINES)
        run.stdin.flush()  # and the pipe stays open: the run waits for more
        wait_for(lambda: run.poll() is not None or (part.exists() and part.stat().st_size > 0))
        workers = children(run.pid)
        assert len(workers) == 2
        os.killpg(run.pid, number) if number == signal.SIGINT else run.kill()
        said = run.stderr.read().decode()
        run.wait()
    wait_for(lambda: all(map(is_gone, workers)))
    kept = part.read_text()
    whole = kept[: kept.rfind("\n") + 1]  # a kill may cut a record that is being written
    assert number == signal.SIGKILL or kept == whole
    lines = whole.splitlines()
    assert [json.loads(line)["id"] for line in lines] == [f"a{n}" for n in range(len(lines))]
    if number == signal.SIGINT:
        assert run.returncode == 130
        assert said == "finfacts: interrupted; what was done is kept, --resume continues it\n"


def test_a_closed_pipe_ends_it_quietly() -> None:
    with subprocess.Popen(  # noqa: S603 - our own command
        [*COMMAND, "-j", "1"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as run:
        assert run.stdin
        assert run.stdout
        assert run.stderr
        run.stdin.write(LINES[: LINES.index(b"\n") + 1])
        run.stdin.flush()
        assert run.stdout.readline()
        run.stdout.close()
        run.stdin.write(LINES)
        run.stdin.close()
        assert run.stderr.read() == b""
        assert run.wait() == 141
