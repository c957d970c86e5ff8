"""Users' lexicon files: what is read, and the line and column of what is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from finfacts.errors import LexiconError
from finfacts.language.passage import Passage
from finfacts.lexicons.instruments import load_lexicon
from finfacts.mentions.instruments import find_instruments

SEC = json.dumps(
    {
        "fields": ["cik", "name", "ticker", "exchange"],
        "data": [[1, "Zyzzix Robotics", "ZYZX", "Nasdaq"], [1, "Zyzzix Robotics", "ZYZB", ""]],
    }
)
FINANCE_DATABASE = (
    "symbol,name,currency,sector,exchange,country,isin\n"
    "ZYZX.DE,Zyzzix Robotics,EUR,Industrials,GER,Germany,DE000ZYZX001\n"
    ",Nameless,EUR,Industrials,GER,Germany,\n"
)
READ = {
    "own.csv": (
        "name,symbol,aliases,exchange\nZyzzix Robotics,ZYZX,Zyzzix;Zyz Bots,XNAS\n",
        "Zyz Bots rose.",
        ("Zyzzix Robotics", "ZYZX", "XNAS"),
    ),
    "own.tsv": (
        "name\tsymbol\nZyzzix Robotics\tZYZX\n",
        "Zyzzix Robotics rose.",
        ("Zyzzix Robotics", "ZYZX", None),
    ),
    "over.csv": (
        "name,symbol,exchange\nBoeing,BOE,NYSE\n",
        "Boeing rose.",
        ("Boeing", "BOE", "XNYS"),
    ),
    "company_tickers_exchange.json": (
        SEC,
        "Zyzzix Robotics rose.",
        ("Zyzzix Robotics", "ZYZX", "XNAS"),
    ),
    "equities.csv": (
        FINANCE_DATABASE,
        "Zyzzix Robotics rose.",
        ("Zyzzix Robotics", "ZYZX", "XETR"),
    ),
}
WRONG = {
    "name\n": "line 1: column 'symbol' is missing",
    "": "line 1: column 'name' is missing",
    "name,symbol\nA Corp\n": "line 2: 1 cells, but 2 columns",
    "name,symbol\n,A\n": "line 2, column 'name': empty",
    "name,symbol\nA Corp,\n": "line 2, column 'symbol': empty",
    "name,symbol\n---,A\n": "line 2, column 'name': '---' has no letter",
    "name,symbol\nA,A\nB,B\nC,A\n": "line 4, column 'symbol': 'A' is in line 2 already",
    "name,symbol,kind\nA,A,stonk\n": "line 2, column 'kind': 'stonk' is none of",
    "name,symbol,exchange\nA,A,Moon Market\n": "line 2, column 'exchange': 'Moon Market' is no",
    'name,symbol\n"A,A\n': "line 2",
}


@pytest.mark.parametrize("name", READ)
def test_reads(name: str, tmp_path: Path) -> None:
    content, text, expected = READ[name]
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    [found] = find_instruments([Passage(text)], load_lexicon([path]))
    assert [(one.name, one.symbol, one.exchange) for one in found] == [expected]


@pytest.mark.parametrize(("content", "message"), WRONG.items())
def test_says_what_is_wrong_and_where(content: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        load_lexicon([path])
    assert str(caught.value).startswith(str(path))
    assert message in str(caught.value)


def test_names_the_line_of_a_wrong_byte(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_bytes(b"name,symbol\nCaf\xe9,CAF\n")
    with pytest.raises(LexiconError, match=r"line 2: byte 0xe9 is no UTF-8"):
        load_lexicon([path])


def test_names_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"none\.csv: cannot be read"):
        load_lexicon([tmp_path / "none.csv"])


@pytest.mark.parametrize("content", ["[1, 2", "[1, 2]", '{"fields": ["cik"]}'])
def test_refuses_other_json(content: str, tmp_path: Path) -> None:
    path = tmp_path / "own.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(LexiconError, match=r"own\.json, line 1"):
        load_lexicon([path])
