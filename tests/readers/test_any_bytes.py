"""Readers over arbitrary bytes: never a traceback, and the same items however the bytes come."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from finfacts.article import Article
from finfacts.errors import FinfactsError
from finfacts.readers.formats import format_named, reader
from finfacts.readers.items import ReadFailure, Source
from finfacts.readers.options import ReadOptions

OPTIONS = ReadOptions(max_bytes=500)
RECORDS = st.lists(
    st.fixed_dictionaries({"text": st.text(), "id": st.text(max_size=5)}), min_size=1, max_size=6
)


def pieces(data: bytes, cuts: list[int]) -> list[bytes]:
    places = sorted({0, len(data), *(cut % (len(data) + 1) for cut in cuts)})
    return [data[start:end] for start, end in pairwise(places)]


def items(form: str, data: list[bytes]) -> list[object]:
    """Read bytes; an error that ends the file counts as its last item."""
    source = Source("stdin", None, form, opened=iter(data))
    found: list[object] = []
    try:
        for item in reader(format_named(form))(source, OPTIONS):
            assert isinstance(item, Article | ReadFailure)
            found.append(str(item.error) if isinstance(item, ReadFailure) else item)
    except FinfactsError as problem:
        found.append(str(problem))
    return found


@pytest.mark.parametrize("form", ["text", "jsonl", "json", "csv", "tsv", "html", "parquet"])
@given(data=st.binary(max_size=400))
@settings(max_examples=60, deadline=None)
def test_any_bytes(form: str, data: bytes) -> None:
    items(form, [data])


ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"])


@pytest.mark.parametrize("form", ["text", "jsonl", "json", "csv"])
@given(
    text=st.text(alphabet='{}[]",:\\nrtuD83d \n\r\t1.e-;é🚀\x00', max_size=80),
    encoding=ENCODINGS,
    cuts=st.lists(st.integers(min_value=0, max_value=200), max_size=6),
)
@example(text=" [", encoding="utf-32", cuts=[8])  # a list whose sign comes after a first blank
@example(text="1.5e-7", encoding="utf-8", cuts=[2])
@settings(max_examples=100, deadline=None)
def test_the_same_items_however_the_bytes_come(
    form: str, text: str, encoding: str, cuts: list[int]
) -> None:
    data = text.encode(encoding)
    assert items(form, pieces(data, cuts)) == items(form, [data])


@given(records=RECORDS, cuts=st.lists(st.integers(min_value=0), max_size=6), indent=st.booleans())
@settings(max_examples=100, deadline=None)
def test_json_comes_through_whole(
    records: list[dict[str, str]],
    cuts: list[int],
    indent: bool,  # noqa: FBT001 - drawn
) -> None:
    data = json.dumps(records, indent=2 if indent else None).encode()
    found = items("json", pieces(data, cuts))
    assert [item.text for item in found if isinstance(item, Article)] == [
        each["text"] for each in records
    ]
