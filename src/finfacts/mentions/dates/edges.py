"""What stands before or after a period and bounds it: "early October", "since", "so far"."""

from __future__ import annotations

import regex

from finfacts.mentions.dates import forms as f
from finfacts.mentions.dates.atoms import REACH, REACH_BACK, Atom
from finfacts.patterns import lazy

_EDGE = lazy(
    r"""(?r)\b(?:
      (?P<part>early|mid|late)(?:[\s-]+to[\s-]+(?:early|mid|late))?(?:\s+in|\s+on|\s+of)?(?:[\s-]+the)?[\s-]+
    | (?:the\s+)?(?:very\s+)?(?P<part>start|beginning|end|middle|middle\s+part|remainder|rest
        |(?<!(?:record|est|worst)\s)close|early\s+part|latter\s+part|second\s+half|turn|latter\s+half|first\s+half)\s+of\s+(?:the\s+)?
    | (?P<part>earlier|later)\s+(?:in\s+(?:the\s+)?|on\s+)?
    )""",
    regex.VERBOSE | regex.IGNORECASE,
)
_WEEK_LED = lazy(r"(?r)\bw/c\s|\bw/c\.\s|\bweek\scommencing\s", regex.I)
_SINCE = lazy(
    r"(?r)\b(?:since(?:\s+(?:at\s+least|the|around|about))?|(?:so|thus)\s+far(?:\s+(?:in|for|during|through))?(?:\s+the)?)\s+",
    regex.I,
)
_SO_FAR = lazy(r"\s(?:so|thus)\sfar\b", regex.I)
_PART_NAMES = {
    "beginning": "start",
    "turn": "start",
    "middle": "mid",
    "middle part": "mid",
    "close": "end",
    "remainder": "later",
    "rest": "later",
    "early part": "early",
    "first half": "early",
    "latter part": "late",
    "second half": "late",
    "latter half": "late",
}
# "On the day markets fell", "the day job": no day of the article's.
_DAY_NOUN = lazy(
    r"\s+(?!to\b|at\b|in\b|after\b|as\b|and\b|with\b|but\b|while\b|by\b|for\b|on\b|from\b|amid\b"
    r"|following\b|before\b|when\b|despite\b|was\b|is\b|were\b|or\b|than\b|versus\b|against\b)\w"
)
_SINCE_AFTER = lazy(r"\s+(?:since|after|before|that|when|to\s+come|ahead|earlier|ago|in\s+\d{4})\b")
# "The first day of trading" is no first day of a year; "the order of the day" is no day.
_IDIOM = lazy(r"(?r)\b(?:order|end|issue|topic|question|word|hero|loser|winner)s?\s+of\s+", regex.I)
_OF = lazy(r"\s+of\s", regex.I)
_LEADS = lazy(
    r"(?r)\b(?:on|for|in|during|over|throughout|within|of|through|so\s+far|at)\s+", regex.I
)
_FINISHED = lazy(r"(?r)\b(?:(?:finish|end)(?:ed|s|es)|clos(?:ed|es))\s+", regex.I)


def with_edge(text: str, atom: Atom, floor: int) -> Atom:
    """Read "Early" October, "the end of" 2018, "earlier" this week."""
    if isinstance(
        atom.form, f.Length | f.Every | f.Vague | f.Window | f.Shift | f.Weekly | f.Edge | f.Range
    ):
        return atom
    back = max(floor, atom.start - REACH_BACK)
    if isinstance(atom.form, f.Day) and (week := _WEEK_LED.match(text, back, atom.start)):
        return Atom(week.start(), atom.end, f.WeekOf(atom.form))
    if isinstance(atom.form, f.Bare) and _is_over(text, atom, atom.form.unit):
        return Atom(atom.start, atom.end, f.Bare(atom.form.unit, over=True))
    match = _EDGE.match(text, back, atom.start)
    if match is None:
        return atom
    part = regex.sub(r"\s+", " ", match["part"].lower())
    part = _PART_NAMES.get(part, part)
    named = text[atom.start : atom.start + 4].lower() == "the " or match[0].lower().endswith("the ")
    form = _edge_form(part, atom.form, named=named)
    return atom if form is None else Atom(match.start(), atom.end, form)


