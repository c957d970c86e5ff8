"""Bytes to text: UTF-8 and UTF-16 with or without a byte order mark; says which byte is wrong."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from finfacts.errors import ReaderError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LONGEST_MARK = 4
_LOOK = 8192  # bytes in which a NUL tells a binary file


class Line(NamedTuple):
    """One line of a file.

    Attributes:
        number: counted from 1.
        text: the line without its end; with U+FFFD for wrong bytes, empty where it is too long.
        error: why it cannot be read, if so.
    """

    number: int
    text: str
    error: ReaderError | None = None


def decoded(data: bytes, encoding: str, name: str) -> str:
    """Return the text of a whole file, without its byte order mark.

    Raises:
        ReaderError: a byte is wrong, with its offset; the file is binary; an unknown encoding.
    """
    mark, actual = _mark(data, encoding)
    _check(actual)
    _refuse_binary(data, actual, name)
    try:
        return data[len(mark) :].decode(actual)
    except UnicodeDecodeError as problem:
        raise _wrong_byte(problem, len(mark), name) from problem


def decoded_pieces(pieces: Iterable[bytes], encoding: str, name: str) -> Iterator[str]:
    """Yield the text of a stream of bytes, without its byte order mark.

    Raises:
        ReaderError: as ``decoded`` does.
    """
    mark, actual, pieces = _stream_mark(pieces, encoding)
    _check(actual)
    decoder = codecs.getincrementaldecoder(actual)()
    done = len(mark)
    for piece, last in _with_last(pieces):
        try:
            text = decoder.decode(piece, last)
        except UnicodeDecodeError as problem:
            kept = len(problem.object) - len(piece)
            raise _wrong_byte(problem, done - kept, name) from problem
        done += len(piece)
        yield text


def lines(pieces: Iterable[bytes], encoding: str, name: str, longest: int) -> Iterator[Line]:
    """Yield the lines of a stream of bytes; a wrong line is marked and the next one read.

    Args:
        pieces: the bytes.
        encoding: of a stream without a byte order mark.
        name: of the file, for messages.
        longest: bytes that a line may have.
    """
    mark, actual, pieces = _stream_mark(pieces, encoding)
    if actual.startswith(("utf-16", "utf-32")):
        pieces = (text.encode() for text in decoded_pieces(chain([mark], pieces), encoding, name))
        mark, actual = b"", "utf-8"
    _check(actual)
    for number, (offset, raw) in enumerate(_split(pieces, longest), start=1):
        if len(raw) > longest:
            error = ReaderError(f"{name}:{number}: the line is longer than {longest} bytes")
            yield Line(number, "", error)
        else:
            yield _line(number, raw, len(mark) + offset, actual, name)


def _line(number: int, raw: bytes, offset: int, encoding: str, name: str) -> Line:
    try:
        return Line(number, raw.decode(encoding))
    except UnicodeDecodeError as problem:
        error = _wrong_byte(problem, offset, f"{name}:{number}")
        return Line(number, raw.decode(encoding, "replace"), error)


def _split(pieces: Iterable[bytes], longest: int) -> Iterator[tuple[int, bytes]]:
    """Yield offset and bytes of each line; of one that is too long only a part."""
    pending = bytearray()
    offset = dropped = 0
    for piece in pieces:
        if b"\n" not in piece:
            kept = piece if len(pending) <= longest else b""
            pending += kept
            dropped += len(piece) - len(kept)
            continue
        first, *middle, last = piece.split(b"\n")
        pending += first
        for line in (bytes(pending), *middle):
            yield offset, line
            offset += len(line) + dropped + 1
            dropped = 0
        pending = bytearray(last)
    if pending:
        yield offset, bytes(pending)


def _mark(data: bytes, encoding: str) -> tuple[bytes, str]:
    """Return the byte order mark and the encoding it tells, else the given one."""
    return next((each for each in _MARKS if data.startswith(each[0])), (b"", encoding))


def _stream_mark(pieces: Iterable[bytes], encoding: str) -> tuple[bytes, str, Iterator[bytes]]:
    """Return the mark, the encoding, and the bytes after the mark."""
    stream = iter(pieces)
    head = b""
    while len(head) < _LONGEST_MARK and (piece := next(stream, b"")):
        head += piece
    mark, actual = _mark(head, encoding)
    return mark, actual, chain([head[len(mark) :]], stream)


def _check(encoding: str) -> None:
    try:
        codecs.lookup(encoding)
    except LookupError as problem:
        raise ReaderError(f"{encoding!r} is no encoding that Python knows") from problem


def _with_last(pieces: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    for piece in pieces:
        yield piece, False
    yield b"", True


def _refuse_binary(data: bytes, encoding: str, name: str) -> None:
    at = -1 if encoding.startswith(("utf-16", "utf-32")) else data[:_LOOK].find(b"\0")
    if at >= 0:
        raise ReaderError(f"{name}: a binary file, no text (byte 0x00 at offset {at})")


def _wrong_byte(problem: UnicodeDecodeError, base: int, name: str) -> ReaderError:
    byte = problem.object[problem.start : problem.start + 1].hex() or "??"
    return ReaderError(
        f"{name}: byte 0x{byte} at offset {base + problem.start} is no {problem.encoding.upper()}; "
        "--encoding says what the file is written in"
    )
