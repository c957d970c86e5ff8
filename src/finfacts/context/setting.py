"""What a sentence stands in: the article's main instrument, its platform, what came before."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from finfacts.values import Instrument, Named, Period


class Reported(NamedTuple):
    """A quarter that figures are told of, and the name of the company whose they are."""

    whose: str
    period: Period


class Setting(NamedTuple):
    """What earlier sentences have set.

    Attributes:
        main: the instrument the article is about, or None.
        platform: the platform last named ("Stocktwits"), or None.
        told: subjects of the price facts of the last few sentences, the latest first.
        named: the instruments that the sentence before names.
        spell: the time, longer than a day, that the last price facts were told of, or None.
        brokerage: the brokerage last named as acting, or None.
        analyst: the analyst last named, or None.
        headed: whether the sentence stands under a heading of a house and its analyst.
        metric: name of the metric last told, or None.
        measured: whose that metric was, or None.
        topic: what the last sentence that names an instrument names first, houses aside, or None.
        topic_age: how many sentences ago that was.
        unknown: whether a heading since then names something that is not linked.
        polled: how many sentences ago a poll was told; many where none was.
        pollster: who made the survey last told of, or None.
        silent: how many sentences ago a house was last named.
        reported: the quarter that a company's figures were last told of, or None.
        today: the article's date, or None.
        nameless: whether the article names nothing that is traded, as a page of a filing may.
    """

    main: Instrument | None = None
    platform: str | None = None
    told: tuple[tuple[Instrument, ...], ...] = ()
    named: tuple[Instrument, ...] = ()
    spell: Period | None = None
    brokerage: str | None = None
    analyst: str | None = None
    headed: bool = False
    metric: str | None = None
    measured: Instrument | Named | None = None
    topic: Instrument | None = None
    topic_age: int = 0
    unknown: bool = False
    polled: int = 99
    pollster: str | None = None
    silent: int = 0
    reported: Reported | None = None
    today: dt.date | None = None
    nameless: bool = False

    @property
    def before(self) -> tuple[Instrument, ...]:
        """Subjects of the price facts of the sentence before."""
        return self.told[0] if self.told else ()

    @property
    def spoken_of(self) -> Instrument | None:
        """What the last sentences are about, else what the article is about; None in doubt."""
        if self.topic is None or self.main is None or self.topic.name == self.main.name:
            return self.main
        return self.topic if self.topic_age <= _FRESH else None


_FRESH = 3  # sentences
