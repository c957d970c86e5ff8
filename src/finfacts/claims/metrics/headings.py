"""A figure in a heading, told in the sentence below: "72%", then "The margin it guided to"."""

from __future__ import annotations

from finfacts.claims.metrics.reading import Reading
from finfacts.claims.metrics.stating import Stated
from finfacts.claims.tape import Item, pattern, tape_of
from finfacts.context.sentence import Sentence
from finfacts.language.passage import Passage
from finfacts.mentions.quantities import find_quantities
from finfacts.patterns import lazy
from finfacts.values import Quantity

_FAR = 48  # characters
_LINE = lazy(r"(?:^|\n)[\W\d]{0,3}?(?P<figure>[\p{Sc}\d][^\n]{0,24}?)[ .:*]*\n\s*$")
_TOLD = pattern(
    "^ (?: DET AUX | REL )? (?: DET | POSSESSIVE | WORD | NAME | TALLY | ESTIMATE | FOR | OF"
    " | PERIOD | INSTRUMENT POSS_MARK | ADVERB | EXPECT )* (?P<name>METRIC|NOUN)"
    " (?! AUX | GROW | TOTAL )"
)


def heading(sentence: Sentence) -> Quantity | None:
    """Return the figure that the line above a sentence consists of, or None."""
    start, passage = sentence.start, sentence.passage
    low = max(0, start - _FAR)
    if not start or passage.clean[start - 1] != "\n":
        return None
    if low and "\n" not in passage.clean[low:start].rstrip():
        return None  # a line too long for a heading
    match = _LINE.search(passage.clean, low, start)
    if match is None:
        return None
    found = find_quantities(Passage(match["figure"]))
    if len(found) != 1 or found[0].span.text != match["figure"]:
        return None
    return found[0].model_copy(update={"span": passage.span(*match.span("figure"))})


def below(reading: Reading, figure: Quantity) -> tuple[Reading, Stated] | None:
    """Return a sentence with the figure above it, and what it says of it, or None."""
    tape = reading.tape
    match = _TOLD.match(tape.tags)
    if match is None:
        return None
    name, last = match.start("name"), len(tape.items)
    span = figure.span
    item = Item("MONEY", span.start, span.end, span.text.lower(), "", figure)
    told = Stated("metric_heading", name, last, -1, -1, -1, 0, name + 1)
    return reading._replace(tape=tape_of([*tape.items, item])), told
