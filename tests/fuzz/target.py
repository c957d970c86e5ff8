"""A target for atheris: any bytes through the readers, any text through the pipeline.

    python tests/fuzz/target.py tests/fuzz/corpus -runs=20000

Ends with the first input that makes anything but a ``FinfactsError`` come out, that gives evidence
which is not in the text, or that gives other facts when read again.
"""

from __future__ import annotations

import contextlib
import sys
import tempfile
from pathlib import Path

SUFFIXES = (".txt", ".html", ".jsonl", ".json", ".csv", ".tsv", ".jsonl.gz", ".parquet")


def one_input(data: bytes) -> None:
    """Read bytes as a file of some format, and as the text of an article."""
    from finfacts.errors import FinfactsError  # noqa: PLC0415 - instrumented before
    from finfacts.readers import read_articles  # noqa: PLC0415

    if not data:
        return
    with tempfile.TemporaryDirectory() as folder, contextlib.suppress(FinfactsError):
        file = Path(folder) / f"news{SUFFIXES[data[0] % len(SUFFIXES)]}"
        file.write_bytes(data[1:])
        list(read_articles([str(file)]))
    one_text(data[1:].decode("utf-8", errors="replace"))


def one_text(text: str) -> None:
    """Read a text twice."""
    from finfacts.pipeline import extract  # noqa: PLC0415 - instrumented before

    result = extract(text, published="2026-01-13")
    if result.error is not None:
        raise AssertionError(f"{result.error.kind}: {result.error.message}")
    for fact in result.facts:
        for span in fact.evidence:
            if text[span.start : span.end] != span.text:
                raise AssertionError(f"evidence is not in the text: {span}")
    if extract(text, published="2026-01-13") != result:
        raise AssertionError("the same text gave other facts")


def main() -> None:
    """Fuzz until a limit of the command line or the first failure."""
    import atheris  # noqa: PLC0415 - not on every machine

    with atheris.instrument_imports(include=["finfacts"]):
        import finfacts.pipeline  # noqa: PLC0415
        import finfacts.readers  # noqa: F401, PLC0415
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
