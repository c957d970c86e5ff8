"""Targets and what they were: "to $110 from $92", "a $68 target", "by $40 to $430".

Money is a target where the word for it stands near; where it is told bare, only in a frame that
leaves no doubt.
"""

from __future__ import annotations

from finfacts.claims.analysts.form import TARGET_ACTIONS, Form
from finfacts.claims.analysts.reading import Reading
from finfacts.claims.tape import pattern
from finfacts.values import Quantity

OTHER_FIGURES = frozenset(
    {
        *("estimate", "estimates", "eps", "earnings", "revenue", "revenues", "sales", "forecast"),
        *("forecasts", "profit", "dividend", "outlook", "guidance", "output", "production"),
        *("growth", "ebitda", "margin", "price", "multiple", "inflows", "assumption"),
    }
)
_LINKED_SETS = frozenset({"initiate", "resume", "upgrade", "downgrade", "set"})
_BY_VERB = frozenset({"raise", "lower", "maintain", "reiterate", "set"})
_LEADS_TARGET = pattern("""
    ^ (?:COMMA|FROM MONEY|DASH)? (?:WORD|NAME|PERIOD|INSTRUMENT|POSS_MARK)? (?:TARGET|CASE)
""")
_DIFFERENCE = pattern("^ MONEY FROM (?: TO | (?:INSTRUMENT|POSS_MARK)* TARGET )")
_STEP = pattern("(?:UP|DOWN|PART|TARGET|COLON) MONEY TO MONEY")
_WAS = pattern("(?: LPAREN (?:FROM|AUX)? | FROM | PART FROM ) $")
_ASIDE_WAS = pattern("COMMA REL AUX [^MONEY CLAUSE]{1,8} COMMA FROM $")
_FITS = pattern("""
    (?: (?:TO|OF|AT|TARGET|AUX|COLON|OWN|LINK|KEEP|PERIOD) (?:ADVERB|WORD|MODAL)?
      | TARGET [^SEMICOLON CLAUSE MONEY PERCENT]{0,5} COMMA? WORD?
      | MONEY COMMA? (?:AND|COMMA)
      | RATING RATE_WORD? AND
      | TO MONEY FROM MONEY COMMA? AND ) $
""")
_BARE = pattern("MONEY COMMA? LPAREN? FROM MONEY")
_AIMED = pattern("""
    (?: (?:UP|DOWN|GO|KEEP|HOUSE|COLON|LPAREN|OWN|CASE) [^CLAUSE SEMICOLON REL]{0,6} TO
      | LPAREN | COLON ) $
""")
_PAIR = pattern("FROM MONEY TO $")
_HOLDS = pattern("KEEP (?:RATING RATE_WORD? AND | AT | RATING AND AT?) $")
_HAS = pattern("HOUSE COMMA? REL? OWN $")
_TOWARD = pattern("(?:TO|AT|AND|LPAREN) $")
_SEEN = pattern("""
    SEE (?:INSTRUMENT|WORD|NAME|MONEY|AMOUNT|TO|AND|IN|PERIOD|FOR){0,12} INSTRUMENT (?:AT|TO) $
""")


def enter_target(reading: Reading, form: Form, at: int) -> None:
    """Take note that a target is told, and what the verb does to it."""
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


def enter_money(reading: Reading, form: Form, at: int) -> None:
    """Fill in money as the target or the one before, where it is one."""
    value = reading.items[at].value
    after = reading.tape.tags[at:]
    before = reading.items[at - 1].tag if at else ""
    if not isinstance(value, Quantity) or before == "BY":
        return
    if _DIFFERENCE.match(after):
        if form.verb == "suspend":
            form.verb = form.target_action = "lower"  # "removed $20 from its target"
        return
    if _ASIDE_WAS.search(reading.tape.tags[:at]) and form.targets and not form.priors:
        form.on_target = True  # "to $13, which is 20% above Monday's price, from $9"
    leads = bool(_LEADS_TARGET.match(after[1:]))
    if leads and before not in ("TARGET", "FROM", "UP", "DOWN"):
        enter_target(reading, form, _target_after(reading, at))
    elif not form.on_target and not _stands_bare(reading, form, at):
        return
    if _place(reading, form, at, value, leads=leads):
        form.on_target = True
        _act(form)
        form.used(at)


def _place(reading: Reading, form: Form, at: int, value: Quantity, *, leads: bool) -> bool:
    """Put money where it belongs; False where it is neither target nor prior."""
    tags = reading.tape.tags
    withdrawn = form.verb == "suspend" and leads
    if (
        withdrawn
        or reading.items[at - 1].tag == "FROM"
        or (form.targets and _WAS.search(tags[:at]))
    ):
        form.priors.append(value)
        return True
    if _STEP.match(tags, at - 1):
        if not _is_small(value, reading.items[at + 2].value):
            form.priors.append(value)
        return False  # "lifts target $5 to $165": by how much
    if not form.on_target or leads or _FITS.search(tags[:at]):
        form.targets.append(value)
        return True
    return False


def _act(form: Form) -> None:
    """Let the verb say what was done to the target."""
    kept_case = form.case and form.verb in ("maintain", "reiterate")
    if not form.linked and form.verb in _BY_VERB and not kept_case:
        form.target_action = form.target_action or TARGET_ACTIONS[form.verb]


def _is_small(value: Quantity, then: object) -> bool:
    """Whether money is a step and no target: a small part of the target that follows."""
    if not isinstance(then, Quantity) or then.value is None or value.value is None:
        return True
    return value.value * 2 < then.value


def _target_after(reading: Reading, at: int) -> int:
    for index in range(at + 1, min(at + 4, len(reading.items))):
        if reading.items[index].tag in ("TARGET", "CASE"):
            return index
    return at


def _stands_bare(reading: Reading, form: Form, at: int) -> bool:
    """Whether money is a target though no word says so: "Citi hiked to $235 from $228"."""
    low = max(form.first, form.verb_at, 0)
    if any(item.lower in OTHER_FIGURES for item in reading.items[low:at]):
        return False
    before = reading.tape.tags[:at]
    if _SEEN.search(before) or _is_listed(reading, form, at):
        return True
    seen = reading.setting.silent == 0 and reading.setting.brokerage is not None
    if seen or reading.span(0, at, "TARGET"):
        moved = form.verb in ("raise", "lower") and bool(_TOWARD.search(before))
        if moved or _HOLDS.search(before) or _HAS.search(before):
            return True
    said = before[form.first :]
    if _BARE.match(reading.tape.tags, at) and _AIMED.search(said):
        return True
    return form.verb in ("raise", "lower", "go") and bool(form.priors and _PAIR.search(said))


def _is_listed(reading: Reading, form: Form, at: int) -> bool:
    """Whether money follows a rating as in a list: "to buy (hold), 1,480p", "at add, 1,900p"."""
    before = reading.items[at - 1].tag
    if form.rating is None or before not in ("COMMA", "RPAREN"):
        return False
    if form.verb == "initiate":
        return before == "COMMA"
    moved = form.verb in ("upgrade", "downgrade", "raise", "lower")
    return moved and form.rating_prior is not None
