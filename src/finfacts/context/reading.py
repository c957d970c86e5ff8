"""What has been read of an article so far: the sentences told, its issuers, what it is about."""

from __future__ import annotations

from dataclasses import dataclass, field

from finfacts.context.subjects import Told
from finfacts.values import Instrument


@dataclass
class Reading:
    """What has been read so far: mentions of each past sentence, the article's own instrument."""

    main: Instrument | None
    commodity: Instrument | None = None
    past: list[Told] = field(default_factory=list)
    issuers: dict[str, Instrument] = field(default_factory=dict)  # by name, the last mention

    def add(self, told: Told) -> None:
        """Take note of the sentence just read."""
        self.past.append(told)
        self.issuers.update((i.name, i) for i in told.mentions if is_issuer(i))


def is_issuer(instrument: Instrument) -> bool:
    """Whether it is one company: linked, or a name that the lexicon lacks and no shared one."""
    return instrument.kind in ("equity", "etf") and not instrument.candidates
