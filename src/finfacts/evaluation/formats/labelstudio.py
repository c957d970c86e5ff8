"""Label Studio JSON: a list of tasks with regions, whose offsets count UTF-16 code units.

Text and title are both objects of the labelling page (``to_name``); a region's ``meta`` holds the
fact or mention as JSON. Evidence in several pieces is several regions joined by relations.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from finfacts.errors import ReaderError
from finfacts.evaluation.formats.document import (
    FIELDS,
    Document,
    Loss,
    Marked,
    bare,
    marks,
    split_marks,
)
from finfacts.evaluation.formats.utf16 import from_utf16, to_utf16, wide
from finfacts.evaluation.matching import Place
from finfacts.evaluation.slots import Json

CONTROL = "label"


def write_labelstudio(documents: Sequence[Document], path: Path) -> list[Loss]:
    """Write documents as tasks to import into Label Studio; nothing is lost."""
    tasks = [
        {
            "data": {"id": one.id, "text": one.text, **dict(one.fields)},
            "annotations": [{"result": list(_results(one))}],
        }
        for one in documents
    ]
    path.write_text(json.dumps(tasks, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return []


def _results(document: Document) -> Iterator[dict[str, object]]:
    for number, one in enumerate(marks(document)):
        names = [f"m{number}-{piece}" for piece in range(len(one.places))]
        for piece, at in enumerate(one.places):
            region = _region(document, one.label, names[piece], at)
            if not piece:
                region["meta"] = {"text": [json.dumps(one.data, ensure_ascii=False)]}
            yield region
        for other in names[1:]:
            yield {"type": "relation", "from_id": names[0], "to_id": other, "direction": "right"}


def _region(document: Document, label: str, name: str, at: Place) -> dict[str, object]:
    text = document.field(at.field)
    wide_at = wide(text)
    return {
        "id": name,
        "from_name": CONTROL,
        "to_name": at.field,
        "type": "labels",
        "value": {
            "start": to_utf16(at.start, wide_at),
            "end": to_utf16(at.end, wide_at),
            "text": text[at.start : at.end],
            "labels": [label],
        },
    }


def read_labelstudio(path: Path) -> list[Document]:
    """Read the tasks of a Label Studio export.

    Regions with our ``meta`` come back whole; others of our labels with label and place.

    Raises:
        ReaderError: the file is no list of tasks with a text.
    """
    try:
        tasks = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ReaderError(f"{path}: no Label Studio JSON: {error}") from None
    if not isinstance(tasks, list):
        raise ReaderError(f"{path}: a list of tasks is wanted; export as JSON, not as JSON_MIN")
    return [_read_task(task, f"{path}: task {index}") for index, task in enumerate(tasks)]


def _read_task(task: Json, where: str) -> Document:
    data = task.get("data")
    if not isinstance(data, Mapping) or not isinstance(data.get("text"), str):
        raise ReaderError(f"{where}: data.text is missing")
    fields = tuple((name, str(data[name])) for name in FIELDS if data.get(name))
    document = Document(str(data.get("id") or task.get("id")), str(data["text"]), fields=fields)
    facts, mentions = split_marks(_read_marks(document, _regions(task)))
    return Document(document.id, document.text, facts, mentions, fields)


def _regions(task: Json) -> list[Json]:
    given = task.get("annotations") or task.get("completions")
    annotations = given if isinstance(given, list) else []
    return [one for annotation in annotations[:1] for one in annotation.get("result", ())]


def _read_marks(document: Document, regions: Sequence[Json]) -> Iterator[Marked]:
    joined = {str(one.get("to_id")) for one in regions if one.get("type") == "relation"}
    for one in regions:
        value = one.get("value")
        if one.get("type") != "labels" or not isinstance(value, Mapping):
            continue
        if str(one.get("id")) in joined:
            continue
        at = _read_place(document, str(one.get("to_name") or "text"), value)
        for label in value.get("labels", ()):
            data = _meta(one) or bare(label, document, [at])
            if data:
                yield Marked(label, (at,), data)


def _read_place(document: Document, name: str, value: Json) -> Place:
    field = "title" if name == "title" else "text"
    wide_at = wide(document.field(field))
    start, end = (from_utf16(int(str(value.get(side))), wide_at) for side in ("start", "end"))
    return Place(field, start, end)


def _meta(region: Json) -> Json | None:
    meta = region.get("meta")
    texts = meta.get("text") if isinstance(meta, Mapping) else None
    text = texts[0] if isinstance(texts, list) and texts else texts
    if not isinstance(text, str) or not text.startswith("{"):
        return None
    data = json.loads(text)
    return data if isinstance(data, dict) else None
