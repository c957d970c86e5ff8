"""The formats that ``finfacts convert`` knows, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from finfacts.errors import ReaderError
from finfacts.evaluation.formats.brat import read_brat, write_brat
from finfacts.evaluation.formats.conll import read_conll, write_conll
from finfacts.evaluation.formats.docbin import read_docbin, write_docbin
from finfacts.evaluation.formats.document import Document, Loss, read_lines, write_lines
from finfacts.evaluation.formats.labelstudio import read_labelstudio, write_labelstudio
from finfacts.evaluation.formats.prodigy import read_prodigy, write_prodigy
from finfacts.evaluation.formats.timeml import read_timeml, write_timeml
from finfacts.evaluation.formats.webannotation import read_webannotation, write_webannotation


class Form(NamedTuple):
    """How a format is read and written; the writer returns what it could not hold."""

    read: Callable[[Path], list[Document]]
    write: Callable[[Sequence[Document], Path], list[Loss]]


FORMATS: Mapping[str, Form] = {
    "finfacts": Form(read_lines, write_lines),
    "brat": Form(read_brat, write_brat),
    "labelstudio": Form(read_labelstudio, write_labelstudio),
    "spacy": Form(read_docbin, write_docbin),
    "prodigy": Form(read_prodigy, write_prodigy),
    "conll": Form(read_conll, write_conll),
    "timeml": Form(read_timeml, write_timeml),
    "webannotation": Form(read_webannotation, write_webannotation),
}


def convert(
    source: Path, target: Path, *, to: str, given: str = "finfacts", texts: Path | None = None
) -> list[Loss]:
    """Convert annotated articles from one format to another.

    Args:
        source: file or folder to read.
        target: file or folder to write.
        to: the format to write.
        given: the format to read.
        texts: articles as JSON lines, for extracted facts without text.

    Returns:
        What the format written could not hold.

    Raises:
        ReaderError: the source is not there or is not what ``given`` says.
    """
    if not source.exists():
        raise ReaderError(f"{source}: no such file or folder")
    documents = read_lines(source, texts) if given == "finfacts" else FORMATS[given].read(source)
    return FORMATS[to].write(documents, target)
