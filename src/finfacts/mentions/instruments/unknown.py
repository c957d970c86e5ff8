"""Companies that an article shows and the lexicon lacks: "Zorbex SA", "shares of Zorbex".

A legal suffix or the word "shares" beside a capitalised name makes it an issuer, with no symbol
but the one that the article writes after it: "Zorbex Widgets (NYSE: ZRBX)". From then on its name
and its first word mean it. What is linked already is left alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import partial
from itertools import chain

import regex
from ahocorasick_rs import AhoCorasick, MatchKind

from finfacts.language.lines import lines_around
from finfacts.language.passage import Passage
from finfacts.lexicons.instruments import Lexicon
from finfacts.mentions.instruments import cues, roles
from finfacts.patterns import lazy
from finfacts.values import Instrument

_WORD = r"\p{Lu}[\p{L}\p{N}]*+(?:[-&'.](?=[\p{L}\p{N}])(?!s\b)[\p{L}\p{N}]++)*+"
_LEGAL_FORMS = (
    "Inc Corp Co Cos Ltd Limited Plc plc PLC NV N.V SA S.A SE AG A/S AB ASA Oyj SpA KGaA Bhd Tbk"
).split()
_LEGAL = rf"(?:{'|'.join(map(regex.escape, _LEGAL_FORMS))})\b(?![\p{{L}}\p{{N}}&-])"
_GROUP = r"(?:(?:Group|Holdings?|Company|Cia)[ ])?"
_OPEN = r"(?<!\p{Lu}[\p{L}\p{N}&.'-]{0,20}[ ]|[\p{L}\p{N}'.&-])"
_SUFFIXED = lazy(
    rf"{_OPEN}(?<name>{_WORD}(?:[ ](?:(?:&|de|do|of|da)[ ])?{_WORD}){{0,4}}?)"
    rf",?[ ]{_GROUP}{_LEGAL}"
)
_STOCK_OF = lazy(rf"\b[Ss]hares (?:of|in) (?<name>{_WORD}(?: {_WORD}){{0,2}})")
_STOCK_AFTER = lazy(
    rf"{_OPEN}(?<name>{_WORD}(?:[ ]{_WORD}){{0,4}}?)(?:[ ]{_GROUP}{_LEGAL})?[ ](?:shares|stock)\b"
    r"(?=[ ]\p{Ll})"
)
_automaton = partial(AhoCorasick, matchkind=MatchKind.LeftmostLongest)
_SHORTEST = 4
_ACRONYM = 3
_CONFIDENCE = Decimal("0.7")


def with_unknown(
    passages: Sequence[Passage], known: Sequence[Sequence[Instrument]], lexicon: Lexicon
) -> list[list[Instrument]]:
    """Return what is known and the mentions of companies that the article introduces itself.

    Args:
        passages: an article's fields, the title first.
        known: what was found in each.
        lexicon: its names and places are never taken for unknown companies.
    """
    both = list(zip(passages, known, strict=True))
    listed = {
        name: ticker
        for passage, found in both
        for name, ticker in _listed(passage.clean, found, lexicon)
    }
    names = dict.fromkeys(
        name for passage, found in both for name in _introduced(passage.clean, found, lexicon)
    )
    added = _find(both, names | listed, listed, lexicon)
    called = {ticker.symbol: name for name, ticker in listed.items()}
    return [
        sorted([*(_called(one, called) for one in own), *more], key=lambda one: one.span.start)
        for own, more in zip(known, added, strict=True)
    ]


def _called(one: Instrument, names: dict[str | None, str]) -> Instrument:
    """Give a ticker that stood for itself the name that the article gives it."""
    if one.name != one.symbol or one.symbol not in names:
        return one
    return one.model_copy(update={"name": names[one.symbol]})


def _listed(
    clean: str, found: Sequence[Instrument], lexicon: Lexicon
) -> Iterator[tuple[str, Instrument]]:
    """Yield the names before a ticker that the lexicon lacks: "Zorbex Widgets (NYSE: ZRBX)"."""
    for one in found:
        if one.link != "written" or one.name != one.symbol:
            continue
        at = one.span.start
        match = _BEFORE_TICKER.search(clean, max(0, at - _LONGEST), at)
        if match is None:
            continue
        start = _start(clean, *match.span("name"), frozenset())
        name = clean[start : match.end("name")]
        if _is_name(clean, start, name, lexicon, legal=True):
            yield name, one


_LONGEST = 90
_BEFORE_TICKER = lazy(
    rf"{_OPEN}(?<name>{_WORD}(?:[ ](?:(?:&|de|do|of|da)[ ])?{_WORD}){{0,4}}?)"
    rf"(?:,?[ ]{_GROUP}{_LEGAL}\.?)?[ ]\((?:[\w .-]{{2,20}}?[ ]?:[ ]?)?$"
)


def _find(
    both: Sequence[tuple[Passage, Sequence[Instrument]]],
    names: Iterable[str],
    listed: dict[str, Instrument],
    lexicon: Lexicon,
) -> list[list[Instrument]]:
    """Return the mentions of names and of their short forms, one list a passage."""
    names = list(names)
    if not names:
        return [[] for _ in both]
    meant = _short_forms(names, lexicon) | {name: name for name in names}
    forms = regex.compile(
        rf"(?<![\p{{L}}\p{{N}}'.&-])(?<form>\L<forms>)\b(?:,?[ ]{_GROUP}{_LEGAL}\.?)?(?![-&@]\w)",
        forms=list(meant),
    )
    return [list(_mentions(passage, found, forms, meant, listed)) for passage, found in both]


def _introduced(clean: str, found: Sequence[Instrument], lexicon: Lexicon) -> Iterator[str]:
    """Yield the names that stand as an issuer's: before "SA", after "shares of"."""
    for rule, marks in _RULES:
        legal = rule is _SUFFIXED
        lines = lines_around(clean, _marked(clean, marks))
        for match in chain.from_iterable(rule.finditer(clean, *line) for line in lines):
            start = _start(clean, *match.span("name"), frozenset() if legal else lexicon.places)
            name = clean[start : match.end("name")]
            if (
                _is_name(clean, start, name, lexicon, legal=legal)
                and not _overlaps(found, start, match.end("name"))
                and not roles.is_broker(clean, start, match.end())
            ):
                yield name


