"""A sentence read for prices: its tape with each traded thing put together as a SUBJECT.

"Shares of Boeing Co. surged 7%" becomes ``SUBJECT MOVE PERCENT``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import regex

from finfacts.claims.houses import is_only_house
from finfacts.claims.prices.pronouns import with_pronouns
from finfacts.claims.prices.together import Together, together
from finfacts.claims.tape import Item, Placed, Tape, lay, pattern, replaced, without_overlap
from finfacts.context.sentence import Sentence
from finfacts.context.setting import Setting
from finfacts.lexicons.cues import load_cues
from finfacts.patterns import lazy
from finfacts.values import Instrument, Period, Quantity, Unit, Value

QUANTITY_TAGS: dict[Unit, str] = {
    "percent": "PERCENT",
    "percentage_point": "POINTS",
    "basis_point": "POINTS",
    "index_point": "POINTS",
    "currency": "MONEY",
    "multiple": "TIMES",
    "count": "NUMBER",
    "share": "SHARES",
}
_TICKER = """(?:
    LPAREN (?: (?:NAME|INSTRUMENT|WORD){1,3} COLON )? (?:INSTRUMENT|NAME) RPAREN
  | LPAREN MARK (?:INSTRUMENT|NAME) RPAREN              # "(^GSPC)"
  | LPAREN (?:INSTRUMENT|NAME) MARK NAME RPAREN         # "(CL=F)"
  | LANGLE STOP? (?:INSTRUMENT|NAME|WORD) (?: STOP NAME )? RANGLE  # "<.SPX>", "<AAPL.O>"
)"""
_SUBJECT = pattern(f"""
    (?: STOCK (?:OF|IN|FROM|FOR) (?:DET|LIST_WORD|WORD|NAME){{0,5}}? INSTRUMENT {_TICKER}?
      | INSTRUMENT {_TICKER}? POSS_MARK? (?: NAME | LIST_WORD | TALLY ){{0,3}} STOCK{{1,2}}
          (?! OF (?:DET|WORD|NAME) )  # "Huawei's share of the market"
          {_TICKER}?
      | NAME{{1,4}} LPAREN (?: NAME{{1,3}} COLON )? INSTRUMENT RPAREN STOCK?
      | (?:INSTRUMENT|NAME{{1,3}}) POSS_MARK (?: WORD | NAME DASH WORD )? STOCK
          LPAREN INSTRUMENT RPAREN
      | INSTRUMENT FOR PERIOD (?:WORD|STOCK|ANCHOR)
      | INSTRUMENT FOR PERIOD (?= LPAREN | AUX | LEVEL | MOVE | COUNT )
      | INSTRUMENT FOR WORD IN PERIOD
      | INSTRUMENT FOR (?:WORD|TALLY|ADVERB|NAME) WORD (?= AUX | LEVEL | HOLD | MOVE | COUNT | ON )
      | INSTRUMENT PERIOD STOCK
      | INSTRUMENT {_TICKER}
      | INSTRUMENT
      | POSSESSIVE? INSTRUMENT
    )
""")


NOWHERE = Setting()


class Reading(NamedTuple):
    """A sentence on the tape for price claims, with the index of each subject."""

    sentence: Sentence
    tape: Tape


def read(sentence: Sentence, setting: Setting = NOWHERE) -> Reading:
    """Lay a sentence on the tape and put its subjects together."""
    placed = _placed(sentence, setting)
    cues = load_cues("grammar", "moves")
    clean = sentence.passage.clean
    tape = _without_dateline(lay(sentence.tokens, placed, cues, clean), clean)
    return Reading(sentence, with_pronouns(replaced(tape, _subjects(tape)), setting))


def _without_dateline(tape: Tape, clean: str) -> Tape:
    """Leave out where and by whom news is told: "(Reuters) - ", "LONDON, June 3 - "."""
    match = _DATELINE.match(tape.tags)
    if match is None:
        return tape
    end = match.end()
    told = match["agency"] or clean[tape.items[0].start : tape.items[0].end].isupper()
    return Tape(tape.items[end:], tape.tags[end:]) if told else tape


_DATELINE = pattern("""
    (?:NAME{1,3} COMMA?)? PERIOD? (?P<agency> LPAREN (?:NAME|INSTRUMENT){1,2} RPAREN ) DASH{1,2}
  | NAME{1,3} (?: COMMA PERIOD )? DASH{1,2}
