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
    """

    day: dt.date | None = None
    exchange: str = "XNYS"
