"""Analyst actions: "Barclays trimmed its target on NIKE to $61 from $64, maintaining Equal-Weight".

A sentence is cut into turns, one a house (or a list of houses that act together); each turn is
read from left to right, verb by verb, as a clerk would fill in a form.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from finfacts.claims.analysts.reading import Reading, read
from finfacts.claims.assertion import read_assertion
from finfacts.claims.keys import fact_key
from finfacts.claims.tape import Item, pattern
from finfacts.context.sentence import Sentence
from finfacts.context.setting import Setting
from finfacts.facts import AnalystAction, RatingAction, TargetAction
from finfacts.values import Brokerage, Instrument, Period, Person, Quantity

_VERBS = frozenset({"UP", "DOWN", "KEEP", "BEGIN", "OWN"})
_TARGET_ACTIONS: dict[str, TargetAction] = {
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
_RATING_ACTIONS: dict[str, RatingAction] = {
    "upgrade": "upgrade",
    "raise": "upgrade",
    "downgrade": "downgrade",
    "lower": "downgrade",
    "maintain": "maintain",
    "reiterate": "reiterate",
    "initiate": "initiate",
    "resume": "resume",
    "suspend": "suspend",
}
_SKIPPED = frozenset({"DET", "QUOTE", "ADVERB", "POSSESSIVE", "POSS_MARK", "LPAREN"})
_PLAIN_RATINGS = frozenset(
    "buy sell hold add reduce positive negative mixed avoid trim perform attractive lighten "
    "accumulate neutral".split()
)
_HOUSES = pattern("HOUSE (?: (?:COMMA|AND|COMMA AND) (?:DET|WORD)? HOUSE )*")
_ACTION = pattern("(?:UP|DOWN|KEEP|BEGIN|OWN|TARGET|RATING)")
_DAYS = frozenset({"day", "week"})


@dataclass
class Form:
    """What one turn says, filled in from left to right."""

    first: int
    last: int
    verb: str = ""
    verb_at: int = -1
    fresh: bool = False
    rating_action: RatingAction | None = None
    rating: str | None = None
    rating_prior: str | None = None
    target_action: TargetAction | None = None
    targets: list[Quantity] = field(default_factory=list)
    target_prior: Quantity | None = None
    on_target: bool = False
    subject: Instrument | None = None
    date: Period | None = None

    @property
    def says_something(self) -> bool:
        """Whether a rating or a target was read."""
        return bool(
            self.rating or self.targets or self.target_action or self.rating_action == "suspend"
        )


@dataclass(frozen=True)
class Turn:
    """The items of a sentence in which the same houses act."""

    houses: tuple[str | None, ...]
    analysts: tuple[str | None, ...]
    first: int
    start: int
    end: int


def find_actions(sentence: Sentence, setting: Setting) -> list[AnalystAction]:
    """Return what brokerages did to ratings and targets in a sentence."""
    if not sentence.found.brokerages and not (setting.brokerage and _may_go_on(sentence)):
        return []
    reading = read(sentence, setting)
    if not _ACTION.search(reading.tape.tags):
        return []
    facts: list[AnalystAction] = []
    subject: Instrument | None = None
    for turn in _turns(reading):
        form = _fill(reading, turn)
        form.subject = form.subject or subject or _subject_before(reading, turn)
        subject = form.subject
        if form.subject is not None and _is_action(form):
            facts.extend(_facts(reading, turn, form))
    return facts


def _is_action(form: Form) -> bool:
    return form.says_something and not (
        form.rating is None and not form.targets and form.target_action in ("set", None)
        and form.rating_action != "suspend"
    )


def _may_go_on(sentence: Sentence) -> bool:
    """Whether a sentence without a house may go on about the last one: "The target was cut"."""
    words = sentence.clean[:60].lower()
    return any(word in words for word in ("target", "analyst", "he ", "she ", "the firm", "rating"))


def _turns(reading: Reading) -> Iterator[Turn]:
    groups = [match.span() for match in _HOUSES.finditer(reading.tape.tags)]
    if not groups:
        if reading.setting.brokerage and _CONTINUED.match(reading.tape.tags):
            person = _person(reading, 0, len(reading.tape.items)) or reading.setting.analyst
            yield Turn((reading.setting.brokerage,), (person,), 0, 0, len(reading.tape.items))
        return
    listed = _list_turn(reading, groups)
    if listed is not None:
        yield listed
        return
    starts = [_turn_start(reading, first, groups, at) for at, (first, _) in enumerate(groups)]
    for at, (first, last) in enumerate(groups):
        end = starts[at + 1] if at + 1 < len(groups) else len(reading.tape.items)
        if not _ACTION.search(reading.tape.tags, last, end):
            continue
        houses = tuple(_houses(reading, first, last))
        person = _person(reading, starts[at], min(end, last + 4))
        yield Turn(houses, (person,) * len(houses), starts[at], last, end)


_CONTINUED = pattern("""^ (?:QUOTE|ADVERB|WORD (?=ANALYST))*
    (?: ANALYST? PERSON | PRONOUN | (?:DET|POSSESSIVE|WORD)? TARGET (?:INSTRUMENT|ON|FOR|OF|DET|AUX) )""")


def _turn_start(
    reading: Reading, first: int, groups: Sequence[tuple[int, int]], at: int
) -> int:
    """Return where a turn starts: at the analyst that stands right before the house."""
    low = groups[at - 1][1] if at else 0
    for index in range(max(low, first - 3), first):
        if reading.tape.items[index].tag == "PERSON":
            return index
    return first


def _list_turn(reading: Reading, groups: Sequence[tuple[int, int]]) -> Turn | None:
    """Read houses named after what they did: "three cut their targets, including A at X, B at Y"."""
    match = _LISTED.search(reading.tape.tags)
    if match is None or match.end() > groups[0][0] + 1:
        return None
    houses = [name for first, last in groups for name in _houses(reading, first, last)]
    analysts = [_person(reading, max(match.end(), first - 3), last + 2) for first, last in groups]
    if len(analysts) != len(houses):
        analysts = [None] * len(houses)
    last = groups[-1][1]
    return Turn(tuple(houses), tuple(analysts), 0, 0, last)


_LISTED = pattern("(?:UP|DOWN|KEEP) [^SEMICOLON]{0,14} TARGET [^SEMICOLON]{0,10} COMMA (?:LISTS|WITH)")


def _houses(reading: Reading, first: int, last: int) -> Iterator[str]:
    for item in reading.tape.items[first:last]:
        if isinstance(item.value, Brokerage):
            yield item.value.name


def _person(reading: Reading, first: int, last: int) -> str | None:
    for item in reading.tape.items[first:last]:
        if isinstance(item.value, Person):
            return item.value.name
    return None


def _fill(reading: Reading, turn: Turn) -> Form:
    form = Form(turn.first, turn.start)
    items = reading.tape.items
    for at in range(turn.start, turn.end):
        item = items[at]
        if item.tag in ("CLAUSE", "SEMICOLON") and form.says_something and _leaves(reading, at, turn.end):
            break
        _enter(reading, form, at, item)
    return form


def _leaves(reading: Reading, at: int, end: int) -> bool:
    """Whether nothing about ratings or targets follows a clause break."""
    return not _ACTION.search(reading.tape.tags, at, end)


def _enter(reading: Reading, form: Form, at: int, item: Item) -> None:
    """Fill in one item of a turn."""
    if item.tag in _VERBS:
        _enter_verb(reading, form, at, item)
    elif item.tag == "TARGET":
        if not any(other.tag == "NOT" for other in reading.tape.items[max(0, at - 2) : at]):
            _enter_target(form, at)
    elif item.tag == "RATING" and _is_rating(reading, at, form):
        _enter_rating(reading, form, at)
    elif item.tag == "MONEY" and isinstance(item.value, Quantity):
        _enter_money(reading, form, at, item.value)
    elif isinstance(item.value, Instrument):
        form.subject = form.subject or _subject(reading, item.value)
    elif isinstance(item.value, Period) and item.value.granularity in _DAYS and item.value.start:
        form.date = form.date or item.value
    elif item.tag == "COVERAGE" and form.verb == "suspend":
        form.rating_action, form.last = "suspend", at + 1
    elif item.tag == "RATE_WORD" and form.verb == "suspend":
        form.rating_action, form.last = "suspend", at + 1


def _subject(reading: Reading, value: Instrument) -> Instrument | None:
    names = {house.name for house in reading.sentence.found.brokerages}
    return None if value.name in names and value.link != "written" else value


def _enter_verb(reading: Reading, form: Form, at: int, item: Item) -> None:
    passive = form.on_target and form.target_action is None and not form.targets
    if item.sense == "has" and form.fresh and form.verb in ("initiate", "resume", "upgrade", "downgrade", "maintain", "reiterate", "raise", "lower"):
        return
    form.verb, form.verb_at, form.fresh = item.sense, at, True
    if passive and reading.tape.items[at - 1].tag == "AUX":
        form.target_action = _TARGET_ACTIONS.get(item.sense)
    else:
        form.on_target = False


def _enter_target(form: Form, at: int) -> None:
    form.on_target = True
    form.last = max(form.last, at + 1)
    if form.fresh and form.verb != "has":
        form.target_action = form.target_action or _TARGET_ACTIONS.get(form.verb)


def _before(reading: Reading, at: int) -> Item | None:
    """Return the item before ``at``, articles and quotation marks aside."""
    for item in reversed(reading.tape.items[:at]):
        if item.tag not in _SKIPPED:
            return item
    return None


def _is_rating(reading: Reading, at: int, form: Form) -> bool:
    """Whether a word is a rating here: "sell" is one in "to sell" of a downgrade, not in "may sell"."""
    item = reading.tape.items[at]
    if item.lower not in _PLAIN_RATINGS:
        return True
    text = reading.sentence.passage.clean
    following = reading.tape.items[at + 1] if at + 1 < len(reading.tape.items) else None
    if text[item.start].isupper() or text[item.start - 1 : item.start] in ("'", '"'):
        return bool(form.verb)
    if following is not None and (following.tag == "RATE_WORD" or following.lower in ("rating", "equivalent")):
        return True
    before = _before(reading, at)
    rated = form.verb in ("upgrade", "downgrade", "raise", "lower", "initiate", "resume")
    return before is not None and before.tag in ("TO", "FROM", "AT", "AS") and rated and not form.on_target


def _enter_rating(reading: Reading, form: Form, at: int) -> None:
    item = reading.tape.items[at]
    text = reading.sentence.passage.text[item.start : item.end]
    before = _before(reading, at)
    form.last = max(form.last, at + 1)
    if before is not None and before.tag == "FROM":
        form.rating_prior = form.rating_prior or text
    elif form.rating is None:
        form.rating = text
        if form.rating_action is None:
            form.rating_action = _RATING_ACTIONS.get(form.verb)
    if form.rating_action is None:
        form.rating_action = _RATING_ACTIONS.get(form.verb)


def _enter_money(reading: Reading, form: Form, at: int, value: Quantity) -> None:
    following = reading.tape.tags[at + 1 : at + 4]
    leads = bool(_LEADS_TARGET.match(following))
    if leads:
        _enter_target(form, at)
    if not form.on_target:
        return
    before = _before(reading, at)
    if before is None or before.tag == "BY":
        return
    form.last = max(form.last, at + 1)
    if before.tag == "FROM":
        form.target_prior = form.target_prior or value
    elif before.tag in ("TO", "OF", "AT", "AND", "COMMA", "TARGET", "AUX") or leads:
        if before.tag in ("AND", "COMMA") and not form.targets and not leads:
            return
        form.targets.append(value)


_LEADS_TARGET = pattern("(?:WORD|ADVERB)? TARGET")


def _subject_before(reading: Reading, turn: Turn) -> Instrument | None:
    """Return what the turn speaks of where it names nothing: said before, or the main one."""
    for item in reversed(reading.tape.items[: turn.start]):
        if isinstance(item.value, Instrument):
            found = _subject(reading, item.value)
            if found is not None:
                return found
    before = reading.setting.before
    return before[-1] if len(before) == 1 else reading.setting.main


def _facts(reading: Reading, turn: Turn, form: Form) -> Iterator[AnalystAction]:
    several = len(turn.houses) > 1 and len(form.targets) == len(turn.houses)
    for at, house in enumerate(turn.houses):
        target = form.targets[at] if several else next(iter(form.targets), None)
        prior = None if several else form.target_prior
        one = replace(form, targets=[target] if target else [], target_prior=prior)
        yield _fact(reading, turn, one, house, turn.analysts[at])


def _fact(
    reading: Reading, turn: Turn, form: Form, house: str | None, analyst: str | None
) -> AnalystAction:
    subject = form.subject
    if subject is None:
        raise ValueError("an analyst action needs a subject")
    target = _placed(next(iter(form.targets), None), subject)
    if target is not None and form.target_action is None and form.verb not in ("has", ""):
        form.target_action = _TARGET_ACTIONS.get(form.verb)
    items = reading.tape.items
    last = max(form.last, turn.start)
    return AnalystAction(
        evidence=(reading.sentence.passage.span(items[turn.first].start, items[last - 1].end),),
        sentence=reading.sentence.span,
        assertion=read_assertion(reading.tape, None, form.verb_at) if form.verb_at > 0 else "reported",
        rule=f"analyst_{form.verb or 'view'}",
        key=fact_key(
            "analyst_action", house, subject, form.rating_action, form.rating, form.target_action, target
        ),
        brokerage=house,
        analyst=analyst,
        subject=subject,
        rating_action=form.rating_action,
        rating=form.rating,
        rating_prior=form.rating_prior,
        target_action=form.target_action,
        target=target,
        target_prior=_placed(form.target_prior, subject),
        date=form.date,
    )


def _placed(value: Quantity | None, subject: Instrument) -> Quantity | None:
    if value is None or value.unit != "count" or subject.kind != "index":
        return value
    return value.model_copy(update={"unit": "index_point"})
