"""What figures of any noun are called: "recognized $467 million in gains" tells of gains.

A sum is called by its noun, by what is done with it ("burned $2 billion" is a cash burn) or by
both ("sold $33 billion worth of phones" is phone sales); by a bare verb or an adjective never.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache

from finfacts.claims.metrics.deeds import noun
from finfacts.claims.metrics.others import is_target
from finfacts.claims.metrics.payments import paid, paid_for
from finfacts.claims.metrics.reading import Reading, quantity_at
from finfacts.claims.metrics.stating import Stated
from finfacts.claims.metrics.verbs import verb_of
from finfacts.claims.tape import Item, pattern
from finfacts.lexicons.tables import read_toml, read_words
from finfacts.values import Quantity


def any_name(reading: Reading, figure: Stated) -> str | None:
    """Return the article's own noun for a figure, or None where it names none."""
    small = figure.rule in _SUMS and not _is_big(quantity_at(reading, figure.value))
    if small or _is_no_claim(reading, figure):
        return None
    if figure.rule in _BY_DEED:
        return _BY_DEED[figure.rule](reading, figure)
    at = _head(reading, figure)
    item = reading.tape.items[at]
    if _is_no_noun(item):
        return None
    if figure.rule == "metric_any_part":
        return f"{_state(reading, figure)}{noun(reading, at)}_share"
    if figure.rule == "metric_any_owned":
        return item.sense.replace("own", "") or noun(reading, at)
    return _dealt(reading, figure, noun(reading, at))


def _state(reading: Reading, figure: Stated) -> str:
    """Return how a part of things is: "a third of its dealers were [profitable]"."""
    match = _IS_SO.match(reading.tape.tags, figure.last)
    return f"{reading.tape.items[match.start('so')].lower}_" if match is not None else ""


_IS_SO = pattern("AUX ADVERB* (?P<so>WORD) (?= COMMA | STOP | CLAUSE | $ )")


def _head(reading: Reading, figure: Stated) -> int:
    """Return the index of the noun, without what is told of it: "gains [related] to"."""
    items, at = reading.tape.items, figure.name
    if figure.rule == "metric_any_owned":  # "its 29,000 [shops] serve coffee"
        after = range(figure.value + 1, at + 1)
        return next((one for one in after if items[one].tag == "COUNTED"), at)
    low = figure.value + 1 if 0 <= figure.value < figure.name else at
    while at > low and items[at].lower.endswith("ed") and items[at - 1].tag in _NOUNS:
        at -= 1
    return at


_NOUNS = frozenset("WORD COUNTED MEASURE NOUN GROW_BASE METRIC".split())


def _is_no_noun(item: Item) -> bool:
    """Whether a word names no figure, or is one of movement and no sum: "a $2 billion increase"."""
    if item.tag in _MOVES:
        return item.lower not in ("gain", "gains", "hit")
    return item.lower in _no_names() or _is_adjective(item.lower)


def _is_adjective(word: str) -> bool:
    """Whether a word only describes: "recognized", "all-cash"; "write-off" is a noun."""
    if "-" in word:
        return not word.endswith(("-up", "-off", "-down", "-back", "-out", "-in"))
    return word.endswith(("ly", "ed", "ous", "ful", "less", "able", "ible"))


def _is_no_claim(reading: Reading, figure: Stated) -> bool:
    """Whether a figure is a target of a price or only compared with: "worse than its loss of"."""
    low, tags = max(0, figure.first - _NEAR), reading.tape.tags
    compared = any(_COMPARED.search(tags, low, figure.first + more) for more in (0, 1))
    totalled = figure.rule == "metric_any_of" and figure.move >= 0
    if totalled and reading.tape.items[figure.move].lower != "worth":
        return True
    return compared or is_target(reading, figure) or _is_of_another(reading, figure)


def _is_of_another(reading: Reading, figure: Stated) -> bool:
    """Whether a thing only has so many of others: "its partner network has 30,000 members"."""
    verb = verb_of(reading, figure.value) if figure.rule == "metric_any_is" else -1
    return verb > figure.name and reading.tape.items[verb].tag == "AUX"


_NEAR = 6  # items
_COMPARED = pattern("(?:BEAT|FROM|AGAINST) (?:DET|POSSESSIVE|TALLY|WORD|YEAR_AGO|PERIOD|ADVERB)* $")


@cache
def _no_names() -> frozenset[str]:
    return read_words("segments.toml", "no_names")


_MOVES = frozenset(("GROWTH", "GROW_BASE", "NOUN", "TOTAL"))
_SUMS = frozenset(("metric_any_sum", "metric_any_in", "metric_any_of", "metric_any_verb"))
_BIG = Decimal(1_000_000)  # what is paid less for is sold at a counter


def _is_big(value: Quantity | None) -> bool:
    number = None if value is None else value.low if value.value is None else value.value
    return number is not None and number >= _BIG


def _done(reading: Reading, figure: Stated) -> str | None:
    """Return what is done with a sum that has no noun: "shelled out $3 billion" is spending."""
    items = reading.tape.items
    deed = deed_at(reading, figure.name)
    if deed is None and items[figure.name].tag == "DEAL":
        return paid_for(reading, figure)
    if deed == "spending":
        return paid(reading, figure, deed)
    return None if deed in _OF_THINGS else deed


def _dealt(reading: Reading, figure: Stated, name: str) -> str | None:
    """Return what is done with things of so much: "sold $2 billion of cars" is car sales."""
    at = verb_of(reading, figure.value) if figure.rule == "metric_any_in" else -1
    deed = deed_at(reading, at) if at >= 0 else None
    if deed in _OF_THINGS:
        return f"{_singular(name)}_{deed}"
    if deed is None or (deed not in _OF_ANY and not name.endswith(_MONEYS)):
        return name
    return deed


_OF_ANY = frozenset(("write_down", "write_off", "savings", "donation", "cash_burn"))
_OF_THINGS = frozenset(("sales", "purchases"))
_MONEYS = ("assets", "money", "funds", "deposits", "cash", "debt", "loans", "borrowings")


def _singular(name: str) -> str:
    return name if name.endswith(("ss", "goods")) else name.removesuffix("s")


def deed_at(reading: Reading, at: int) -> str | None:
    """Return the noun of the verb at item ``at``, with the particle after it: "wrote down"."""
    items = reading.tape.items
    words = items[at].lower.split()[-1]
    after = items[at + 1].lower if at + 1 < len(items) else ""
    return _deeds().get(f"{words}_{after}") or _deeds().get(words)


@cache
def _deeds() -> Mapping[str, str]:
    """Return the noun of each form of the verbs that are done with money."""
    table = read_toml("segments.toml")["deeds"]
    return {verb: name for name, verbs in table.items() for verb in verbs.split()}


def _bought_back(reading: Reading, figure: Stated) -> str | None:
    """Return what a company's own shares are bought in."""
    return "share_repurchases" if deed_at(reading, figure.name) == "purchases" else None


_BY_DEED: Mapping[str, Callable[[Reading, Stated], str | None]] = {
    "metric_any_verb": _done,
    "metric_any_own_stock": _bought_back,
    "metric_any_cost": lambda _reading, _figure: "cost",
}
