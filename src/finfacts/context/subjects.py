"""Which of the instruments a sentence names is its subject: "Shares of Nvidia", not "at Google".

A pronoun means a subject. A name after a preposition is none, and one that another name follows
is in doubt: "GM is reviewing its plans, and Patreon said it would leave".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import regex

from finfacts.context.anaphors import noun_words
from finfacts.mentions.instruments.cues import words
from finfacts.patterns import lazy
from finfacts.values import Instrument

_WORD = lazy(r"[\p{L}\p{N}$][\p{L}\p{N}.&'-]*")
_BEFORE = lazy(r"(?P<word>[\p{L}\p{N}$][\p{L}\p{N}.&'-]*)?(?P<mark>[^\p{L}\p{N}]*)$")
_ACRONYM = 6  # the most letters of capitals that are no name: "EBITDA"
_REACH = 8  # words that may stand before a subject: "Dutch food-delivery rival Takeaway"
_SAYS = lazy(
    r"\b(?:said|says|say|told|announced|revealed|reported|added|wrote|writing|noted|disclosed)"
    r"(?:[ ](?!that\b)[\p{L}\p{N}.,]+){0,4}?(?:[ ]that)?[ ]$",
    regex.REVERSE,
)
_OTHERS = lazy(
    r"\b(?:the|an?|previous|some|many|his|her|their|this|that|analysts?|reports?|people|officials"
    r"|sources|traders|economists)\b",
    regex.IGNORECASE,
)
_SHARES_BEFORE = lazy(r"[Ss](?:hares|tock)[ ](?:of|in)[ ](?:the[ ])?$", regex.REVERSE)
_SHARES_AFTER = lazy(r"(?:'s?)?[ ](?:\p{Ll}+[ ])?(?:shares|stock)\b")


class Told(NamedTuple):
    """A sentence and the instruments it names, phrases that stand for them included.

    Attributes:
        end: where the sentence ends; 0 where that is not known.
        open: whether what stands for a company in it, too, was left open.
    """

    clean: str
    start: int
    mentions: Sequence[Instrument]
    end: int = 0
    open: bool = False


def subject_of(told: Told, until: int | None = None) -> Instrument | None:
    """Return the one instrument that a sentence is about, or None where that is in doubt.

    Args:
        told: the sentence.
        until: where a pronoun stands in it; without one the whole sentence is asked.

    >>> from finfacts.values import Instrument, Span
    >>> text = "Shares of Nvidia fell as rates rose."
    >>> span = Span(text="Nvidia", start=10, end=16)
    >>> subject_of(Told(text, 0, [Instrument(name="Nvidia", kind="equity", span=span)])).name
    'Nvidia'
    """
    mentions = [i for i in told.mentions if until is None or i.span.end <= until]
    subjects = [i for i in mentions if is_subject(told, i)]
    if len({i.name for i in subjects}) != 1:
        return None
    subject = subjects[-1]
    if _is_joined(subject, mentions):
        return None
    if until is not None and _is_crossed(told, subject, until, mentions):
        return None
    return subject


def is_subject(told: Told, instrument: Instrument) -> bool:
    """Whether a clause begins with it: "rival Nvidia", "Shares of Nvidia", "but Nvidia"."""
    return not is_attached(told, instrument) and (
        is_presented(told, instrument) or _begins_clause(told, instrument.span.start)
    )


def _begins_clause(told: Told, end: int) -> bool:
    """Whether only what belongs to a subject stands between a clause's start and a place."""
    determined = False
    for _ in range(_REACH):
        match = _before(told.clean, told.start, end)
        if match is None or not match["word"] or match["mark"].strip("'\"( "):
            return True
        word = match["word"].lower()
        if word in noun_words("clause"):
            return True
        if determined and word not in ("of", "in", "on", "for"):
            return False
        if not _may_precede(told, word, match.start()):
            return False
        determined = word in _DETERMINERS
        end = match.start()
    return False


def _before(clean: str, start: int, end: int) -> regex.Match[str] | None:
    """The last word between two places and the marks after it; looked for from its own start."""
    at = end
    while at > start and not clean[at - 1].isalnum():
        at -= 1
    gap = max(clean.rfind(" ", start, at), clean.rfind("\n", start, at))
    return _BEFORE.search(clean, max(start, gap), end)


_DETERMINERS = frozenset({"the", "a", "an"})


def is_presented(told: Told, instrument: Instrument) -> bool:
    """Whether a sentence brings it up: "Last on our list is Nvidia, a chipmaker"."""
    start, end = instrument.span.start, instrument.span.end
    before = _PRESENTING.search(told.clean, max(told.start, start - 24), start)
    return before is not None and _APPOSITION.match(told.clean, end) is not None


_PRESENTING = lazy(r"\b(?:is|was|(?:to|with|at|on)[ ](?:the[ ])?)[ ]?$", regex.REVERSE)
_APPOSITION = lazy(r"(?:[ ]\([^()\n]{1,20}\))?,[ ](?:an?|the|one|which|whose)\b")


