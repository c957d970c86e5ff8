"""Which names mean their instrument: "Target shares" does, "the target" does not.

A name that nothing else looks like links by itself; a word-like one needs a cue beside it, or its
issuer linked elsewhere in the article. A name that several issuers share stays open, with the
symbols it might be, unless a ticker or the article decides.
"""

from __future__ import annotations

from typing import Literal

import regex

from finfacts.lexicons.instruments import Entity, Lexicon
from finfacts.mentions.instruments import cues
from finfacts.mentions.instruments.choosing import choose
from finfacts.mentions.instruments.names import Hit, name_at
from finfacts.mentions.instruments.prices import means_price
from finfacts.mentions.instruments.story import Story
from finfacts.mentions.instruments.wholeness import is_tail, is_whole_name, speaks_as_broker
from finfacts.mentions.instruments.written import NOT_TICKERS
from finfacts.patterns import lazy

Verdict = Literal["yes", "no", "open"]
_JOINED = lazy(r",?[ ](?:and|&|or|as[ ]well[ ]as)[ ]|,[ ]")
_SHORT = 3
_HEADS = lazy(
    r"[.:][ ](?:The[ ](?:[\w-]+[ ]){0,2}(?:company|stock|shares|firm|\w*maker|giant|retailer|bank)"
    r"|Its?|Shares)\b"
)
_APPOSITION = lazy(
    r",[ ](?:the|a|an|which|whose|known|maker)\b"
    r"(?![ ](?:\w+[ ])?(?:unit|division|arm|desk|program(?:me)?|app|service|subsidiary|brand)\b)"
)
_TITLES = cues.words("titles")
_CAPITAL_AFTER = cues.words("capital_after")


def decide(clean: str, hit: Hit, story: Story, *, again: bool) -> tuple[Verdict, Entity | None]:
    """Say whether a hit means a traded thing, and which; "open" asks for a second look.

    Args:
        clean: the text.
        hit: the name in it.
        story: what the article has settled.
        again: whether this is the second look, when the whole article has been read once.
    """
    entity = choose(clean, hit, story, again=again)
    if entity is None:
        return "open", None
    if entity.kind == "fx" and story.has_ticker(hit.form):
        return "no", entity
    if entity.kind not in ("equity", "etf", "crypto"):
        return ("yes" if means_price(entity.kind, clean, hit) else "no"), entity
    verdict = _decide_name(clean, hit, entity, story)
    return ("no" if verdict == "open" and again else verdict), entity


def _decide_name(clean: str, hit: Hit, entity: Entity, story: Story) -> Verdict:
    lexicon = story.lexicon
    named = (hit.suffix and not _is_several(clean, hit, entity, lexicon)) or cues.ticker_after(
        clean, hit.end
    ) in entity.tickers
    if named and not speaks_as_broker(clean, hit, lexicon):
        return "no" if is_tail(clean, hit, lexicon) else "yes"
    if hit.form in NOT_TICKERS or hit.form in story.others or _is_anothers(clean, hit, lexicon):
        return "no"
    word, _, own = cues.next_words(clean, hit.end)
    if _begins_another(clean, hit, entity, word):
        return "no"
    if _is_platform(clean, hit, word, own=own):
        story.linked.add(entity.name)  # its name elsewhere means the company
        return "no"
    if hit.form not in lexicon.levels or (
        " " in hit.form
        and not clean[hit.start : hit.end].isupper()
        and not cues.is_title(clean, hit.start)
    ):
        return "yes"
    return _decide_word(clean, hit, entity, story)


