"""What "it" means where it moves by a figure: "On Monday it fell 3%", "it sits 9% below its high".

The one instrument told of before it in its sentence, else the one that the sentence before told a
price of; nothing where there are several, or where a company itself may be meant.
"""

from __future__ import annotations

from finfacts.claims.prices.arguments import LEVEL
from finfacts.claims.prices.subjects import sole_subject
from finfacts.claims.tape import Item, Tape, pattern, replaced
from finfacts.context.setting import Setting
from finfacts.values import Instrument

_CHANGE = "(?:PERCENT|POINTS|MONEY)"
_STANDS = "(?:LEVEL|LEVEL_BASE|LEVEL_ING|HOLD|HOLD_BASE)"
_IT = pattern(f"""
    (?: ^ QUOTE? | (?:SEMICOLON|CLAUSE|COLON|COMMA AND|AND) )
    (?: ADVERB* (?:ON|IN|AT|BY|FOR|FROM|SINCE)? DET? ADVERB? (?:PERIOD|SESSION|STREAK)
          (?: POSS_MARK (?:ANCHOR|EXTREME) (?:OF MONEY)? )? (?:ON PERIOD)? COMMA?
      | AGAINST DET? (?P<other>SUBJECT) COMMA? | IN NAME{{1,3}} )?
    ADVERB* (?P<it>IT)
    (?= (?:AUX|ADVERB)*
        (?: (?:MOVE|COUNT) ADVERB* (?:BY ADVERB*)? (?:PERCENT|POINTS) (?! OF ) | MOVE TO? {LEVEL}
          | {_STANDS}? ADVERB* (?: PARTICLE (?:BY|DET|ADVERB)* {_CHANGE} | OFF PERCENT
              | {_CHANGE} (?:PARTICLE|BELOW|ABOVE|OFF) )
          | {_STANDS} AT ADVERB* (?:MONEY|NUMBER) ) )
""")


def with_pronouns(tape: Tape, setting: Setting) -> Tape:
    """Return a tape on which each "it" that is clear is a SUBJECT.

    Args:
        tape: a sentence, subjects put together.
        setting: what the sentence before told prices of.
    """
    for match in _IT.finditer(tape.tags):
        at, other = match.start("it"), match.start("other")
        meant = _meant(tape, other if match["other"] else at, setting)
        if meant is not None and tape.items[at].lower == "it":
            item = tape.items[at]
            subject = Item("SUBJECT", item.start, item.end, item.lower, "", meant)
            tape = replaced(tape, [(at, at + 1, subject)])
    return tape


def _meant(tape: Tape, at: int, setting: Setting) -> Instrument | None:
    """Return what has been told of before item ``at``, where it is one thing with a price."""
    if not _SUBJECT.search(tape.tags[:at]):
        return setting.before[0] if len(setting.before) == 1 else None
    whose = sole_subject(tape, at)
    if whose is None or len(whose.instruments) != 1:
        return None
    [one] = whose.instruments
    stock = one.kind != "equity" or tape.items[whose.first].sense == "stock"
    return one if stock or one.name in {told.name for told in setting.before} else None


_SUBJECT = pattern("SUBJECT")
