"""What analysts say together: "Of 28 analysts, nine rate it 'Buy', 14 'Hold' and five 'Sell'"."""

from __future__ import annotations

import regex

from finfacts.claims.analysts.means import find_mean
from finfacts.claims.analysts.votes import find_total, find_votes
from finfacts.claims.houses import is_only_house
from finfacts.claims.keys import fact_key
from finfacts.context.sentence import Sentence
from finfacts.context.setting import Setting
from finfacts.facts import AnalystAction
from finfacts.patterns import any_of, lazy
from finfacts.values import Consensus, Instrument

_GRADE = (
    r"(?:(?:strong|moderate)[ -](?:buy|sell)|buy|hold|sell|outperform|overweight|neutral"
    r"|underperform|underweight|equal[ -]weight)"
)
_OVERALL = lazy(
    rf"""
      \b(?P<rating>{_GRADE})['"]?\ (?:analyst\ )?
        (?:consensus\b(?!\ (?:price|target))|average\ rating)
    | \b(?:consensus|average)\ (?:analyst\ )?(?:rating|view|recommendation)
        (?:\ (?!(?:of|is|was|from)\ (?:an?\ )?['"]?{_GRADE}\b)[\w'&.]+){{0,9}}?
        (?:\ (?:of|is|was))?\ (?:an?\ )?['"]?(?P<rating>{_GRADE})\b
    | \b(?P<rating>{_GRADE})['"]?(?:\ rating)?\ from\ the\ (?:analyst\ )?consensus
    | \bconsensus\b[^.;,]{{0,60}}\ (?:is|was)\ to\ (?P<rating>buy|hold|sell)\b
    | \banalysts\ rate\b[^.;,]{{0,40}}\ ['"]?(?P<rating>{_GRADE})['"]?,?\ on\ average\b
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_HINT = lazy(
    r"\b(?:analysts?|brokers?|brokerages?|consensus|average|avg|mean|median|rate|ratings?|buys?)\b",
    regex.IGNORECASE,
)
_hints = any_of(
    *("analyst", "broker", "consensus", "average", "avg", "mean", "median", "rate", "rating", "buy")
)
_SOURCE = lazy(r"\b(?:according to|by|per|from|data from) $", regex.IGNORECASE)


def find_consensus(sentence: Sentence, setting: Setting) -> list[AnalystAction]:
    """Return the consensus ratings and mean targets of a sentence."""
    if not (_hints(sentence.lower) and _HINT.search(sentence.clean)):
        return []
    subject = _subject(sentence, setting)
    if subject is None:
        return []
    votes, mean, overall = find_votes(sentence), find_mean(sentence, subject), _overall(sentence)
    if votes is None and mean is None and overall is None:
        return []
    spots = [
        spot for spot in (votes and votes[1:], mean and mean[1:], overall and overall[1:]) if spot
    ]
    start = min(spot[0] for spot in spots)
    end = max(spot[1] for spot in spots)
    counts = votes.counts if votes else {}
    total = find_total(sentence)
    consensus = Consensus(
        buy=counts.get("buy"),
        hold=counts.get("hold"),
        sell=counts.get("sell"),
        analysts=total[0] if total else None,
        mean_target=mean.target if mean else None,
    )
    rating = overall[0] if overall else None
    return [
        AnalystAction(
            evidence=(sentence.passage.span(min(start, total[1]) if total else start, end),),
            sentence=sentence.span,
            rule="analyst_consensus",
            key=fact_key("analyst_action", "consensus", subject, rating, consensus),
            subject=subject,
            rating=rating,
            consensus=consensus,
        )
    ]


def _subject(sentence: Sentence, setting: Setting) -> Instrument | None:
    clean = sentence.passage.clean
    named = [
        value
        for value in sentence.found.instruments
        if value.kind in ("equity", "etf", "index", "crypto") and not is_only_house(setting, value)
    ]
    sources = {
        v.name
        for v in named
        if _SOURCE.search(clean[max(sentence.start, v.span.start - 14) : v.span.start])
    }
    told = [value for value in named if value.name not in sources]
    if told or setting.unknown:
        return told[0] if told else None
    before = [value for value in setting.before if value.kind in ("equity", "etf", "crypto")]
    return before[0] if len(before) == 1 else setting.spoken_of


def _overall(sentence: Sentence) -> tuple[str, int, int] | None:
    match = _OVERALL.search(sentence.passage.clean, sentence.start, sentence.end)
    if match is None:
        return None
    start, end = match.span("rating")
    return sentence.passage.text[start:end], match.start(), match.end()
