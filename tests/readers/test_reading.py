"""Files in, articles out: one item for each article, in order, whatever the files hold."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import json
import sys
from pathlib import Path

import pytest
import zstandard

from finfacts.article import Article
from finfacts.readers import read_articles, unpacking
from finfacts.readers.items import ReadFailure
from finfacts.readers.options import ReadOptions

BODY = "Shares of Boeing fell 3% on Monday."
OTHER = "Gold rose 1% – its best day “in weeks”."


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def read(*paths: Path | str, **options: object) -> list[Article | ReadFailure]:
    return list(read_articles(paths, options=ReadOptions(**options)))  # type: ignore[arg-type]


def texts(items: list[Article | ReadFailure]) -> list[str | None]:
    return [item.text if isinstance(item, Article) else None for item in items]


def failure(items: list[Article | ReadFailure]) -> str:
    (item,) = items
    assert isinstance(item, ReadFailure)
    return str(item.error)


LINE = json.dumps({"text": BODY})
FILES = [
    ("a.txt", BODY, [BODY]),
    ("a.md", BODY, [BODY]),
    ("A.TXT", BODY, [BODY]),
    ("a.jsonl", f"{LINE}\n\n{LINE}\n", [BODY, BODY]),
    ("a.ndjson", LINE, [BODY]),
    ("a.jsonl", f"{LINE}\r\n{LINE}\r\n", [BODY, BODY]),
    ("a.json", LINE, [BODY]),
    ("a.json", f"[{LINE},\n {LINE}]", [BODY, BODY]),
    ("a.json", f"{LINE}\n{LINE}", [BODY, BODY]),
    ("a.json", "[]", []),
    ("a.csv", f'id,text\n1,"{BODY}"\n2,"two\nlines"\n', [BODY, "two\nlines"]),
    ("a.csv", f"id;text\n1;{BODY}\n", [BODY]),
    ("a.csv", f'id,text\n1,"say ""up"""\r\n\r\n2,{BODY}\r\n', ['say "up"', BODY]),
    ("a.tsv", f"id\ttext\n1\t{BODY}\n", [BODY]),
]


@pytest.mark.parametrize(("name", "content", "expected"), FILES)
def test_formats(tmp_path: Path, name: str, content: str, expected: list[str]) -> None:
    assert texts(read(write(tmp_path, name, content))) == expected


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.json", "a.csv"])
@pytest.mark.parametrize(("suffix", "pack"), [(".gz", gzip.compress), (".zst", zstandard.compress)])
def test_packed_files(tmp_path: Path, name: str, suffix: str, pack: object) -> None:
    content = {"a.txt": OTHER, "a.csv": f"text\n{OTHER}\n"}.get(name, json.dumps({"text": OTHER}))
    path = write(tmp_path, name + suffix, pack(content.encode()))  # type: ignore[operator]
    assert texts(read(path)) == [OTHER]


def test_packed_frames_follow_each_other(tmp_path: Path) -> None:
    one, two = (json.dumps({"text": each}).encode() + b"\n" for each in (BODY, OTHER))
    zst = write(tmp_path, "a.jsonl.zst", zstandard.compress(one) + zstandard.compress(two))
    gz = write(tmp_path, "a.jsonl.gz", gzip.compress(one) + gzip.compress(two))
    assert texts(read(zst, gz)) == [BODY, OTHER, BODY, OTHER]


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-32"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.json", "a.csv"])
def test_encodings_told_by_a_mark(tmp_path: Path, name: str, encoding: str) -> None:
    line = json.dumps({"text": OTHER}, ensure_ascii=False)
    content = {"a.txt": OTHER, "a.csv": f"text\n{OTHER}\n"}.get(name, line)
    assert texts(read(write(tmp_path, name, content.encode(encoding)))) == [OTHER]


