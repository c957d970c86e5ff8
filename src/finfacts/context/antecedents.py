"""Which instrument a phrase means: one told in its sentence, in the one before, or the main one.

"The stock" is the subject of its own sentence or of the one before, else what the article is
about. Where two would do, or another company was brought up, it stays open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from finfacts.context.anaphors import Family, Phrase, noun_words
from finfacts.context.dealings import may_be_named_again, means_another, only_bids
from finfacts.context.goods import prices_of
from finfacts.context.likeness import entities_of, likeness, may_mean
from finfacts.context.reading import Reading, is_issuer
from finfacts.context.strangers import brings_in_another, tells_of_a_house
from finfacts.context.subjects import (
    Told,
    is_attached,
    is_presented,
    is_rival,
    is_subject,
    is_what_a_relative_tells,
    speaks,
    speaks_of_shares,
    subject_of,
)
from finfacts.lexicons.instruments import Lexicon
from finfacts.patterns import lazy
from finfacts.values import Instrument

_FAMILY: dict[str, Family] = {
    "equity": "equity", "etf": "equity", "index": "index", "commodity": "commodity",
    "crypto": "crypto", "fx": "fx", "rate": "rate",
}  # fmt: skip
_CLEAR = Decimal("0.9")
_MAIN = Decimal("0.8")
_BACK = 3
_NEAR = 5


def _is_one(instrument: Instrument) -> bool:
    named = instrument.symbol is not None or instrument.kind == "index"  # one without a code
    return named or is_issuer(instrument)


def meant_by(
    phrase: Phrase, told: Told, reading: Reading, lexicon: Lexicon
) -> tuple[Instrument, Decimal] | None:
    """The instrument a phrase means and how sure that is, or None where it stays open."""
    if phrase.head == "prices":
        last = reading.past[-1].mentions if reading.past else ()
        meant = prices_of(last, reading.commodity)
        return (meant, _MAIN) if meant is not None else None
    return (
        _pronoun(phrase, told, reading)
        if phrase.family is None
        else _noun(phrase, told, reading, lexicon)
    )


def _noun(
    phrase: Phrase, told: Told, reading: Reading, lexicon: Lexicon
) -> tuple[Instrument, Decimal] | None:
    """What "the gauge", "the chipmaker", "its shares" mean: told here, just before, or the main."""
    if phrase.described and phrase.head not in noun_words("stock"):
        named = _by_descriptor(phrase, reading, told.mentions, lexicon)
        if named is not None:
            return named, _CLEAR
    fits = _fitting(phrase, told, reading, lexicon)
    if _is_closed(phrase, told, phrase.start, lexicon) or _is_anothers(phrase, told, fits):
        return None
    fits = [i for i in fits if not is_what_a_relative_tells(told, i, phrase.start)]
    main = _main(phrase, reading, lexicon)
    if main and fits and _is_of_main(fits, phrase, told, main[0]):
        return main
    chosen = (
        _sure(_one_of(fits, phrase, told, lexicon))
        if fits
        else _told_before(phrase, told, reading, lexicon)
    )
    return _more_alike(phrase, chosen, told, reading, lexicon)


def _more_alike(
    phrase: Phrase,
    chosen: tuple[Instrument, Decimal] | None,
    told: Told,
    reading: Reading,
    lexicon: Lexicon,
) -> tuple[Instrument, Decimal] | None:
    """The one named near that news describes so, where the one chosen is not: "the food giant"."""
    if chosen is None or not phrase.described or phrase.family != "equity":
        return chosen
    if likeness(phrase, chosen[0], lexicon):
        return chosen
    near = [i for sentence in reading.past[-_BACK:] for i in sentence.mentions]
    alike = {
        i.name: i
        for i in (*near, *told.mentions)
        if is_issuer(i) and may_mean(phrase, i, lexicon) and likeness(phrase, i, lexicon)
    }
    if not alike:
        return chosen
    return (next(iter(alike.values())), _CLEAR) if len(alike) == 1 else None


def _is_of_main(fits: Sequence[Instrument], phrase: Phrase, told: Told, main: Instrument) -> bool:
    """Whether those named here only speak of the article's own issuer, or act on what is its.

    "Intel opposes a sale of the company's network": not its own.
    """
    if any(i.name == main.name for i in fits):
        return False
    if phrase.head in noun_words("stock"):
        return _is_quoted(told, phrase) and all(speaks(told, i) for i in fits)
    one = len({i.name for i in fits}) == 1
    owned = one and _is_plain(phrase) and told.clean.startswith("'", phrase.end)
    return owned and not any(may_be_named_again(told, i, phrase.start) for i in fits)


def _is_quoted(told: Told, phrase: Phrase) -> bool:
    """Whether a phrase stands in what someone says: no speaker calls itself "the company"."""
    return told.clean.count('"', told.start, phrase.start) % 2 == 1


def _told_before(
    phrase: Phrase, told: Told, reading: Reading, lexicon: Lexicon
) -> tuple[Instrument, Decimal] | None:
    """What a noun means that nothing in its own sentence explains."""
    main = _main(phrase, reading, lexicon)
    for back, sentence in enumerate(reversed(reading.past[-_BACK:])):
        if back == 0 and _is_closed(phrase, sentence, sentence.end, lexicon):
            return None
        fits = _fitting(phrase, sentence, reading, lexicon)
        speakers = _is_quoted(told, phrase) and all(speaks(sentence, i) for i in fits)
        if fits and back == 0 and main and (speakers or _turns_back(phrase, fits, main[0])):
            return main
        if fits and (back == 0 or main is None):
            one = _one_of(fits, phrase, sentence, lexicon)
            if main and _is_plain(phrase) and _is_rather(main[0], one, fits):
                return main
            return main if main and _in_passing(sentence, fits, reading) else _sure(one)
        if back == 0 and main is not None:
            return main
    return main


def _is_rather(main: Instrument, one: Instrument | None, fits: Sequence[Instrument]) -> bool:
    """Whether of several the article's own issuer is meant, where another would be chosen."""
    chosen = one is not None and one.name == main.name
    return not chosen and any(i.name == main.name for i in fits)


