"""Analyst actions: "Barclays trimmed its target on NIKE to $61 from $64, maintaining Equal-Weight".

A sentence is cut into turns, one a house (or a list of houses that act together); each turn is
read from left to right, verb by verb, into a form, and the forms become facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import regex

from finfacts.claims.analysts.building import actions
from finfacts.claims.analysts.continuing import continued
from finfacts.claims.analysts.filling import enter
from finfacts.claims.analysts.foreseeing import FORESEEN, foreseen
from finfacts.claims.analysts.form import RATING_ACTIONS, TARGET_ACTIONS, VERBS, Form
from finfacts.claims.analysts.reading import Reading, read
from finfacts.claims.analysts.turns import ACTION, Turn, find_turns
from finfacts.claims.tape import pattern
from finfacts.context.sentence import Sentence
from finfacts.context.setting import Setting
from finfacts.facts import AnalystAction
from finfacts.lexicons.instruments import load_lexicon
from finfacts.patterns import any_of, lazy
from finfacts.values import Instrument, Period, Quantity

_GOES_ON = lazy(
    r"\b(?:targets?|ratings?|PT|buy|sell|hold|neutral|outperform|underperform|\w+weight|coverage)\b",
    regex.IGNORECASE,
)
_hints = any_of(
    *("target", "rating", "pt", "buy", "sell", "hold", "neutral", "perform", "weight", "coverage")
)
_ROW = pattern("""
    ^ (?:MARK|DASH|STOP|NAME|COLON){0,3} INSTRUMENT (?:LPAREN [^RPAREN]{1,4} RPAREN)? (?:COLON|DASH)
""")
_UNKNOWN_ROW = pattern("""
    (?:MARK|DASH|STOP){0,3} NAME{1,3} (?:LPAREN NAME RPAREN)? COLON
    (?:HOUSE|UP|DOWN|BEGIN|KEEP|TARGET)
