"""Opens a file and yields its bytes in blocks, unpacking ".gz" and ".zst" within limits."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO, cast

from finfacts.errors import MissingExtraError, ReaderError
from finfacts.readers.items import Source
from finfacts.readers.options import ReadOptions

BLOCK = 256 * 1024
FREE = 64 * 1024 * 1024  # bytes that any packed file may unpack to before its ratio counts
_PIECE = 4096  # packed bytes unpacked at once: 128 MiB at the very worst
_WINDOW = 128 * 1024 * 1024
_MAGIC = {b"\x1f\x8b": ".gz", b"\x28\xb5\x2f\xfd": ".zst"}


def blocks(source: Source, options: ReadOptions) -> Iterator[bytes]:
    """Yield the unpacked bytes of a source.

    Raises:
        ReaderError: the file cannot be opened, is damaged, or unpacks without end.
        MissingExtraError: a ``.zst`` file, and zstandard is not installed.
    """
    if source.opened is not None:
        yield from source.opened
        return
    try:
        with _opened(source.path) as raw:
            yield from _limited(raw, source, options)
    except (EOFError, zlib.error, gzip.BadGzipFile) as problem:
        raise ReaderError(f"{source.name}: the packed file is damaged: {problem}") from problem
    except OSError as problem:
        reason = problem.strerror or problem
        raise ReaderError(f"{source.name}: cannot be read: {reason}") from problem


def whole(source: Source, options: ReadOptions) -> bytes:
    """Return all bytes of a source that holds one article.

    Raises:
        ReaderError: as ``blocks`` does, or it is longer than ``max_bytes``.
    """
    parts, total = [], 0
    for block in blocks(source, options):
        total += len(block)
        if total > options.max_bytes:
            raise ReaderError(
                f"{source.name}: longer than {options.max_bytes} bytes, the limit of one article"
            )
        parts.append(block)
    return b"".join(parts)


def check_ratio(unpacked: int, packed: int, name: str, options: ReadOptions) -> None:
    """Stop what unpacks without end.

    Raises:
        ReaderError: so many bytes cannot come from so few.
    """
    if unpacked > max(FREE, packed * options.max_ratio):
        raise ReaderError(
            f"{name}: unpacks to more than {options.max_ratio} times its size; "
            "unpack it by hand if it is to be trusted"
        )


@dataclass
class _Counted:
    """A file, and how many of its bytes were read; it need not tell or seek, as a pipe does not."""

    raw: BinaryIO
    count: int = 0

    def read(self, size: int = -1) -> bytes:
        data = self.raw.read(size)
        self.count += len(data)
        return data


def _opened(path: Path | None) -> AbstractContextManager[BinaryIO]:
    if path is None:
        return nullcontext(sys.stdin.buffer)
    return cast("AbstractContextManager[BinaryIO]", path.open("rb"))


def _limited(raw: BinaryIO, source: Source, options: ReadOptions) -> Iterator[bytes]:
    """Pass blocks on, tell how far reading came, and stop what unpacks without end."""
    packing = _packing(raw, source.path)
    packed = _Counted(raw)
    total = came = 0
    for block in _UNPACKERS[packing](cast("BinaryIO", packed)) if packing else _plain(raw):
        total += len(block)
        at = packed.count if packing else total
        check_ratio(total, at, source.name, options)
        if source.advance:
            source.advance(at - came)
        came = at
        yield block


def _packing(raw: BinaryIO, path: Path | None) -> str:
    if path is not None and path.suffix:
        suffix = path.suffix.lower()
        return suffix if suffix in _UNPACKERS else ""
    head = raw.peek(4) if isinstance(raw, io.BufferedReader) else b""
    return next((name for magic, name in _MAGIC.items() if head.startswith(magic)), "")


def _plain(raw: BinaryIO) -> Iterator[bytes]:
    """Pass on what is there: a slow pipe must not hold back what it has said."""
    read = raw.read1 if isinstance(raw, io.BufferedReader) else raw.read
    yield from iter(partial(read, BLOCK), b"")


def _gunzipped(raw: BinaryIO) -> Iterator[bytes]:
    with gzip.GzipFile(fileobj=raw) as stream:
        yield from iter(partial(stream.read, BLOCK), b"")


def _unzstd(raw: BinaryIO) -> Iterator[bytes]:
    """Unpack frame after frame, from small pieces so that no piece fills the memory."""
    try:
        import zstandard  # noqa: PLC0415 - an extra
    except ImportError:
        raise MissingExtraError(
            "reading .zst files needs zstandard: pip install 'finfacts[zstd]'"
        ) from None
    new_frame = partial(zstandard.ZstdDecompressor(max_window_size=_WINDOW).decompressobj)
    frame, started = new_frame(), False
    for piece in iter(partial(raw.read, _PIECE), b""):
        rest = piece
        while rest:
            try:
                block = frame.decompress(rest)
            except zstandard.ZstdError as problem:
                raise EOFError(str(problem)) from problem
            if block:
                yield block
            started = not frame.eof
            rest = frame.unused_data if frame.eof else b""
            frame = new_frame() if frame.eof else frame
    if started:
        raise EOFError("the last frame ends too early")


_UNPACKERS: dict[str, Callable[[BinaryIO], Iterator[bytes]]] = {
    ".gz": _gunzipped,
    ".zst": _unzstd,
}