def _is_anothers(clean: str, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether a name is part of another's, a person's or a place's, or a new ticker."""
    if not is_whole_name(clean, hit, lexicon) or _is_market(clean, hit, lexicon):
        return True
    if cues.last_words(clean, hit.start)[0] in ("symbol", "ticker"):
        return True  # "listed under the symbol DNB"
    return lexicon.is_harvested(hit.form) and (
        hit.form in lexicon.places
        or _is_person_or_place(clean, hit, cues.next_words(clean, hit.end)[0])
    )


def _is_several(clean: str, hit: Hit, entity: Entity, lexicon: Lexicon) -> bool:
    """Whether what follows a name makes it several: "Samsung Group", "rents paid to Tower Cos"."""
    companies = clean[hit.start : hit.end].endswith((" Cos", " Cos.")) and lexicon.is_harvested(
        hit.form
    )
    return companies or _is_group(clean, hit, entity)


def _is_market(clean: str, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether an exchange is named as where one trades: "on the London Stock Exchange"."""
    if hit.form.upper() not in lexicon.exchanges:
        return False
    one, two = cues.last_words(clean, hit.start)
    if " " not in hit.form:
        return hit.form.isupper() and one == "on" and not _is_rated(clean, hit)
    return (two if one == "the" else one) in _WHERE


def _is_rated(clean: str, hit: Hit) -> bool:
    """Whether "on" goes with a call on a stock: "bullish on MCX", "a Buy on MCX"."""
    called = cues.called(clean, hit.start) or cues.stock_named(clean, hit.start, hit.end)
    return called or cues.last_words(clean, hit.start)[1].lower() in cues.words("calls")


_WHERE = frozenset({"on", "to", "from", "via", "through", "at"})


def _decide_word(clean: str, hit: Hit, entity: Entity, story: Story) -> Verdict:
    """Link a word-like name on its cues."""
    word, _, own = cues.next_words(clean, hit.end)
    if not own and word.lower() in cues.not_after().get(hit.form, ()):
        return "no"
    if _is_abroad(hit, story):
        return "open"
    if _has_company(clean, hit, story):
        return "yes"
    if _names_on(clean, hit, word) or cues.last_words(clean, hit.start)[0] in _TITLES:
        return "no"
    if _is_place(clean, hit) and entity.name not in story.linked:
        return "open"  # "a decline in Tesla deliveries" counts once Tesla is named
    marked = cues.reports(clean, hit.end) or _is_marked(clean, hit)
    return "yes" if marked or _is_used(clean, hit, entity, story) else "open"


def _has_company(clean: str, hit: Hit, story: Story) -> bool:
    """Whether stock, a call on one, or other companies stand beside a name."""
    return (
        cues.stock_named(clean, hit.start, hit.end)
        or _is_called(clean, hit)
        or _is_joined(clean, hit, story.lexicon)
        or _is_listed(clean, hit, story)
    )


def _is_abroad(hit: Hit, story: Story) -> bool:
    """Whether three capitals that mean an Indian issuer stand in an article on another market."""
    level = story.lexicon.levels[hit.form]
    return level == "india" and len(hit.form) <= _SHORT and story.market != "IN"


def _is_called(clean: str, hit: Hit) -> bool:
    """Whether a call on a stock stands before a name: "Prefer Idea", in a line with small words."""
    return cues.called(clean, hit.start) and not cues.is_title(clean, hit.start)


def _is_marked(clean: str, hit: Hit) -> bool:
    """Whether what stands beside a name marks it: "the retailer Target", "APPLE: It fell"."""
    if clean[hit.start : hit.end].isupper() and _HEADS.match(clean, hit.end):
        return cues.opens_sentence(clean, hit.start)
    if cues.opens_sentence(clean, hit.start) and _APPOSITION.match(clean, hit.end):
        return True
    before = cues.last_words(clean, hit.start)[0].lower()
    return before in cues.words("before_name") and not cues.is_title(clean, hit.start)


def _is_used(clean: str, hit: Hit, entity: Entity, story: Story) -> bool:
    """Whether a name is used as one: a capital in mid-sentence, a company's or a price's verb."""
    level = story.lexicon.levels[hit.form]
    acts = cues.moves(clean, hit.end) if level == "person" else cues.acts(clean, hit.end)
    if level == "india":
        return story.market == "IN" or (len(hit.form) > _SHORT and acts)
    starts = cues.opens_sentence(clean, hit.start)
    title = cues.is_title(clean, hit.start) or cues.ends_heading(clean, hit.start, hit.end)
    if not starts and not title and (level == "mid" or acts):
        return True
    if entity.name in story.linked and (acts or starts or not title):
        return True
    return starts and acts and level in ("mid", "person")


def _is_listed(clean: str, hit: Hit, story: Story) -> bool:
    """Whether a list of companies that it begins moves or acts: "Visa, Target and Gap fell".

    What is found holds for the list from each of its names on, so that no list is read twice.
    """
    ends: list[int] = []
    end, acts = hit.end, None
    while acts is None:
        place = _joined_to(clean, end, story.lexicon)
        if place is None:
            acts = bool(ends) and cues.acts(clean, end)
        elif not _is_company(clean[slice(*place)], story.lexicon):
            acts = False
        else:
            end = place[1]
            ends.append(end)
            acts = story.lists.get((clean, end))
    story.lists.update(dict.fromkeys(((clean, at) for at in ends), acts))
    return acts


def _is_company(form: str, lexicon: Lexicon) -> bool:
    return form[:1].isupper() and any(e.kind == "equity" for e in lexicon.entities(form))


def _is_joined(clean: str, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether a clear company is joined to a name: "Visa and Mastercard"."""
    place = _joined_to(clean, hit.end, lexicon)
    form = clean[slice(*place)] if place is not None else ""
    listed = clean.startswith(", ", hit.start - 2) or not clean.startswith(",", hit.end)
    if lexicon.is_harvested(hit.form) and not listed:
        return False  # "As of 4 p.m. Eastern, Nvidia was up"
    return form not in lexicon.levels and _is_company(form, lexicon)


def _joined_to(clean: str, end: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Return where the name stands that "and" or a comma joins to one; its end is 0 if unknown."""
    glue = _JOINED.match(clean, end)
    if glue is None:
        return None
    return glue.end(), name_at(clean, glue.end(), lexicon.index, lexicon.forms)


def _begins_another(clean: str, hit: Hit, entity: Entity, after: str) -> bool:
    """Whether a brand or two capitals begin a longer name: "Samsung Everland", "BP Singh"."""
    initials = hit.form.isupper() and len(hit.form) == len("BP")
    fund = entity.kind == "etf" and " " in hit.form  # "iShares MSCI China A UCITS"
    if not initials and not fund and not _is_brand(hit, entity):
        return False
    return _is_group(clean, hit, entity) or _names_on(clean, hit, after)


def _is_platform(clean: str, hit: Hit, word: str, *, own: bool) -> bool:
    """Whether a place to post is named, not its owner: "a post on Reddit", "Reddit traders"."""
    if hit.form not in cues.words("social_platforms"):
        return False
    users = not own and word.lower() in cues.not_after().get(hit.form, ())
    posted = _POSTED.search(clean, max(0, hit.start - 90), hit.start) is not None
    return users or (posted and not _is_rated(clean, hit))


_POSTED = lazy(
    r"""
    \b(?: (?:[Pp]ost(?:s|ed|ing)?|[Tt]hreads?|[Tt]weet(?:s|ed)?|[Mm]essages?|[Cc]omment(?:s|ed)?
        |[Aa]nnouncement|[Dd]iscuss\w*|[Cc]hatter|[Bb]uzz|[Pp]opular|[Tt]rending
        |[Cc]onversations?|[Ff]orums?)\b [^.;:\n]{0,50}
      | (?:announced|said|wrote|shared)\b [^.;:\n]{0,14}
      | [Ff](?:ollow|ind)\b [^.;:\n]{0,60} )
    [ ](?:on|via|to)[ ] (?:\p{Lu}\p{L}+(?:,[ ](?:and[ ])?|[ ](?:and|or)[ ])){0,6}$
    """,
    regex.VERBOSE | regex.REVERSE,
)


def _is_brand(hit: Hit, entity: Entity) -> bool:
    """Whether a name is the first word alone of its issuer's: "Samsung" of Samsung Electronics."""
    return " " not in hit.form and entity.name.startswith(f"{hit.form} ")


def _is_group(clean: str, hit: Hit, entity: Entity) -> bool:
    """Whether the group of that brand is named: "Samsung Group"."""
    return _is_brand(hit, entity) and clean[hit.start : hit.end] == f"{hit.form} Group"


def _names_on(clean: str, hit: Hit, after: str) -> bool:
    """Whether a capitalised word goes on with a name, in a line of small letters."""
    if cues.is_title(clean, hit.start) or clean[hit.end : hit.end + 1] != " ":
        return False
    return after[:1].isupper() and after.isalpha() and after not in _CAPITAL_AFTER


def _is_person_or_place(clean: str, hit: Hit, after: str) -> bool:
    """Whether the word beside a one-word name makes it a person or a place."""
    if " " in hit.form:
        return False
    before = cues.last_words(clean, hit.start)[0]
    return before in _TITLES or _is_place(clean, hit) or _names_on(clean, hit, after)


def _is_place(clean: str, hit: Hit) -> bool:
    """Whether a preposition of places stands before a name: "in Phoenix", "from Chesapeake"."""
    before, earlier = cues.last_words(clean, hit.start)
    return before in ("in", "near") or (
        before == "from" and earlier.lower() not in ("aside", "apart")
    )