""")
_REACH = 4  # sentences for which a house stays who speaks
_HEAD_REACH = 12  # the same, where every house has its heading
_LEAD_VERB = pattern("(?P<verb>UP|DOWN|KEEP)")
_LISTED = pattern(
    "(?:UP|DOWN|KEEP) [^SEMICOLON]{0,14} TARGET [^SEMICOLON]{0,10} COMMA (?:LISTS|LINK|WITH)"
)
_LISTED_AFTER = pattern("(?: TO RATING | LPAREN )")
_ACTED_ON = frozenset({"equity", "etf", "index", "crypto", "commodity", "sector"})
_STOCKS = frozenset({"equity", "etf", "crypto"})
_DAYS = frozenset({"day", "week", "month"})
_DATE_REACH = 5  # items
_NOT_DATES = lazy(r"year-end|\d+-month|end of|next|coming|full-year|quarter", regex.IGNORECASE)
_DOING = frozenset({"UP", "DOWN", "KEEP", "BEGIN"})
_DATED = pattern("(?: ^ | [^AFTER BEFORE FOR BY SINCE IN OF CLAUSE] ) (?: ON | WORD )? $")


def find_actions(sentence: Sentence, setting: Setting) -> list[AnalystAction]:
    """Return what brokerages did to ratings and targets in a sentence."""
    if not (sentence.found.brokerages or _goes_on(sentence, setting)):
        return []
    reading = read(sentence, setting)
    told = ACTION.search(reading.tape.tags)
    if not (told or FORESEEN.search(reading.tape.tags)):
        return []
    if _UNKNOWN_ROW.match(reading.tape.tags):
        return []
    turns = find_turns(reading)
    facts = _told(reading, turns or continued(reading)) if told else []
    if len(turns) == 1:
        facts += _foreseen(reading, turns[0], facts)
    return facts


def _foreseen(
    reading: Reading, turn: Turn, facts: Sequence[AnalystAction]
) -> Iterator[AnalystAction]:
    """Yield the levels that a house foresees, where they are no targets told already."""
    known = [fact.target.span for fact in facts if fact.target]
    for form in foreseen(reading, turn):
        if form.targets[0].span not in known:
            yield from actions(reading, turn, form)


def _told(reading: Reading, turns: Iterable[Turn]) -> list[AnalystAction]:
    """Return what houses did, turn by turn; each may go on about what the one before named."""
    facts: list[AnalystAction] = []
    topic = _row_subject(reading)
    last: Form | None = None
    for turn in turns:
        for form in _forms(reading, turn, last):
            form.date = form.date or (_head_date(reading) if turn.start < turn.lead + 1 else None)
            form.subjects = (
                form.subjects or ([topic] if topic else []) or _subject_before(reading, turn)
            )
            found = list(actions(reading, turn, form))
            facts.extend(found)
            topic, last = (form.subjects[0], form) if found else (topic, last)
    return facts


def _goes_on(sentence: Sentence, setting: Setting) -> bool:
    """Whether the house of the sentences before may speak on: "The new target is $50"."""
    reach = _HEAD_REACH if setting.headed else _REACH
    known = setting.brokerage is not None and setting.silent <= reach
    if not known and not any(person.firm for person in sentence.found.people):
        return False
    return _hints(sentence.lower) and _GOES_ON.search(sentence.clean) is not None


def _head_date(reading: Reading) -> Period | None:
    """Return the date that opens a sentence: "On Friday, Needham cut ..."."""
    match = _HEAD_DATE.match(reading.tape.tags)
    value = reading.items[match.end() - 2].value if match else None
    return (
        value if isinstance(value, Period) and value.granularity in _DAYS and value.start else None
    )


_HEAD_DATE = pattern("(?:WORD? ON? | IN) PERIOD COMMA")


def _row_subject(reading: Reading) -> Instrument | None:
    """Return the stock that heads a row: "Wayfair (W): Price target raised ..."."""
    match = _ROW.search(reading.tape.tags)
    if match is None:
        return None
    items = reading.items[match.start() : match.end()]
    return next(item.value for item in items if isinstance(item.value, Instrument))


def _subject_before(reading: Reading, turn: Turn) -> list[Instrument]:
    """Return what the turn speaks of where it names nothing: said before, or the main one."""
    setting = reading.setting
    here = [item.value for item in reading.items[turn.start : turn.end]]
    groups = any(
        (isinstance(item.value, Instrument) and item.value.kind == "group")
        or (item.tag == "WORD" and item.lower in _SECTORS)
        for item in reading.items[turn.start : turn.end]
    )
    if groups or _UNLINKED.search(reading.tape.tags, turn.start, turn.end):
        return []
    kinds = _STOCKS if setting.main is not None and setting.main.kind in _STOCKS else _ACTED_ON
    for item in reversed(reading.items[: turn.start]):
        if isinstance(item.value, Instrument) and item.value.kind in kinds:
            return [item.value]
    if setting.unknown:
        return []
    if any(_is_level(value) for value in here):
        return _index_before(setting)
    before = [value for value in setting.before if value.kind in kinds and _is_near(reading, value)]
    near = setting.topic if setting.topic and _is_near(reading, setting.topic) else None
    known = before[0] if len(before) == 1 else near or setting.main or setting.topic
    return [known] if known and not _is_one_of(known, turn.houses) else []


def _is_level(value: object) -> bool:
    """Whether a number in hundreds stands without a currency, as the target of an index does."""
    return isinstance(value, Quantity) and value.unit == "count" and (value.value or 0) > _LEVEL


_LEVEL = 100


def _index_before(setting: Setting) -> list[Instrument]:
    """Return the index that the last sentences told prices of, where it is but one."""
    told = [value for group in setting.told for value in group if value.kind == "index"]
    return told[:1] if len({value.name for value in told}) == 1 else []


_SECTORS = frozenset({"sector", "industry", "market", "sectors"})
_UNLINKED = pattern("""
    NAME AUX? (?:UP|DOWN|BEGIN) (?:TO|AT|BY|FROM) | NAME NAME AUX? OWN NAME? RATING (?:AT|BY)
  | OWN NAME{1,3} (?:AT|AS)? RATING
  | (?:UP|DOWN|BEGIN|COVERAGE OF) NAME+ (?:TO|FROM|AT|LPAREN|LINK|COMMA|STOP)
  | (?:TARGET|RATING|RATE_WORD|COVERAGE) (?:ON|FOR) NAME+ (?!NAME|DASH|POSS_MARK|INSTRUMENT)
