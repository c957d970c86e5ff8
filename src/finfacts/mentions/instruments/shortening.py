"""Short names that an article makes for itself: "Dominion" after "Dominion Energy, Inc."."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from finfacts.language.passage import Passage
from finfacts.lexicons.instruments import Entity, Lexicon
from finfacts.lexicons.places import demonyms
from finfacts.mentions.instruments import building, cues
from finfacts.mentions.instruments.names import Hit
from finfacts.mentions.instruments.story import Story
from finfacts.mentions.instruments.wholeness import is_whole_name
from finfacts.patterns import lazy
from finfacts.values import Instrument

_SHORTEST = 4


def short_names(linked: Iterable[tuple[Hit, Entity]], lexicon: Lexicon) -> dict[str, Entity]:
    """Return first words, and first two, of the long names linked, where they name no other.

    "Takeaway.com" is "Takeaway" from then on.
    """
    found: dict[str, Entity] = {}
    for hit, entity in linked:
        words = hit.form.split()
        bare = words[0].removesuffix(".com")
        if entity.kind != "equity" or (len(words) == 1 and bare == words[0]):
            continue
        for short in (bare, " ".join(words[:2])):
            if short != hit.form and _may_stand(short, lexicon):
                found[short] = entity
    return found


def full_names(hits: Iterable[Hit], lexicon: Lexicon) -> dict[str, Entity]:
    """Return word-like first words that begin one issuer's long name: of "Constellation Brands".

    Left out where another issuer's long name begins so too, or an issuer's own name is the word.
    """
    found: dict[str, set[Entity]] = {}
    for hit in hits:
        first, _, rest = hit.form.partition(" ")
        if rest and first in lexicon.levels and first in lexicon.forms:
            issuers = [e for e in lexicon.entities(hit.form) if e.kind == "equity"]
            found.setdefault(first, set()).update(issuers)
    return {
        first: next(iter(issuers))
        for first, issuers in found.items()
        if len(issuers) == 1
        and all(e.kind == "equity" and e.name != first for e in lexicon.entities(first))
    }


def _may_stand(short: str, lexicon: Lexicon) -> bool:
    return (
        len(short) >= _SHORTEST
        and short[0].isupper()
        and not short.endswith(("'s", " of", " and", " &"))
        and short not in lexicon.forms
        and short not in cues.words("first_of_many")
        and (short in demonyms() or (short not in lexicon.places and short not in lexicon.levels))
    )


def shortened(
    passage: Passage,
    shorts: dict[str, Entity],
    hits: Sequence[Hit],
    story: Story,
) -> Iterator[Instrument]:
    """Yield the mentions of an article's own short names."""
    clean = passage.clean
    for short, entity in shorts.items():
        if short not in clean:
            continue
        for match in re.finditer(rf"\b{re.escape(short)}\b(?![-&.@]\w)", clean):
            hit = Hit(match.start(), match.end(), short, suffix=False)
            # Names do not overlap, a legal suffix aside: the last two that start before are enough.
            after = bisect_left(hits, hit.end, key=lambda one: one.start)
            inside = any(h.end > hit.start for h in hits[max(0, after - 2) : after])
            people = short in demonyms() and not _acts_alone(clean, hit)
            if not inside and not people and is_whole_name(clean, hit, story.lexicon):
                yield building.of_entity(passage, match.span(), entity, "alias", story)


def _acts_alone(clean: str, hit: Hit) -> bool:
    """Whether an adjective of a nation does what companies do: "Norwegian said"."""
    word, _, own = cues.next_words(clean, hit.end)
    does = word.lower() in cues.words("reporting") or _DID.match(clean, hit.end) is not None
    alone = clean.startswith(" ", hit.end) and does
    return alone and not own and cues.last_words(clean, hit.start)[0].lower() not in _ARTICLES


_DID = lazy(r"[ ]\p{Ll}{2,}ed[ ](?:an?|the|its|it|to|that|further|more|plans|on|in|for|from)\b")
_ARTICLES = frozenset({"the", "a", "an", "many", "most", "some"})  # "the Norwegian said"
