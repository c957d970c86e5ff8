"""spaCy ``DocBin``: a ``Doc`` an article with span groups ``mentions`` and ``facts``.

Words are cut at every annotation's edge, so that no span is dropped for want of a token; what is
known of facts and mentions, and the article's fields, stand in ``doc.user_data`` as JSON.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from finfacts.errors import ReaderError
from finfacts.evaluation.formats.document import (
    FACT_TYPES,
    MENTION_KINDS,
    Document,
    Loss,
    bare,
    from_line,
    marks,
    to_line,
)
from finfacts.evaluation.formats.tokens import cut
from finfacts.evaluation.matching import Place
from finfacts.evaluation.slots import Json

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span
    from spacy.vocab import Vocab

KEY = "finfacts"
GROUPS = ("mentions", "facts")


def write_docbin(documents: Sequence[Document], path: Path) -> list[Loss]:
    """Write documents as a ``.spacy`` file; nothing is lost.

    Spans in headlines are in the JSON alone, for a ``Doc`` has one text.
    """
    import spacy  # noqa: PLC0415 - slow to import
    from spacy.tokens import DocBin  # noqa: PLC0415 - the same

    vocab = spacy.blank("en").vocab
    docs = [_doc(one, vocab) for one in documents]
    DocBin(docs=docs, store_user_data=True).to_disk(path)
    return []


def _doc(document: Document, vocab: Vocab) -> Doc:
    from spacy.tokens import Doc  # noqa: PLC0415 - slow to import

    spans = [(one.label, at) for one in marks(document) for at in one.places if at.field == "text"]
    words, spaces = _words(document.text, [at for _, at in spans])
    doc = Doc(vocab, words=words, spaces=spaces)
    for name, labels in zip(GROUPS, (MENTION_KINDS, FACT_TYPES), strict=True):
        doc.spans[name] = [_span(doc, label, at) for label, at in spans if label in labels]
    doc.user_data[KEY] = json.dumps(to_line(document), ensure_ascii=False)
    return doc


def _span(doc: Doc, label: str, at: Place) -> Span:
    span = doc.char_span(at.start, at.end, label=label)
    if span is None:
        raise ReaderError(
            f"no words at {at.start}..{at.end}: the span is empty or outside the text"
        )
    return span


def _words(text: str, places: Sequence[Place]) -> tuple[list[str], list[bool]]:
    """Return words, and whether one space follows each; other space is a word of its own.

    So is a space that one of the places begins or ends with.
    """
    words: list[str] = []
    spaces: list[bool] = []
    starts, ends = {at.start for at in places}, {at.end for at in places}
    for start, end in cut(text, [*starts, *ends]):
        piece = text[start:end]
        inside = start in starts or end in ends
        if piece == " " and words and not spaces[-1] and not inside:
            spaces[-1] = True
        else:
            words.append(piece)
            spaces.append(False)
    return words, spaces


def read_docbin(path: Path) -> list[Document]:
    """Read a ``.spacy`` file.

    A ``Doc`` of ours comes back whole; of others, spans under our labels in any group, and
    entities, come back with label and place.

    Raises:
        ReaderError: the file is no DocBin.
    """
    import spacy  # noqa: PLC0415 - slow to import
    from spacy.tokens import DocBin  # noqa: PLC0415 - the same

    try:
        stored = DocBin(store_user_data=True).from_disk(path)
    except (OSError, ValueError, KeyError, zlib.error) as error:
        raise ReaderError(f"{path}: no spaCy DocBin: {error}") from None
    docs = stored.get_docs(spacy.blank("en").vocab)
    return [_read_doc(doc, f"{path}: doc {index}") for index, doc in enumerate(docs)]


def _read_doc(doc: Doc, where: str) -> Document:
    if KEY in doc.user_data:
        return from_line(json.loads(doc.user_data[KEY]), where)
    document = Document(where.rsplit(" ", 1)[-1], doc.text)
    found = list(_spans(doc, document))
    return Document(
        document.id,
        doc.text,
        facts=tuple(one for one in found if "type" in one),
        mentions=tuple(one for one in found if "kind" in one),
    )


def _spans(doc: Doc, document: Document) -> Iterator[Json]:
    groups = [list(doc.spans[name]) for name in doc.spans]
    for span in (*doc.ents, *(one for group in groups for one in group)):
        at = Place("text", span.start_char, span.end_char)
        if known := bare(span.label_, document, [at]):
            yield known