""")


def _placed(sentence: Sentence, setting: Setting) -> list[Placed]:
    found = sentence.found
    clean = sentence.passage.clean
    marks = _with_tickers(
        [
            Placed("INSTRUMENT", value.span.start, value.span.end, value)
            for value in found.instruments
            if _is_traded(value, sentence, setting)
            and not is_only_house(setting, value)
            and not _is_owned(value, found.instruments, clean)
        ],
        clean,
    )
    marks += together(sentence, setting)
    marks += [quantity_mark(value) for value in found.quantities]
    marks += [
        Placed("PERIOD", value.span.start, value.span.end, value)
        for value in found.periods
        if not _is_delivery(value, found.instruments, clean)
    ]
    marks += [
        Placed("SESSION", session.start, session.end, None, session.session)
        for session in found.sessions
    ]
    return without_overlap(marks + _hyphened(found.periods, clean))


def _is_delivery(period: Period, instruments: Sequence[Instrument], clean: str) -> bool:
    """Whether a month is the one a future falls due in: "April gold rose", not "in April gold"."""
    start, end = period.span.start, period.span.end
    return (
        period.granularity == "month"
        and (
            any(i.kind == "commodity" and i.span.start == end + 1 for i in instruments)
            or _CONTRACT.match(clean, end) is not None
        )
        and _IN_MONTH.search(clean, max(0, start - _BEFORE_MONTH), start) is None
    )


_CONTRACT = lazy(r" (?:contracts?|futures)\b")
_IN_MONTH = lazy(
    r"\b(?:in|since|during|of|by|from|until|through|early|late|mid|last|next|this|and|to"
    r"|between)[ -]$",
    regex.IGNORECASE | regex.REVERSE,
)
_BEFORE_MONTH = 9


def _hyphened(periods: Sequence[Period], clean: str) -> list[Placed]:
    """Return extremes that a hyphen ties to their window: "a 52-week-low"."""
    ties = (_TIED.match(clean, period.span.end) for period in periods)
    return [
        Placed("EXTREME", tie.start() + 1, tie.end(), None, tie["kind"].lower())
        for tie in ties
        if tie is not None
    ]


_TIED = lazy(r"-(?P<kind>high|low)\b", regex.IGNORECASE)


def _with_tickers(marks: list[Placed], clean: str) -> list[Placed]:
    """Put a name and its bare ticker together: "Newmont Mining Corporation NEM declined"."""
    kept: list[Placed] = []
    for found in marks:
        tail = _TAIL.match(clean, found.end)
        mark = found._replace(end=tail.end()) if tail else found
        last = kept[-1] if kept else None
        if (
            last is not None
            and _is_ticker_of(mark.value, last.value)
            and (clean[last.end : mark.start] in (" ", "'s "))
        ):
            kept[-1] = last._replace(end=mark.end)
        else:
            kept.append(mark)
    return kept


# The stop of "Cos.", "Ltd." and the code of a news agency: "the Dow <.DJI> rose", "Apple AAPL.O".
_TAIL = lazy(
    r"""
      \.(?=[,;)]|'s|\ \p{Ll})
    | (?:\.(?=\ <))? \ ? < \.?[A-Z\d]{1,8} (?:\.[A-Z]{1,2}|=[A-Z]{0,3})? >
    | \ \p{L}{2,4}[FGHJKMNQUVXZfghjkmnquvxz]\d\d?\b  # "Brent crude BRNK21"
    | \ (?:\.[A-Z]{2,6}|[A-Z]{1,5}\.(?:O|N|L|T|DE|PA|HK|SS|SZ|NS|BO|AX|TO|KS|OQ)) (?![.\w])
    """,
    regex.VERBOSE,
)


def _is_ticker_of(value: Value | None, named: Value | None) -> bool:
    return (
        isinstance(value, Instrument)
        and isinstance(named, Instrument)
        and value.link == "symbol"
        and value.name == named.name
    )


def _is_owned(value: Instrument, others: Sequence[Instrument], clean: str) -> bool:
    """Whether words only name what something else owns: "the company's U.S. shares"."""
    if _is_tail(value, clean):
        return True
    if value.kind in ("bond", "group") and _YIELD_ON.match(
        clean, max(0, value.span.start - 48), value.span.start
    ):
        return True
    if value.kind not in ("group", "sector"):
        return False
    start = value.span.start
    before = clean[max(0, start - 12) : start].rstrip()
    if before.lower().endswith(_NO_SUBJECT) or _SOMEONES.match(clean, start):
        return True
    owner = max(0, start - 12) + len(before) - 2
    return before.endswith("'s") and any(
        other.span.end == owner and other.kind == "equity" for other in others
    )


_NO_SUBJECT = ("its", "their", "among", "among the", "unlike")
_YIELD_ON = lazy(  # "the yield on 10-year government bonds" is no price of the bonds
    r"(?r)\b(?:yields?|rates?|returns?|spreads?|premiums?)\s(?:\w+\s){0,3}?(?:on|of|for)\s(?:[\w.-]+\s){0,4}",
    regex.IGNORECASE,
)
_SOMEONES = lazy(r"(?:[Tt]he )?\p{Ll}[\p{Ll}-]*'s (?:shares?|stock)\b")


def _is_tail(value: Instrument, clean: str) -> bool:
    """Whether "shares" only ends a name: "Plug Power (PLUG) shares"."""
    at = value.span.start
    return (
        value.link == "coreference"
        and value.span.text.lower() in ("shares", "stock")
        and clean[max(0, at - 2) : at].strip() in (")", ">")
    )


def _is_traded(value: Instrument, sentence: Sentence, setting: Setting) -> bool:
    """Whether a mention can have a price: not a policy rate, a sector where markets are told of."""
    if value.kind == "rate":
        return not (value.symbol or "").endswith("RATE")
    if value.kind != "sector":
        return True
    if " " not in value.span.text and value.name != value.span.text:
        return False  # "energy" of "the energy sector"
    return bool(
        setting.told
        or _TRADING.search(sentence.clean)
        or any(found.kind in _MARKETS for found in sentence.found.instruments)
    )


_TRADING = lazy(
    r"\b(?:stocks|equities|shares|gauges?|benchmarks?|trad(?:ing|ers))\b", regex.IGNORECASE
)
_MARKETS = frozenset({"index", "group", "etf", "commodity", "fx", "rate", "bond"})


def quantity_mark(value: Quantity) -> Placed:
    """Return a quantity as a mark tagged by its unit."""
    return Placed(QUANTITY_TAGS[value.unit], value.span.start, value.span.end, value)


def _is_part(items: Sequence[Item], owner: Value | None) -> bool:
    """Whether a share is a part of a whole, no stock: "the dollar's share of reserves"."""
    if not isinstance(owner, Instrument) or items[-1].lower != "share":
        return False
    return owner.kind in ("fx", "commodity", "crypto", "index")


def _subjects(tape: Tape) -> Iterable[tuple[int, int, Item]]:
    for match in _SUBJECT.finditer(tape.tags):
        first, last = match.span()
        items = tape.items[first:last]
        named = [item for item in items if isinstance(item.value, (Instrument, Together))]
        if _is_part(items, named[0].value):
            continue
        stock = any(item.tag == "STOCK" for item in items)
        start = items[0].start
        words = " ".join(item.lower for item in items)
        item = Item(
            "SUBJECT", start, items[-1].end, words, "stock" if stock else "", named[0].value
        )
        yield first, last, item
