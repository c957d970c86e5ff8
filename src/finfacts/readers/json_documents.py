"""A JSON file: one object, a list of objects, or objects one after the other; read bit by bit."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from finfacts.article import Article
from finfacts.errors import ReaderError
from finfacts.patterns import lazy
from finfacts.readers.decoding import decoded_pieces
from finfacts.readers.items import ReadFailure, Source
from finfacts.readers.options import ReadOptions
from finfacts.readers.records import article_of
from finfacts.readers.unpacking import blocks

_BETWEEN = lazy(r"[\s,]*+")
_MAY_GO_ON = lazy(r"\.?|\.?[eE][-+]?")  # of "1.5e-7", what may stand behind the "1"
_decode = json.JSONDecoder().raw_decode


def read(source: Source, options: ReadOptions) -> Iterator[Article | ReadFailure]:
    """Yield an article or a failure for each object.

    Raises:
        ReaderError: the file is no JSON, with the character where it stops being so.
    """
    pieces = decoded_pieces(blocks(source, options), options.encoding, source.name)
    number = 0
    for number, value in enumerate(values(pieces, source.name, options.max_bytes), start=1):
        yield article_of(value, f"{source.name}:{number}", source.name, options)
    if not number and source.size == 0:
        raise ReaderError(f"{source.name}: holds no JSON object")


def values(pieces: Iterable[str], name: str, longest: int) -> Iterator[object]:
    """Yield the values of a JSON list, or values that follow each other.

    Args:
        pieces: the text.
        name: of the file, for messages.
        longest: characters that one value may have.

    Raises:
        ReaderError: what stands there is no JSON.
    """
    stream = iter(pieces)
    base, text, dry = _opening(stream)
    in_list = text.startswith("[")
    at = int(in_list)
    while True:
        at = _after_blanks(text, at)
        if at == len(text):
            if dry:
                break
            base, at, (text, dry) = base + at, 0, _more(stream, "", 1)
            continue
        if in_list and text[at] == "]":
            return
        try:
            value, at = _value(text, at, dry=dry)
        except (ValueError, RecursionError) as problem:
            if dry or len(text) - at > longest or isinstance(problem, RecursionError):
                raise _no_json(problem, base, at, name) from problem
            base, text, at = base + at, text[at:], 0
            text, dry = _more(stream, text, 2 * len(text) + 1)
            continue
        yield value
    if in_list:
        raise ReaderError(f"{name}: the file ends inside its list")


def _opening(stream: Iterator[str]) -> tuple[int, str, bool]:
    """Return how many blanks there are, the text from the first sign on, and whether that is all.

    The blanks may fill the first pieces: nothing is known before there is a sign.
    """
    base, text, dry = 0, "", False
    while not (text or dry):
        piece, dry = _more(stream, "", 1)
        text = piece.lstrip()
        base += len(piece) - len(text)
    return base, text, dry


def _value(text: str, at: int, *, dry: bool) -> tuple[object, int]:
    """Return the value that begins there and its end.

    Raises:
        ValueError: it is none, or a number that the next piece may carry on.
    """
    value, end = _decode(text, at)
    if not dry and isinstance(value, int | float) and _MAY_GO_ON.fullmatch(text, end):
        raise ValueError("a number may go on")
    return value, end


def _after_blanks(text: str, at: int) -> int:
    blanks = _BETWEEN.match(text, at)
    return blanks.end() if blanks else at


def _more(stream: Iterator[str], text: str, wanted: int) -> tuple[str, bool]:
    """Return the text with more of the stream behind it, and whether the stream is dry."""
    parts, length = [text], len(text)
    while length < wanted:
        piece = next(stream, None)
        if piece is None:
            return "".join(parts), True
        parts.append(piece)
        length += len(piece)
    return "".join(parts), False


def _no_json(problem: Exception, base: int, at: int, name: str) -> ReaderError:
    where = base + getattr(problem, "pos", at)
    words = getattr(problem, "msg", None) or problem
    return ReaderError(f"{name}: no JSON from character {where} on: {words}")
