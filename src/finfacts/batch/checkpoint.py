"""How far an output file is whole, written beside it: "facts.jsonl.part.json"."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import NamedTuple

from finfacts.batch.tally import Tally
from finfacts.errors import FinfactsError


class CheckpointError(FinfactsError):
    """An unfinished output cannot be continued, or is in the way."""


class Checkpoint(NamedTuple):
    """How far a run came.

    Attributes:
        run: what tells one run from another: its inputs and options, as a digest.
        position: where the output is whole, as its writer counts (bytes, parts).
        tally: what was done up to there.
    """

    run: str
    position: int
    tally: Tally


def digest(*parts: object) -> str:
    """Return a short text that differs where one of the parts does."""
    return hashlib.sha256(repr(parts).encode(errors="replace")).hexdigest()[:16]


def save(checkpoint: Checkpoint, path: Path) -> None:
    """Write a checkpoint so that the file is always a whole one."""
    whole = path.with_name(path.name + ".new")
    words = {
        "run": checkpoint.run,
        "position": checkpoint.position,
        "tally": asdict(checkpoint.tally),
    }
    with whole.open("w", encoding="utf-8") as file:
        json.dump(words, file)
        file.flush()
        os.fsync(file.fileno())
    whole.replace(path)


def load(path: Path) -> Checkpoint | None:
    """Return the checkpoint of an unfinished run, or None where there is none.

    Raises:
        CheckpointError: the file is no checkpoint.
    """
    try:
        words = json.loads(path.read_text(encoding="utf-8"))
        return Checkpoint(words["run"], words["position"], Tally(**words["tally"]))
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError) as problem:
        raise CheckpointError(f"{path} is no checkpoint of finfacts; delete it") from problem