def test_encoding_given(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", OTHER.encode("windows-1252"))
    assert texts(read(path, encoding="windows-1252")) == [OTHER]


def test_text_is_kept_as_it_is(tmp_path: Path) -> None:
    text = "\ttabs, \r\nWindows ends,\u2028odd ends,\x0bcontrols, \u202eright to left, e\u0301 🚀\r"
    assert texts(read(write(tmp_path, "a.txt", text))) == [text]
    assert texts(read(write(tmp_path, "a.jsonl", json.dumps({"text": text})))) == [text]


def test_lone_surrogates_become_one_replacement_each(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jsonl", '{"text": "up \\ud83d 3%", "title": "\\udc00"}')
    (article,) = read(path)
    assert isinstance(article, Article)
    assert (article.text, article.title) == ("up \ufffd 3%", "\ufffd")


# what is wrong, and words of the message that names it and the way out
WRONG = [
    ("a.txt", b"", "a.txt: holds no text"),
    ("a.txt", b" \n\t", "a.txt: holds no text"),
    ("a.txt", "caf\u00e9".encode("latin-1"), "byte 0xe9 at offset 3 is no UTF-8; --encoding"),
    ("a.txt", b"\xff\xfea\x00b", "byte 0x62 at offset 4 is no UTF-16-LE"),
    ("a.txt", b"ab\x00cd", "a.txt: a binary file, no text (byte 0x00 at offset 2)"),
    ("a.pdf", b"%PDF-1.7", ".pdf is no format that finfacts reads (.txt .text .md"),
    ("a.json", b"{", "a.json: no JSON from character 1 on"),
    ("a.json", b'[{"text": "a"}, ', None),
    ("a.csv", b"id,headline\n1,x\n", "no column text or body or content; there are: id, headline"),
    ("a.csv.gz", b"text\nplain\n", "a.csv.gz: the packed file is damaged"),
    ("a.txt.zst", b"plain", "a.txt.zst: the packed file is damaged"),
    ("a.txt.gz", gzip.compress(BODY.encode())[:-9], "a.txt.gz: the packed file is damaged"),
    ("a.txt.zst", zstandard.compress(BODY.encode())[:-3], "the packed file is damaged"),
    ("a.parquet", b"PAR1", "a.parquet: no Parquet that can be read"),
    ("a.html", b"<html><body></body></html>", "the page holds no article text"),
]


@pytest.mark.parametrize(("name", "content", "words"), [case for case in WRONG if case[2]])
def test_wrong_files(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    assert words in failure(read(write(tmp_path, name, content)))


def test_a_wrong_file_stops_no_other(tmp_path: Path) -> None:
    bad = write(tmp_path, "1.txt", b"\xff\xff\xff")
    good = write(tmp_path, "2.txt", BODY)
    assert texts(read(bad, "nowhere.txt", good)) == [None, None, BODY]


RECORDS = [
    ("{bad", "a.jsonl:2: no JSON: "),
    ("[1]", "a.jsonl:2: a list stands where an object should"),
    ('{"text": 5}', "a.jsonl:2: text is no text but int"),
    ('{"text": null}', "a.jsonl:2: text is empty (null)"),
    ('{"id": "x", "headline": "y"}', "a.jsonl:2: there is no column text"),
    ('{"text": "x", "date": "01/02/2026"}', "no date that can be read in one way: '01/02/2026'"),
    ('{"text": "x", "date": "Jan 32"}', "write 2026-01-13 or"),
    ("[" * 100_000, "a.jsonl:2: no JSON: "),
    ("\x00", "a.jsonl:2: no JSON: "),
]


@pytest.mark.parametrize(("line", "words"), RECORDS)
def test_a_wrong_line_is_marked_and_the_next_one_read(
    tmp_path: Path, line: str, words: str
) -> None:
    first, wrong, last = read(write(tmp_path, "a.jsonl", f"{LINE}\n{line}\n{LINE}\n"))
    assert texts([first, last]) == [BODY, BODY]
    assert words in failure([wrong])


def test_a_wrong_byte_in_a_line_is_placed_in_the_file(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jsonl", LINE.encode() + b'\n{"text": "caf\xe9"}\n' + LINE.encode())
    first, wrong, last = read(path)
    assert texts([first, last]) == [BODY, BODY]
    offset = len(LINE) + 1 + len('{"text": "caf')
    assert f"a.jsonl:2: byte 0xe9 at offset {offset} is no UTF-8" in failure([wrong])


def test_wrong_rows_are_marked_and_the_next_ones_read(tmp_path: Path) -> None:
    rows = [b"id,text", b"1,up", b"2,caf\xe9", b"3,a,b,c", b'4,"two', b'lines \xe9"', b"5,down"]
    items = read(write(tmp_path, "a.csv", b"\n".join(rows)))
    assert texts(items) == ["up", None, None, None, "down"]
    messages = [str(item.error) for item in items if isinstance(item, ReadFailure)]
    assert "a.csv:3: byte 0xe9" in messages[0]
    assert "a.csv:4: the row has 4 cells, the header 2" in messages[1]
    assert "a.csv:6: byte 0xe9" in messages[2]


def test_a_list_that_breaks_off_keeps_what_came_before(tmp_path: Path) -> None:
    first, wrong = read(write(tmp_path, "a.json", f"[{LINE}, "))
    assert texts([first]) == [BODY]
    assert "the file ends inside its list" in failure([wrong])


def test_limits(tmp_path: Path) -> None:
    long = json.dumps({"text": "x" * 500})
    lines = write(tmp_path, "a.jsonl", f"{LINE}\n{long}\n{LINE}\n")
    first, wrong, last = read(lines, max_bytes=200)
    assert texts([first, last]) == [BODY, BODY]
    assert "a.jsonl:2: the line is longer than 200 bytes" in failure([wrong])
    assert "longer than 200 bytes" in failure(read(write(tmp_path, "a.txt", long), max_bytes=200))


@pytest.mark.parametrize(("suffix", "pack"), [(".gz", gzip.compress), (".zst", zstandard.compress)])
def test_what_unpacks_without_end_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str, pack: object
) -> None:
    monkeypatch.setattr(unpacking, "FREE", 1_000_000)
    bomb = pack(b" \n" * 4_000_000)  # type: ignore[operator]
    assert "unpacks to more than 250 times its size" in failure(
        read(write(tmp_path, f"a.jsonl{suffix}", bomb))
    )


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.compress])
def test_what_unpacks_without_end_is_stopped_in_a_pipe(
    monkeypatch: pytest.MonkeyPatch, pack: object
) -> None:
    monkeypatch.setattr(unpacking, "FREE", 1_000_000)
    bomb = io.BytesIO(pack(b" \n" * 4_000_000))  # type: ignore[operator]
    bomb.seekable = lambda: False  # type: ignore[method-assign]
    monkeypatch.setattr(sys, "stdin", Stdin(io.BufferedReader(bomb)))
    assert "stdin: unpacks to more than 250 times its size" in failure(read("-"))


def test_folders_are_walked_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.txt", ".hidden.txt", ".git/d.txt", "e.pdf", "Z.txt"):
        write(tmp_path, name, name)
    assert texts(read(tmp_path)) == ["Z.txt", "a.txt", "b.txt", "sub/c.txt"]
    assert [item.id for item in read(tmp_path)][-1] == (tmp_path / "sub/c.txt").as_posix()


def test_globs(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.txt"):
        write(tmp_path, name, name)
    assert texts(read(f"{tmp_path}/*.txt")) == ["a.txt", "b.txt"]
    assert texts(read(f"{tmp_path}/**/c.*")) == ["sub/c.txt"]
    assert "there is no such file" in failure(read(f"{tmp_path}/*.csv"))


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    assert "the folder holds no file that finfacts reads" in failure(read(tmp_path))


def test_excluded_files_are_not_read(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", BODY)
    out = write(tmp_path, "out.jsonl", LINE)
    assert texts(read(tmp_path, exclude=(out.resolve(),))) == [BODY]


STREAMS = [
    (BODY, [BODY]),
    ("[Reuters] Gold rose.", ["[Reuters] Gold rose."]),
    ("{curly} text", ["{curly} text"]),
    (f"\n{LINE}\n{LINE}\n", [BODY, BODY]),
    (f"[{LINE}]", [BODY]),
    (json.dumps({"text": BODY}, indent=1), [BODY]),
]


class Stdin(io.TextIOWrapper):
    """A standard input that holds given bytes."""


@pytest.mark.parametrize(("content", "expected"), STREAMS)
@pytest.mark.parametrize("pack", [bytes, gzip.compress, zstandard.compress])
def test_standard_input(
    monkeypatch: pytest.MonkeyPatch, content: str, expected: list[str], pack: object
) -> None:
    stream = io.BufferedReader(io.BytesIO(pack(content.encode())))  # type: ignore[operator, arg-type]
    monkeypatch.setattr(sys, "stdin", Stdin(stream))
    assert texts(read("-")) == expected


def test_names_of_articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = write(tmp_path, "a.jsonl", '{"text": "x"}\n{"text": "x", "id": 7}\n{"text": "x"}')
    rows = write(tmp_path, "a.csv", 'text\n"x\ny"\nz\n')
    base = tmp_path.as_posix()
    assert [item.id for item in read(lines, rows)] == [
        f"{base}/a.jsonl:1",
        "7",
        f"{base}/a.jsonl:3",
        f"{base}/a.csv:2",
        f"{base}/a.csv:4",
    ]
    monkeypatch.setattr(sys, "stdin", Stdin(io.BufferedReader(io.BytesIO(BODY.encode()))))
    (item,) = read("-")
    assert item.id == "stdin-e28fbb67aee8"


COLUMNS = [
    ({"body": BODY, "headline": "H"}, {}, {"text": BODY, "title": "H"}),
    ({"Content": BODY, "TITLE": "H"}, {}, {"text": BODY, "title": "H"}),
    ({"article": BODY, "text": OTHER}, {}, {"text": OTHER}),
    ({"article": BODY, "text": OTHER}, {"text_field": "article"}, {"text": BODY}),
    ({"fields": {"body": BODY}}, {"text_field": "fields.body"}, {"text": BODY}),
    ({"text": BODY, "source": {"name": "Wire"}}, {}, {"source": "Wire"}),
    ({"text": BODY, "link": "https://a.example"}, {}, {"url": "https://a.example"}),
    ({"text": BODY, "published": "2026-01-13"}, {}, {"published": dt.date(2026, 1, 13)}),
    (
        {"text": BODY, "date": ""},
        {"published": dt.date(2026, 1, 1)},
        {"published": dt.date(2026, 1, 1)},
    ),
    (
        {"text": BODY, "date": "2026-01-13"},
        {"published": dt.date(2026, 1, 1)},
        {"published": dt.date(2026, 1, 13)},
    ),
    (
        {"text": BODY, "day": "2026-01-13"},
        {"published_field": "day"},
        {"published": dt.date(2026, 1, 13)},
    ),
    ({"text": BODY, "title": None, "url": 5}, {}, {"title": None, "url": "5"}),
]


@pytest.mark.parametrize(("record", "options", "expected"), COLUMNS)
def test_columns(
    tmp_path: Path, record: object, options: dict[str, object], expected: dict[str, object]
) -> None:
    (article,) = read(write(tmp_path, "a.jsonl", json.dumps(record)), **options)
    assert isinstance(article, Article)
    assert {name: getattr(article, name) for name in expected} == expected


def test_date_in_a_file_name(tmp_path: Path) -> None:
    name = write(tmp_path, "2026-01-13_boeing.txt", BODY)
    (dated,) = read(name)
    (given,) = read(name, published=dt.date(2026, 2, 1))
    assert isinstance(dated, Article)
    assert isinstance(given, Article)
    assert (dated.published, given.published) == (dt.date(2026, 1, 13), dt.date(2026, 2, 1))