def _turns_back(phrase: Phrase, fits: Sequence[Instrument], main: Instrument) -> bool:
    """Whether a paragraph opens with a plain phrase after one on others than the article's own."""
    return phrase.opens and _is_plain(phrase) and all(i.name != main.name for i in fits)


def _is_closed(phrase: Phrase, told: Told, until: int, lexicon: Lexicon) -> bool:
    """Whether a sentence bars a phrase: another stayed open in it, or it brought up a stranger."""
    if (told.open and _is_plain(phrase)) or _is_any(phrase, told, until):
        return True
    if phrase.head == "group" and any(i.kind in ("group", "sector") for i in told.mentions):
        return True
    if phrase.family is None:
        return False
    managed = phrase.head in ("firm", "group") and tells_of_a_house(told, until)
    return managed or brings_in_another(told, until, phrase.family, lexicon)


def _is_any(phrase: Phrase, told: Told, until: int) -> bool:
    """Whether any company is spoken of: "a company's shares, less those the company holds"."""
    if not _is_plain(phrase) or until != phrase.start:
        return False
    return _ANY.search(told.clean, told.start, until) is not None


_ANY = lazy(
    r"(?<!\b(?:is|was|as|be|become|becomes|became|remains|into|like|such)[ ])(?<![,\u2014-][ ]?)"
    r"\b(?:an?|any|each|every)[ ](?:company|firm|corporation)('s)?\b"
)


def _is_plain(phrase: Phrase) -> bool:
    """Whether nothing in a phrase tells one issuer from another: "the company", "its shares"."""
    return phrase.family == "equity" and not phrase.described


def _in_passing(told: Told, fits: Sequence[Instrument], reading: Reading) -> bool:
    """Whether a sentence compares the article's own issuer with others, or names no subject."""
    names = {i.name for i in fits}
    others = reading.main is not None and reading.main.name not in names
    if others and (len(names) > 1 or all(is_rival(told, i) for i in fits)):
        return True
    return not any(is_subject(told, i) for i in fits)


def _main(phrase: Phrase, reading: Reading, lexicon: Lexicon) -> tuple[Instrument, Decimal] | None:
    """The article's own instrument, where a phrase can mean it."""
    main = reading.main
    if main is None or phrase.family != "equity" or main.name not in reading.issuers:
        return None  # what is not named yet is not meant
    return (main, _MAIN) if may_mean(phrase, main, lexicon) else None


def _fitting(phrase: Phrase, told: Told, reading: Reading, lexicon: Lexicon) -> list[Instrument]:
    """The instruments of a sentence that a noun can mean, names in passing left out."""
    own = reading.main.name if reading.main is not None else None
    dealers = {i.name for i in told.mentions if means_another(told, i, phrase)}
    return [
        i
        for i in told.mentions
        if _FAMILY.get(i.kind) == phrase.family
        and _is_one(i)
        and not is_attached(told, i)
        and may_mean(phrase, i, lexicon)
        and i.name not in dealers
        and (i.name == own or not only_bids(told, i))
    ]