def _may_precede(told: Told, word: str, at: int) -> bool:
    """Whether a word may stand before a subject, in its own clause: "the", "rival", "shares of"."""
    if word in ("of", "in", "on", "for"):
        return _holds(told.clean, told.start, at)
    if word in _DETERMINERS or word in noun_words("before_subject"):
        return True
    return not (
        word in noun_words("stops") or word in words("moving") or word in words("reporting")
    )


def is_attached(told: Told, instrument: Instrument) -> bool:
    """Whether it only belongs to something else: "an engineer at Google", "peers such as Intel"."""
    start = instrument.span.start
    if _ATTACHED.search(told.clean, max(told.start, start - 48), start) is not None:
        return True
    before = [i for i in told.mentions if i.span.end < start]
    joined = before and _GLUE.fullmatch(told.clean, before[-1].span.end, start)
    return bool(joined) and is_attached(told, before[-1])


_ATTACHED = lazy(
    r"\b(?:at|from|like|unlike|than|such[ ]as|including|versus|vs\.?|via"
    r"|(?:led|backed|owned|advised|controlled)[ ]by(?:[ ]\p{Lu}[\p{L}&.-]+){0,3},?(?:[ ]and)?"
    r"|(?:relationships?|ties|agreements?|contracts?|partnerships?|disputes?|competition)"
    r"[ ]with)[ ]"
    r"(?:the[ ]|rivals?[ ]|peers?[ ]|arch-\p{L}+[ ]|\p{L}+[ ](?=rivals?|peers?)){0,3}$",
    regex.REVERSE | regex.IGNORECASE,
)


_GLUE = lazy(  # "like Intel and Nvidia", "versus Intel's 26 times and Nvidia's 40"
    r"(?:'s?(?:[ ][\p{Ll}\p{N}.%$-]+){0,3})?,?[ ](?:(?:and|or)[ ])?(?:the[ ])?"
)


def is_rival(told: Told, instrument: Instrument) -> bool:
    """Whether it is named as another's rival: "Rival Nvidia rose this week"."""
    start = instrument.span.start
    return _RIVAL.search(told.clean, max(told.start, start - 24), start) is not None


_RIVAL = lazy(
    r"\b(?:rivals?|competitors?|peers?|arch-rivals?)[ ]$", regex.REVERSE | regex.IGNORECASE
)


def is_what_a_relative_tells(told: Told, instrument: Instrument, until: int) -> bool:
    """Whether a relative clause about it leads to a place: "Huawei, which buys from"."""
    match = _RELATIVE.match(told.clean, instrument.span.end)
    return match is not None and "," not in told.clean[match.end() : until]


_RELATIVE = lazy(r",[ ](?:which|whose)\b")


def speaks(told: Told, instrument: Instrument) -> bool:
    """Whether it is the one that says something: "Nvidia said in a statement"."""
    return _SPEAKS.match(told.clean, instrument.span.end) is not None


_SPEAKS = lazy(r"[ ](?:said|says|wrote|added|told|noted)\b")


def speaks_of_shares(told: Told, instrument: Instrument) -> bool:
    """Whether shares are what is named: "Nvidia shares", "shares of Nvidia", "its shares"."""
    span = instrument.span
    return bool(
        "hares" in span.text
        or _SHARES_BEFORE.search(told.clean, max(told.start, span.start - 20), span.start)
        or _SHARES_AFTER.match(told.clean, span.end)
    )


def _holds(clean: str, start: int, end: int) -> bool:
    """Whether a preposition follows what stands for an instrument: "shares of", "the yield on"."""
    match = _before(clean, start, end)
    return match is not None and (match["word"] or "").lower() in noun_words("held")


def _is_joined(subject: Instrument, mentions: Iterable[Instrument]) -> bool:
    """Whether another instrument stands right beside it: "Nvidia and Intel"."""
    gaps = (
        max(i.span.start - subject.span.end, subject.span.start - i.span.end)
        for i in mentions
        if i.name != subject.name
    )
    return any(0 <= gap < len(", and then") - 2 for gap in gaps)


def _is_crossed(
    told: Told, subject: Instrument, until: int, mentions: Sequence[Instrument]
) -> bool:
    """Whether another name or speaker stands between a subject and its pronoun."""
    clean, end = told.clean, subject.span.end
    says = _SAYS.search(clean, end, until)
    if says is not None and _OTHERS.search(clean, end, says.start()):
        near = clean[max(end, says.start() - 40) : says.start()]
        if _OTHERS.search(near) and "," not in near and " and " not in near:
            return True
    known = [(i.span.start, i.span.end) for i in mentions]
    return any(
        _is_name(match[0]) and not any(left <= match.start() < right for left, right in known)
        for match in _WORD.finditer(clean, end, until)
    )


def _is_name(word: str) -> bool:
    """Whether a capitalised word may be another name: no day, month or abbreviation."""
    if not word[:1].isupper() or word in noun_words("no_names"):
        return False
    return not (word.replace(".", "").isupper() and len(word) <= _ACRONYM)