""")


def _is_near(reading: Reading, value: Instrument) -> bool:
    """Whether an instrument stands in the same paragraph."""
    passage = reading.sentence.passage
    if value.span.field != passage.field:
        return False
    return "\n" not in passage.text[value.span.end : reading.sentence.start]


def _is_one_of(value: Instrument, houses: tuple[str, ...]) -> bool:
    """Whether an instrument is the house that speaks, for no house rates itself."""
    broker = load_lexicon().brokers.get(value.name)
    return broker is not None and broker.name in houses


def _forms(reading: Reading, turn: Turn, last: Form | None) -> Iterator[Form]:
    """Yield what a turn says: one form, or one for each stock that its verbs act on."""
    form = _opened(reading, turn, last)
    for at in range(turn.start, turn.end):
        item = reading.items[at]
        if (
            _ENDS.match(reading.tape.tags, at)
            and form.says_something
            and not ACTION.search(reading.tape.tags, at, turn.end)
        ):
            break
        if item.tag == "CASE" and form.targets:
            yield form
            form = replace(
                form,
                first=at,
                last=at,
                targets=[],
                priors=[],
                rating=None,
                rating_prior=None,
                rating_action=None,
                target_action=None,
            )
        if form.rating and _also_rated(reading, form, at):
            yield form
            form = Form(at, at, form.verb, rated_by=form.verb)
        if item.tag in VERBS and form.says_something and _other_stock(reading, form, at, turn.end):
            yield form
            form = Form(at, at)
        if isinstance(item.value, Instrument):
            _subject(reading, form, at, item.value)
        elif isinstance(item.value, Period):
            _date(reading, form, at, item.value)
        elif item.tag not in ("HOUSE", "PERSON"):
            enter(reading, form, at)
    yield form


_ENDS = pattern("CLAUSE|SEMICOLON|REL (?!AUX)")


def _opened(reading: Reading, turn: Turn, last: Form | None) -> Form:
    """Open a form, with the verb that words before the houses, or the last turn, lend it."""
    form = Form(turn.start, turn.start)
    trails = turn.start < turn.at[0] and ACTION.search(reading.tape.tags, turn.start, turn.at[0])
    trails = trails or _MONEY.search(reading.tape.tags, turn.start, turn.at[0])
    own = reading.tape.tags[turn.start if trails else turn.at[1] : turn.end]
    lead = reading.tape.tags[: turn.lead] if turn.start > 0 else ""
    match = _LEAD_VERB.search(lead)
    if match is None or (ACTION.search(own) and not _LISTED_AFTER.match(own)):
        if last is not None and _SAME.match(own):
            form.verb, form.on_target = last.verb, bool(last.targets)
        return form
    sense = reading.items[match.start()].sense
    if _LISTED.search(lead) and not ACTION.search(own):
        form.target_action = TARGET_ACTIONS.get(sense)
    elif ACTION.search(own) or sense in ("upgrade", "downgrade"):
        form.verb = sense
        if sense in ("upgrade", "downgrade"):
            form.rating_action = RATING_ACTIONS[sense]
    return form


_MONEY = pattern("MONEY")
_SAME = pattern("^ (?: POSS_MARK )? (?:TO|FROM|LPAREN)")


def _also_rated(reading: Reading, form: Form, at: int) -> bool:
    """Whether a verb goes on to another stock: "rates Nike neutral and Gap a buy"."""
    value = reading.items[at].value
    if not isinstance(value, Instrument) or not _AND_RATED.match(reading.tape.tags, at - 1):
        return False
    return bool(form.subjects) and value.name not in {known.name for known in form.subjects}


_AND_RATED = pattern("(?:AND|COMMA) INSTRUMENT (?:AT|AS)? RATING")


def _other_stock(reading: Reading, form: Form, at: int, end: int) -> bool:
    """Whether a further verb acts on another stock: "raised Nike to Buy and cut Gap to Hold"."""
    if not form.subjects or reading.items[at].tag in ("OWN", "SEE"):
        return False
    for item in reading.items[at + 1 : end]:
        if item.tag in VERBS or item.tag in ("CLAUSE", "SEMICOLON", "COMMA", "FROM"):
            return False
        if isinstance(item.value, Instrument) and item.value.kind in _ACTED_ON:
            known = {subject.symbol or subject.name for subject in form.subjects}
            return (item.value.symbol or item.value.name) not in known
    return False


def _subject(reading: Reading, form: Form, at: int, value: Instrument) -> None:
    if value.kind not in _ACTED_ON or (reading.items[at - 1].tag in ("THAN", "AGAINST") and at):
        return
    key = value.symbol or value.name
    if not form.subjects:
        form.subjects = [value]
    elif key not in {subject.symbol or subject.name for subject in form.subjects} and _JOINS.search(
        reading.tape.tags[:at]
    ):
        form.subjects.append(value)


_JOINS = pattern("INSTRUMENT (?: LPAREN [^RPAREN]{1,4} RPAREN )? COMMA? (?:AND|COMMA) $")


def _date(reading: Reading, form: Form, at: int, value: Period) -> None:
    """Fill in when: "on Monday", "earlier this month"; not "year-end" nor "ahead of Tuesday"."""
    if form.date is not None or value.granularity not in _DAYS or value.start is None:
        return
    following = reading.items[at + 1].tag if at + 1 < len(reading.items) else ""
    if following in ("POSS_MARK", "TARGET", "INSTRUMENT") or _NOT_DATES.search(value.span.text):
        return
    if reading.span(at - 1, at, "TO") or not _DATED.search(reading.tape.tags[:at]):
        return
    if at and reading.items[at - 1].lower == "dated":  # "wrote in a note dated June 3, raising"
        form.date = value
        return
    if following in _DOING:  # "Lee, Alexandra Poe and Al Roe on Wednesday upgraded"
        form.date = value
        return
    gap = reading.items[form.last : at]
    if any(item.tag in ("CLAUSE", "AFTER", "BEFORE") for item in gap) or len(gap) > _DATE_REACH:
        return
    form.date = value
    if form.says_something:
        form.used(at)