def _is_anothers(phrase: Phrase, told: Told, fits: Sequence[Instrument]) -> bool:
    """Whether a noun stands in the clause of its only name: "Nvidia is buying the company"."""
    if phrase.head in noun_words("stock") or told.clean.startswith("'", phrase.end):
        return False
    return bool(fits) and not any(may_be_named_again(told, i, phrase.start) for i in fits)


def _sure(chosen: Instrument | None) -> tuple[Instrument, Decimal] | None:
    return (chosen, _CLEAR) if chosen is not None else None


def _pronoun(phrase: Phrase, told: Told, reading: Reading) -> tuple[Instrument, Decimal] | None:
    """What "it" means: the subject of its sentence, or of the one before where it opens one."""
    place = told if told.mentions else None
    if place is None and reading.past and _opens(told, phrase.start):
        place = reading.past[-1]
    if place is None or place.open:
        return None
    subject = subject_of(place, phrase.start if place is told else None)
    subject = subject or _alone(phrase, place, reading)
    if subject is None or not _is_one(subject):
        return None
    if phrase.head == "they" and not speaks_of_shares(place, subject):
        return None
    if phrase.bound is not None and _FAMILY.get(subject.kind) != phrase.bound:
        return None
    return subject, _CLEAR


def _alone(phrase: Phrase, told: Told, reading: Reading) -> Instrument | None:
    """The article's own instrument where a sentence names no other, and it is a price that moves.

    "The exchange halted the stock. It opened at $25."
    """
    main = reading.main
    if main is None or phrase.head != "it" or not phrase.moves:
        return None
    return main if {i.name for i in told.mentions} == {main.name} else None


def _opens(told: Told, at: int) -> bool:
    """Whether a pronoun is its sentence's subject: at the start, or after "Last week,"."""
    before = told.clean[told.start : at].strip("\"' \u201c")
    first = before.partition(" ")[0].lower().strip(",")
    if not before or before.lower() in noun_words("clause"):
        return True
    adverbial = first in noun_words("adverbials") or first.endswith("ing")
    return adverbial and before.endswith(",") and len(before) < _ADVERBIAL


_ADVERBIAL = 90


def _one_of(
    fits: list[Instrument], phrase: Phrase, told: Told, lexicon: Lexicon
) -> Instrument | None:
    """The only one, or the first of several where it is a subject and not joined to the next."""
    names = list(dict.fromkeys(i.name for i in fits))
    if len(names) == 1:
        return fits[0]
    alike = {i.name: i for i in fits if phrase.head in _described_as(i, lexicon)}
    presented = {i.name: i for i in fits if is_presented(told, i)}
    for chosen in (alike, presented):
        if len(chosen) == 1:
            return next(iter(chosen.values()))
    if phrase.described and phrase.head in noun_words("company"):
        return None
    first, second = fits[0], next(i for i in fits if i.name != fits[0].name)
    gap = second.span.start - first.span.end
    return None if gap < 8 or not is_subject(told, first) else first  # noqa: PLR2004 - ", " and " and "


def _described_as(instrument: Instrument, lexicon: Lexicon) -> set[str]:
    """The nouns that news uses for an issuer: "carmaker", "lender"."""
    descriptors = _descriptors(instrument, lexicon)
    return {descriptor.split()[-1] for descriptor in descriptors} - {"company", "firm", "group"}


def _by_descriptor(
    phrase: Phrase, reading: Reading, before: Sequence[Instrument], lexicon: Lexicon
) -> Instrument | None:
    """An issuer of the article that news describes so: "the iPhone maker"."""
    wanted = f"{phrase.described} {phrase.head}".lower()
    seen = dict(reading.issuers)
    for instrument in before:
        if is_issuer(instrument):
            seen[instrument.name] = instrument
    fits = [
        i
        for i in seen.values()
        if wanted.endswith(tuple(_descriptors(i, lexicon))) and may_mean(phrase, i, lexicon)
    ]
    if len(fits) != 1 or not _is_near(fits[0], reading, before):
        return None
    return fits[0]


def _is_near(instrument: Instrument, reading: Reading, before: Sequence[Instrument]) -> bool:
    """Whether it is the article's own issuer, or named a few sentences back at most."""
    if reading.main is None or reading.main.name == instrument.name:
        return True
    near = [i for told in reading.past[-_NEAR:] for i in told.mentions]
    return any(i.name == instrument.name for i in [*near, *before])


def _descriptors(instrument: Instrument, lexicon: Lexicon) -> Iterator[str]:
    """What news calls an issuer, in small letters: "iphone maker"."""
    for entity in entities_of(instrument, lexicon):
        yield from (descriptor.lower() for descriptor in entity.descriptors)