def _marked(clean: str, marks: AhoCorasick) -> Iterator[int]:
    """Yield where what a rule needs stands: " Inc", no " Include"."""
    for _, start, end in marks.find_matches_as_indexes(clean):
        if not clean[end : end + 1].isalnum():
            yield start


# What each rule needs in a line; most lines hold none of it.
_RULES = (
    (_SUFFIXED, _automaton(f" {form}" for form in _LEGAL_FORMS)),
    (_STOCK_OF, _automaton(("hares of", "hares in"))),
    (_STOCK_AFTER, _automaton((" shares", " stock"))),
)


def _start(clean: str, start: int, end: int, places: frozenset[str]) -> int:
    """Return where a name starts, words left out that only stand before it: "Rival", "German"."""
    while True:
        word, _, rest = clean[start:end].partition(" ")
        opens = word.lower() in cues.words("openers") or word.lower() in cues.words("before_name")
        if not rest or not (opens or word in places or _COMPOUND.search(word)):
            return start
        start += len(word) + 1


_COMPOUND = lazy(r"-\p{Ll}|'$")


def _is_name(clean: str, start: int, name: str, lexicon: Lexicon, *, legal: bool) -> bool:
    """Whether capitalised words are a company's name, and no place, sector or common word."""
    words = name.split()
    if (
        cues.is_title(clean, start)
        or name in lexicon.places
        or name.lower() in cues.words("openers")
    ):
        return False
    if not legal and any(word in lexicon.places for word in words):
        return False
    if name in lexicon.forms or len(name) < _SHORTEST or {words[0], name} & lexicon.brokers.keys():
        return False
    barred = cues.words("houses") if legal else cues.words("houses") | cues.words("no_company")
    if any(word.lower() in barred for word in words):
        return False
    return legal or not cues.opens_sentence(clean, start) or _is_proper(clean, words[0])


def _is_proper(clean: str, word: str) -> bool:
    """Whether a word keeps its capital inside sentences and never stands without."""
    inside = regex.search(rf"\p{{Ll}},? {regex.escape(word)}\b", clean)
    return inside is not None and not regex.search(rf"\b{regex.escape(word.lower())}\b", clean)


def _short_forms(names: Iterable[str], lexicon: Lexicon) -> dict[str, str]:
    """First words of long names, where they are no other name, place or common word."""
    return {
        name.split()[0]: name
        for name in names
        if " " in name and _may_stand(name.split()[0], lexicon)
    }


def _may_stand(word: str, lexicon: Lexicon) -> bool:
    if word.isupper() and len(word) == _ACRONYM:
        return word not in lexicon.forms or word in lexicon.levels  # "SLM" of "SLM Solutions"
    return (
        len(word) >= _SHORTEST
        and word not in lexicon.forms
        and word not in lexicon.places
        and word not in lexicon.brokers
        and word.lower() not in cues.words("common_first")
    )


def _overlaps(found: Sequence[Instrument], start: int, end: int) -> bool:
    return any(one.span.start < end and start < one.span.end for one in found)


def _mentions(
    passage: Passage,
    found: Sequence[Instrument],
    forms: regex.Pattern[str],
    meant: dict[str, str],
    listed: dict[str, Instrument],
) -> Iterator[Instrument]:
    for match in forms.finditer(passage.clean):
        start, end = match.span()
        if _overlaps(found, start, end) or roles.is_broker(passage.clean, start, end):
            continue
        span = passage.span(start, end)
        name = meant[match["form"]]
        ticker = listed.get(name)
        yield Instrument(
            name=name,
            symbol=ticker and ticker.symbol,
            exchange=ticker and ticker.exchange,
            kind="equity",
            link=ticker and "name",
            confidence=_CONFIDENCE,
            span=span,
        )