def _is_over(text: str, atom: Atom, unit: str) -> bool:
    """Whether a unit is told as finished by a move: "ended the week lower", not "at $70"."""
    if unit in ("day", "session") or text.startswith(" at ", atom.end):
        return False
    return _FINISHED.match(text, max(0, atom.start - REACH_BACK), atom.start) is not None


def _edge_form(part: str, form: f.Form, *, named: bool) -> f.Form | None:
    if part in ("earlier", "later"):
        return _earlier(part, form, named=named)
    if isinstance(form, f.Weekday | f.Session | f.At | f.Day):
        return form if part in ("early", "mid", "late") else None
    if isinstance(form, f.Bare) and form.unit in ("day", "session"):
        return None if part == "end" else f.Relative("day", 0)  # "at the end of the day, it pays"
    return f.Edge(part, form)


def _earlier(part: str, form: f.Form, *, named: bool) -> f.Form | None:
    """Read "Earlier this week", "later in the day", "earlier in the session", "earlier Friday"."""
    if isinstance(form, f.Weekday | f.Session | f.At | f.Clock):
        return form
    if isinstance(form, f.Bare):
        if not named:
            return None  # "an earlier session low"
        unit = "day" if form.unit == "session" else form.unit
        return f.Relative(unit, 0, part) if unit != "weekend" else form
    if isinstance(form, f.Relative) and form.offset == 0 and form.part is None:
        return f.Relative(form.unit, 0, part)
    if isinstance(form, f.Relative):
        return form
    return None


def is_loose(text: str, atom: Atom) -> bool:
    """Return whether a bare unit names no period: "the day the music died", "half of them"."""
    form = atom.form
    if isinstance(form, f.FirstOf) and form.year is None and form.month is None:
        return (
            form.unit != "month"
            or form.count == 1
            or _OF.match(text, atom.end, atom.end + REACH) is not None
        )
    if not isinstance(form, f.Bare):
        return False
    named = text[atom.start : atom.start + 4].lower() == "the " and form.unit != "half"
    return not named or (form.unit != "weekend" and not _is_led(text, atom, form.unit))


def _is_led(text: str, atom: Atom, unit: str) -> bool:
    """Whether a preposition makes "the week" a period, and nothing after it another thing."""
    back, reach = max(0, atom.start - 14), atom.end + REACH
    if _SINCE_AFTER.match(text, atom.end, reach):
        return False
    if unit == "day" and (
        _DAY_NOUN.match(text, atom.end, reach) or _IDIOM.match(text, back, atom.start)
    ):
        return False
    over = isinstance(atom.form, f.Bare) and atom.form.over
    return over or _LEADS.match(text, back, atom.start) is not None


def with_since(text: str, atoms: list[Atom]) -> list[Atom]:
    """Return the atoms with what runs from them up to the article: "since", "so far in"."""
    found: list[Atom] = []
    floor = 0
    for atom in atoms:
        found.append(_since(text, atom, floor))
        floor = found[-1].end
    return found


def _since(text: str, atom: Atom, floor: int) -> Atom:
    """Read "Since the start of January", "so far in 2025", "this year so far"."""
    if isinstance(atom.form, f.Length | f.Every | f.Vague | f.Window | f.Weekly | f.Since):
        return atom
    after = _SO_FAR.match(text, atom.end, atom.end + REACH)
    if after is not None and not isinstance(atom.form, f.Shift):
        return Atom(atom.start, after.end(), f.Since(_whole(atom.form)))
    match = _SINCE.match(text, max(floor, atom.start - REACH_BACK), atom.start)
    if match is None:
        return atom
    return Atom(match.start(), atom.end, f.Since(_whole(atom.form)))


def _whole(form: f.Form) -> f.Form:
    return f.Relative(form.unit, 0) if isinstance(form, f.Bare) else form
