"""What one turn says, filled in from left to right as a clerk fills in a form.

"raised its target to $110 from $92 and kept Buy": a verb opens a line, what follows fills it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import regex

from finfacts.claims.analysts.ratings import is_rating, rating_text
from finfacts.claims.analysts.reading import Reading
from finfacts.claims.tape import Item, pattern
from finfacts.facts import RatingAction, TargetAction
from finfacts.values import Instrument, Period, Quantity

VERBS = frozenset({"UP", "DOWN", "KEEP", "BEGIN", "GO", "OWN", "SEE"})
RATING_ACTIONS: dict[str, RatingAction] = {
    "upgrade": "upgrade",
    "raise": "upgrade",
    "downgrade": "downgrade",
    "lower": "downgrade",
    "maintain": "maintain",
    "reiterate": "reiterate",
    "initiate": "initiate",
    "resume": "resume",
}
TARGET_ACTIONS: dict[str, TargetAction] = {
    "raise": "raise",
    "lower": "lower",
    "maintain": "maintain",
    "reiterate": "maintain",
    "set": "set",
    "initiate": "set",
    "resume": "set",
    "upgrade": "set",
    "downgrade": "set",
}
_LINKED_SETS = frozenset({"initiate", "resume", "upgrade", "downgrade", "set"})
_OTHER_FIGURES = frozenset(
    "estimate estimates eps earnings revenue revenues sales forecast forecasts profit dividend outlook "
    "guidance output production growth ebitda margin price multiple inflows assumption".split()
)
_LEADS_TARGET = pattern(
    "^ (?:COMMA|FROM MONEY|DASH)? (?:WORD|NAME|PERIOD|INSTRUMENT|POSS_MARK)? (?:TARGET|CASE)"
)
_BARE = pattern("MONEY COMMA? LPAREN? FROM MONEY")
_SAME_MONEY = pattern("(?:TO|AT|AND|LPAREN) $")
_AIMED = pattern(
    "(?: (?:UP|DOWN|GO|KEEP|HOUSE|COLON|LPAREN|OWN|CASE) (?:[^CLAUSE SEMICOLON REL]{0,6}) TO | LPAREN | COLON ) $"
)
_DIFFERENCE = pattern("^ MONEY FROM (?: TO | (?:INSTRUMENT|POSS_MARK)* TARGET )")
_HOLDS = pattern("KEEP (?:RATING RATE_WORD? AND | AT | RATING AND AT?) $")
_HAS = pattern("HOUSE COMMA? REL? OWN $")
_SEEN = pattern(
    "SEE (?:INSTRUMENT|WORD|NAME|MONEY|AMOUNT|TO|AND|IN|PERIOD|FOR){0,12} INSTRUMENT (?:AT|TO) $"
)
_WAS = pattern("(?: LPAREN (?:FROM|AUX)? | FROM | PART FROM ) $")


@dataclass
class Form:
    """What one turn says; ``targets`` and ``priors`` hold one for each house or subject."""

    first: int
    last: int
    verb: str = ""
    verb_at: int = -1
    linked: bool = False
    on_target: bool = False
    case: bool = False
    rating_action: RatingAction | None = None
    rating: str | None = None
    rating_prior: str | None = None
    target_action: TargetAction | None = None
    targets: list[Quantity] = field(default_factory=list)
    priors: list[Quantity] = field(default_factory=list)
    subjects: list[Instrument] = field(default_factory=list)
    date: Period | None = None
    told_at: int = -1
    rated_by: str = ""

    @property
    def says_something(self) -> bool:
        """Whether a rating, a target or an action was read."""
        return bool(self.rating or self.targets or self.rating_action or self.target_action)

    def used(self, at: int) -> None:
        """Reach with the evidence up to item ``at``."""
        self.last = max(self.last, at + 1)
        if self.told_at < 0:
            self.told_at = self.verb_at


def enter(reading: Reading, form: Form, at: int) -> None:
    """Fill in one item of a turn."""
    item = reading.items[at]
    if item.tag in VERBS:
        _verb(reading, form, at, item)
    elif item.tag == "TARGET":
        _target(reading, form, at)
    elif item.tag == "RATING" and is_rating(reading, at, form.verb):
        _rating(reading, form, at)
    elif item.tag == "MONEY" and isinstance(item.value, Quantity):
        _money(reading, form, at, item.value)
    elif item.tag == "LINK":
        form.linked = True
    elif item.tag == "CASE":
        form.case = form.on_target = True
    elif item.tag in ("BELOW", "ABOVE") and form.targets:
        _than(form, item)
    elif item.tag == "PART":
        _particle(reading, form, at, item)
    elif item.tag in ("SEMICOLON", "CLAUSE"):
        form.verb, form.linked = "", False
    elif item.tag in ("COVERAGE", "RATE_WORD"):
        _coverage(form, at, item)
    elif item.lower in _OTHER_FIGURES:
        form.on_target = False


def _particle(reading: Reading, form: Form, at: int, item: Item) -> None:
    """Read "took its target up to $13"."""
    if form.verb in ("go", "") and form.verb_at >= at - 9:
        form.verb = item.sense
        if form.on_target:
            form.target_action = form.target_action or TARGET_ACTIONS[item.sense]


def _than(form: Form, item: Item) -> None:
    """Read "a target of $90, $10 lower than before"."""
    if item.lower.endswith("than"):
        form.target_action = "lower" if item.lower.startswith("lower") else "raise"


def _verb(reading: Reading, form: Form, at: int, item: Item) -> None:
    before = reading.items[at - 1].tag if at else ""
    passive = before in ("AUX", "TARGET", "RATING", "POSS_MARK") or (before == "RATE_WORD")
    told = item.sense if item.tag != "OWN" else ""
    if passive and form.on_target and form.target_action is None and told:
        form.target_action = TARGET_ACTIONS.get(told)
        form.used(at)
    if (
        passive
        and before != "TARGET"
        and item.tag == "KEEP"
        and form.rating
        and form.rating_action is None
    ):
        form.rating_action = RATING_ACTIONS.get(told)
        form.used(at)
    if item.tag == "OWN" and before in ("AUX", "MODAL"):
        return
    if item.sense == "suspend" and before == "AUX" and not form.on_target:
        form.rating_action = "suspend"
        form.used(at)
    form.on_target = form.on_target and (passive or item.tag == "GO")
    form.verb, form.verb_at, form.linked = item.sense, at, False
    if item.sense in ("upgrade", "downgrade") and form.rating_action is None:
        form.rating_action = RATING_ACTIONS[item.sense]
        form.used(at)


def _target(reading: Reading, form: Form, at: int) -> None:
    if reading.span(at - 3, at, "NOT"):
        return
    form.on_target = True
    if at and reading.items[at - 1].tag == "COMMA" and form.rating:
        form.linked = True
    if at and reading.items[at - 1].lower == "new" and form.verb in ("", "has"):
        form.target_action = "set"
    if form.verb not in ("has", "go", "", "see", "suspend"):
        form.used(at)
        if not form.linked or form.verb in _LINKED_SETS:
            form.target_action = form.target_action or TARGET_ACTIONS.get(form.verb)


def _rating(reading: Reading, form: Form, at: int) -> None:
    text = rating_text(reading, at)
    before = reading.items[at - 1].tag if at else ""
    if form.verb == "suspend":
        form.used(at)
        return
    form.used(at)
    bracketed = before == "LPAREN" and form.rating is not None
    if before == "FROM" or bracketed:
        form.rating_prior = form.rating_prior or text
    elif form.rating is None:
        form.rating, form.rated_by = text, form.verb
    elif form.rated_by == "has" and form.verb in RATING_ACTIONS and form.rating_prior is None:
        form.rating_prior, form.rating = form.rating, text
    if _names_only(reading, form, at, before):
        return
    if not form.linked or form.verb in ("initiate", "resume", "upgrade", "downgrade"):
        form.rating_action = form.rating_action or RATING_ACTIONS.get(form.verb)


def _names_only(reading: Reading, form: Form, at: int, before: str) -> bool:
    """Whether a rating only stands beside a target: "raised to $45 (from $44, Outperform)"."""
    start = reading.items[at].start
    if _SHARED.search(reading.sentence.passage.clean[max(0, start - 8) : start]):
        return True
    on_target = form.on_target or bool(form.targets)
    return form.verb in ("raise", "lower") and on_target and before not in ("TO", "FROM")


_SHARED = regex.compile(r"\b(?:both|all|each) ['\"]?$")


def _coverage(form: Form, at: int, item: Item) -> None:
    if form.verb == "suspend" and form.rating_action is None:
        form.rating_action = "suspend"
        form.used(at)
    elif item.tag == "COVERAGE" and form.verb in ("initiate", "resume"):
        form.rating_action = form.rating_action or RATING_ACTIONS[form.verb]
        form.used(at)


def _money(reading: Reading, form: Form, at: int, value: Quantity) -> None:
    before, after = reading.tape.tags[:at], reading.tape.tags[at:]
    if _DIFFERENCE.match(after) and form.verb == "suspend":
        form.verb = form.target_action = "lower"  # "removed $20 from its target"
    if _DIFFERENCE.match(after) or (at and reading.items[at - 1].tag == "BY"):
        return
    if _LEADS_TARGET.match(after[1:]) and not (
        at and reading.items[at - 1].tag in ("TARGET", "FROM", "UP", "DOWN")
    ):
        _target(reading, form, _target_after(reading, at))
    elif not form.on_target and not _stands_bare(reading, form, at):
        return
    if form.targets and _WAS.search(before):
        form.priors.append(value)
    elif reading.items[at - 1].tag == "FROM" or (
        form.targets and reading.items[at - 1].tag == "LPAREN"
    ):
        form.priors.append(value)
    elif _STEP.match(reading.tape.tags, at - 1):
        if not _is_small(value, reading.items[at + 2].value):
            form.priors.append(value)
        return  # "lifts target $5 to $165": by how much
    elif not form.on_target or _FITS.search(before) or _LEADS_TARGET.match(after[1:]):
        form.targets.append(value)
    else:
        return
    form.on_target = True
    if (
        not form.linked
        and form.verb in _BY_VERB
        and not (form.case and form.verb in ("maintain", "reiterate"))
    ):
        form.target_action = form.target_action or TARGET_ACTIONS[form.verb]
    form.used(at)


_BY_VERB = frozenset({"raise", "lower", "maintain", "reiterate", "set"})
_STEP = pattern("(?:UP|DOWN|PART|TARGET|COLON) MONEY TO MONEY")


def _is_small(value: Quantity, then: object) -> bool:
    """Whether money is a step and no target: a small part of the target that follows."""
    if not isinstance(then, Quantity) or then.value is None or value.value is None:
        return True
    return value.value * 2 < then.value


_FITS = pattern("""(?: (?:TO|OF|AT|TARGET|AUX|COLON|OWN|LINK|KEEP|PERIOD) (?:ADVERB|WORD|MODAL)?
    | TARGET [^SEMICOLON CLAUSE MONEY PERCENT]{0,5} COMMA? (?:WORD)? | MONEY COMMA? (?:AND|COMMA) | RATING RATE_WORD? AND | TO MONEY FROM MONEY COMMA? AND) $""")


def _target_after(reading: Reading, at: int) -> int:
    for index in range(at + 1, min(at + 4, len(reading.items))):
        if reading.items[index].tag in ("TARGET", "CASE"):
            return index
    return at


def _stands_bare(reading: Reading, form: Form, at: int) -> bool:
    """Whether money is a target though no word says so: "Citi hiked to $235 from $228"."""
    before = reading.tape.tags[:at]
    low = max(form.first, form.verb_at, 0)
    if any(item.lower in _OTHER_FIGURES for item in reading.items[low:at]):
        return False
    if _SEEN.search(before):
        return True
    seen = reading.setting.silent == 0 and reading.setting.brokerage is not None
    seen = seen or reading.span(0, at, "TARGET")
    if seen and (_HOLDS.search(before) or _HAS.search(before)):
        return True
    if seen and form.verb in ("raise", "lower") and _SAME_MONEY.search(before):
        return True
    if (
        form.rating
        and form.rating_prior
        and form.verb in ("upgrade", "downgrade", "raise", "lower")
        and reading.items[at - 1].tag in ("COMMA", "RPAREN")
    ):
        return True
    if form.rating and form.verb == "initiate" and reading.items[at - 1].tag == "COMMA":
        return True
    return (
        bool(_BARE.match(reading.tape.tags, at))
        and bool(_AIMED.search(before[form.first :]))
        or (
            form.verb in ("raise", "lower", "go")
            and bool(_PAIR.search(before[form.first :]))
            and bool(form.priors)
        )
    )


_PAIR = pattern("FROM MONEY TO $")
