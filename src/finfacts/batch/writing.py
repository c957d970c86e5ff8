"""Writes the results of a run so that a kill at any moment leaves a file that can be continued.

A writer takes batches of payloads and yields, after each is safely written, where the output is
whole. It starts from such a position, too, and cuts off what lies behind.
"""

from __future__ import annotations

import gzip
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO, NamedTuple, cast

from finfacts.article import ArticleFacts
from finfacts.errors import MissingExtraError
from finfacts.sinks.formats import TextFormat

Batches = Iterable[Sequence[object]]


class Writer(NamedTuple):
    """How a format is written.

    Attributes:
        encode: makes a payload of a result; runs in the workers.
        write: writes batches into an unfinished output, from a position on.
        finish: makes the finished output of the unfinished one.
        batch: payloads in a batch.
        exact: whether batches must be full for the bytes to be the same.
    """

    encode: Callable[[ArticleFacts], object]
    write: Callable[[Batches, Path, int | None], Iterator[int]]
    finish: Callable[[Path, Path], None]
    batch: int
    exact: bool


BATCH = 256


def text_writer(form: TextFormat, suffix: str) -> Writer:
    """Return the writer of a text format, packed where the suffix says so (".gz", ".zst")."""
    pack = packer(suffix)

    def write(batches: Batches, part: Path, position: int | None) -> Iterator[int]:
        with part.open("wb" if position is None else "r+b") as file:
            file.truncate(file.seek(position or 0))
            for _ in write_text(form, batches, file, pack, fresh=not position):
                os.fsync(file.fileno())
                yield file.tell()
            os.fsync(file.fileno())

    def finish(part: Path, output: Path) -> None:
        part.replace(output)

    return Writer(form.encode, write, finish, BATCH, exact=pack is not _unpacked)


def write_text(
    form: TextFormat,
    batches: Batches,
    file: BinaryIO,
    pack: Callable[[bytes], bytes],
    *,
    fresh: bool = True,
) -> Iterator[None]:
    """Write batches of bytes with what stands before, between and behind them; yield after each."""
    if fresh and form.head:
        file.write(pack(form.head))
    empty = fresh
    for batch in batches:
        data = form.between.join(cast("Sequence[bytes]", batch))
        file.write(pack(data if empty else form.between + data))
        empty = False
        file.flush()
        yield
    if form.tail or (empty and not form.head):
        file.write(pack(form.tail))  # packed nothing is a whole file, too
    file.flush()


def packer(suffix: str) -> Callable[[bytes], bytes]:
    """Return what packs bytes for a file suffix: gzip, Zstandard, or nothing.

    Raises:
        MissingExtraError: ``.zst``, and zstandard is not installed.
    """
    if suffix == ".gz":
        return partial(gzip.compress, mtime=0)
    if suffix != ".zst":
        return _unpacked
    try:
        import zstandard  # noqa: PLC0415 - an extra
    except ImportError:
        raise MissingExtraError(
            "writing .zst files needs zstandard: pip install 'finfacts[zstd]'"
        ) from None
    return zstandard.ZstdCompressor().compress


def _unpacked(data: bytes) -> bytes:
    return data
