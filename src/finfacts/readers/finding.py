"""Finds the files to read: a file, a folder ("news/"), a glob ("news/*.txt"), "-" for the input."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath

from finfacts.errors import ReaderError
from finfacts.readers.formats import PACKED, format_of, inner_suffix, known_suffixes
from finfacts.readers.items import ReadFailure, Source
from finfacts.readers.options import ReadOptions

STDIN = "-"
_GLOB_SIGNS = "*?["


def find_sources(
    paths: Iterable[Path | str], options: ReadOptions
) -> Iterator[Source | ReadFailure]:
    """Yield the files that the paths name, in order; what names none is a failure."""
    for path in paths:
        name = os.fspath(path)
        if name == STDIN:
            yield Source("stdin", None, options.input_format)
        elif os.path.isdir(name):  # noqa: PTH112 - the text of the path is kept as given
            yield from _folder(name, options)
        elif os.path.exists(name):  # noqa: PTH110 - the same
            yield _file(name, options)
        else:
            yield from _glob(name, options)


def is_missing(path: Path | str) -> bool:
    """Tell whether a path names nothing: no file, no folder, no glob, not ``-``."""
    name = os.fspath(path)
    return not (name == STDIN or os.path.exists(name) or _is_glob(name))  # noqa: PTH110


def total_size(paths: Iterable[Path | str], options: ReadOptions) -> int | None:
    """Return the bytes that all files have together; None where one is no plain file."""
    total = 0
    for found in find_sources(paths, options):
        if isinstance(found, ReadFailure):
            continue
        if not found.size:
            return None
        total += found.size
    return total


def _is_glob(name: str) -> bool:
    return any(sign in name for sign in _GLOB_SIGNS)


def _file(name: str, options: ReadOptions) -> Source | ReadFailure:
    path = Path(name)
    form = options.input_format or format_of(path)
    if form is None and inner_suffix(path) and path.suffix.lower() not in PACKED:
        error = ReaderError(
            f"{name}: {path.suffix} is no format that finfacts reads ({known_suffixes()}); "
            "--input-format says what it is"
        )
        return ReadFailure(name, name, error)
    return Source(PurePath(name).as_posix(), path, form, _size(path))


def _folder(name: str, options: ReadOptions) -> Iterator[Source | ReadFailure]:
    """Walk a folder in sorted order; hidden files and unknown formats are no articles."""
    count = 0
    for place, folders, files in os.walk(name):
        folders[:] = sorted(folder for folder in folders if not folder.startswith("."))
        for file in sorted(files):
            path = Path(place, file)
            form = None if file.startswith(".") else options.input_format or format_of(path)
            if form and path.is_file() and not _is_excluded(path, options):
                count += 1
                yield Source(path.as_posix(), path, form, _size(path))
    if not count:
        error = ReaderError(f"{name}: the folder holds no file that finfacts reads")
        yield ReadFailure(name, name, error)


def _glob(name: str, options: ReadOptions) -> Iterator[Source | ReadFailure]:
    found = sorted(glob.glob(name, recursive=True)) if _is_glob(name) else []  # noqa: PTH207
    if not found:
        yield ReadFailure(name, name, ReaderError(f"{name}: there is no such file or folder"))
    for each in found:
        if os.path.isdir(each):  # noqa: PTH112 - the text of the path is kept as given
            yield from _folder(each, options)
        elif not _is_excluded(Path(each), options):
            yield _file(each, options)


def _is_excluded(path: Path, options: ReadOptions) -> bool:
    names = {each.name for each in options.exclude}
    return path.name in names and path.resolve() in options.exclude


def _size(path: Path) -> int:
    try:
        return path.stat().st_size if path.is_file() else 0
    except OSError:
        return 0
