"""Turns of a house that the sentence does not name: "The firm sticks with a Buy", "Cuts to Hold".

Who speaks is known from a heading above ("Needham (Ana Poe)"), from the sentences before, or by
an analyst whose house has been told.
"""

from __future__ import annotations

from collections.abc import Iterator

from finfacts.claims.analysts.reading import Reading
from finfacts.claims.analysts.turns import Turn
from finfacts.claims.tape import Item, pattern
from finfacts.context.setting import Setting
from finfacts.values import Person

_ACTS = "(?:UP|DOWN|KEEP|BEGIN|GO|OWN|SEE)"
_LEAD = "(?: (?!PERSON|HOUSE|PRONOUN) [^COMMA SEMICOLON COLON HOUSE MONEY PERSON]{1,9} COMMA )?"
_ANALYST = "(?: PERSON | PRONOUN | (?:WORD|MARK|NAME|DASH){0,3} ANALYST (?!PERSON) )"
_GOES_ON = pattern(rf"""^ (?: WORD (?=ANALYST) | COMMA )* {_LEAD} (?:CLAUSE (?=PERSON))?
    (?: (?:ANALYST (?:WORD BY)? (?=PERSON))? {_ANALYST} POSS_MARK?
          (?: COMMA REL | COMMA [^COMMA HOUSE MONEY]{{1,9}} COMMA )?
          (?:MODAL|AUX|NOT|WORD|PERIOD){{0,2}} (?:{_ACTS}|TARGET|RATING|MONEY TARGET)
      | ANALYST? PERSON POSS_MARK? (?:MODAL|AUX|NOT|WORD)? MONEY
      | PERSON POSS_MARK RATE_WORD WORD RATING
      | WORD? TARGET
          (?: INSTRUMENT|ON|FOR|OF|AUX|COLON|GO|COMMA AT MONEY|(?:UP|DOWN|KEEP) (?!WORD|UP|DOWN) )
      | MONEY TARGET | RATING RATE_WORD AND MONEY TARGET
      | (?:RATING RATE_WORD|TARGET) AUX KEEP )""")
_SAID = pattern("""
    (?P<who>PERSON)
    (?: (?:SAY|WORD|NAME|AND|IN|TO|ON|PERIOD|PERSON){1,8} COMMA (?:UP|DOWN|KEEP|BEGIN)
      | COMMA REL (?:AUX|WORD)? (?:UP|DOWN|KEEP|BEGIN|OWN) )
""")
_QUOTED = pattern(rf"^ {_LEAD} WE (?:AUX|WORD|MODAL)? (?:UP|DOWN|KEEP|BEGIN|OWN)")
_NOTE = pattern("""^
    (?: OWN INSTRUMENT? (?:COLON|AT|AS)? RATING
      | (?:UP|DOWN|KEEP|BEGIN) (?:NAME|WORD){0,2} (?:TARGET|RATING|COVERAGE|INSTRUMENT)
      | (?:UP|DOWN|KEEP|BEGIN) (?: TO | FROM | BY | MONEY TARGET ) )""")
_HEADED_NOTE = pattern("""^
    (?: LPAREN? RATING RATE_WORD? (?: COMMA | AND | SEMICOLON | RPAREN ) LPAREN? TARGET
      | LPAREN? RATING RATE_WORD? RPAREN? STOP? $
      | LPAREN? TARGET (?: UP | DOWN | PART | KEEP | COLON | TO | MONEY ) )""")
_NOTE_REACH = 4  # sentences that a house's heading may stand above its verdict
_HEAD_REACH = 12  # the same, where every house has its heading
_PEOPLE_REACH = 4  # sentences
_SPEAKERS = ("PERSON", "PRONOUN", "ANALYST")
_THEIR = ("his ", "her ")
_PERSONAL = ("he", "she", "the analyst", "the strategist")


def continued(reading: Reading) -> Iterator[Turn]:
    """Yield the turn of a house that is not named here; none where it is not clear whose."""
    setting = reading.setting
    if _is_note(reading, setting):
        yield _turn(setting.brokerage, setting.analyst, reading)
        return
    said = _SAID.search(reading.tape.tags)
    if said is not None:
        yield from _of_person(reading, reading.items[said.start("who")], said.start("who"))
        return
    match = _GOES_ON.match(reading.tape.tags)
    if match is not None:
        yield from _going_on(reading, reading.items[: match.end()])
    elif _QUOTED.match(reading.tape.tags):
        yield from _quoted(reading)


def _quoted(reading: Reading) -> Iterator[Turn]:
    """Read what an analyst says of the own house: '"We reiterate our Buy," wrote Lee'."""
    for item in reading.items:
        if isinstance(item.value, Person):
            house = item.value.firm or _fresh_house(reading.setting)
            yield _turn(house, item.value.name, reading)
            return


def _fresh_house(setting: Setting) -> str | None:
    return setting.brokerage if setting.silent <= _PEOPLE_REACH else None


def _going_on(reading: Reading, opening: list[Item]) -> Iterator[Turn]:
    """Go on about the person that a sentence opens with, or the house of the one before."""
    setting = reading.setting
    speakers = [item for item in opening if item.tag in _SPEAKERS]
    who = next((item for item in speakers if item.tag == "PERSON"), next(iter(speakers), None))
    named = who.value if who is not None and isinstance(who.value, Person) else None
    if named is not None and named.firm is not None:
        yield _turn(named.firm, named.name, reading)
        return
    people = who is not None and (who.lower in _PERSONAL or who.tag == "ANALYST")
    people = people or (who is None and reading.sentence.lower.startswith(_THEIR))
    reach = _HEAD_REACH if setting.headed else _PEOPLE_REACH if named or people else 1
    if setting.silent > reach:
        return
    if who is not None and not (named or people) and who is not opening[0]:
        return
    person = setting.analyst if people or setting.headed else None
    yield _turn(setting.brokerage, named.name if named else person, reading)


def _of_person(reading: Reading, who: Item, start: int) -> Iterator[Turn]:
    """Read what is said after who says it: "Lee wrote in a note, cutting her target to $36"."""
    if isinstance(who.value, Person):
        house = who.value.firm or _fresh_house(reading.setting)
        yield _turn(house, who.value.name, reading, start)


def _turn(house: str | None, analyst: str | None, reading: Reading, start: int = 0) -> Turn:
    houses = (house,) if house is not None else ()
    return Turn(houses, (analyst,), (start, start), start, len(reading.items))


def _is_note(reading: Reading, setting: Setting) -> bool:
    """Whether a sentence is a note under a house's heading: "Cuts price target to $185"."""
    if setting.brokerage is None or not reading.items:
        return False
    if setting.headed and setting.silent <= _HEAD_REACH:
        if _HEADED_NOTE.match(reading.tape.tags):
            return True
    elif setting.silent > _NOTE_REACH:
        return False
    third = reading.items[0].lower.split()[0].endswith(("s", "rated"))
    return third and _NOTE.match(reading.tape.tags) is not None
