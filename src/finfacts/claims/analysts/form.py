"""What one turn says: verb, rating, target, what they were before, stocks, date."""

from __future__ import annotations

from dataclasses import dataclass, field

from finfacts.facts import RatingAction, TargetAction
from finfacts.values import Instrument, Period, Quantity

VERBS = frozenset({"UP", "DOWN", "KEEP", "BEGIN", "GO", "OWN", "SEE"})
RATING_ACTIONS: dict[str, RatingAction] = {
    "upgrade": "upgrade",
    "raise": "upgrade",
    "downgrade": "downgrade",
    "lower": "downgrade",
    "maintain": "maintain",
    "reiterate": "reiterate",
    "initiate": "initiate",
    "resume": "resume",
}
TARGET_ACTIONS: dict[str, TargetAction] = {
    "raise": "raise",
    "lower": "lower",
    "maintain": "maintain",
    "reiterate": "maintain",
    "set": "set",
    "initiate": "set",
    "resume": "set",
    "upgrade": "set",
    "downgrade": "set",
}


@dataclass
class Form:
    """What one turn says; ``targets`` and ``priors`` hold one for each house or subject."""

    first: int
    last: int
    verb: str = ""
    verb_at: int = -1
    linked: bool = False
    on_target: bool = False
    case: bool = False
    rating_action: RatingAction | None = None
    rating: str | None = None
    rating_prior: str | None = None
    target_action: TargetAction | None = None
    targets: list[Quantity] = field(default_factory=list)
    priors: list[Quantity] = field(default_factory=list)
    subjects: list[Instrument] = field(default_factory=list)
    date: Period | None = None
    told_at: int = -1
    rated_by: str = ""

    @property
    def says_something(self) -> bool:
        """Whether a rating, a target or an action was read."""
        return bool(self.rating or self.targets or self.rating_action or self.target_action)

    def used(self, at: int) -> None:
        """Reach with the evidence up to item ``at``."""
        self.last = max(self.last, at + 1)
        if self.told_at < 0:
            self.told_at = self.verb_at
