"""What relative dates are resolved against: the publication date and the exchange's calendar."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class Anchor:
    """When and where an article speaks from.

    Attributes:
        day: the publication date in the article's own offset, or None where it is not known.
        exchange: ISO 10383 code of the exchange whose trading days count.
        moment: the time of publication with its offset, or None where only the day is known.
    """

    day: dt.date | None = None
    exchange: str = "XNYS"
    moment: dt.datetime | None = None

    @classmethod
    def of(cls, published: dt.datetime | dt.date | None, exchange: str) -> Anchor:
        """Return where an article speaks from; midnight sharp stands for a day without a time."""
        if not isinstance(published, dt.datetime):
            return cls(published, exchange)
        timed = published.time() != dt.time()
        return cls(published.date(), exchange, published if timed else None)
