"""A passage: one field of an article (title or text) as given, as clean text, as sentences."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from finfacts.language.cleaning import clean
from finfacts.language.sentences import sentences
from finfacts.values import Field, Span


@dataclass(frozen=True)
class Passage:
    """One field of an article; finders match on ``clean`` and ground spans in ``text``.

    Attributes:
        text: the field as given.
        field: which field it is.
    """

    text: str
    field: Field = "text"

    @cached_property
    def clean(self) -> str:
        """The text with plain spaces, quotes and dashes, same length."""
        return clean(self.text)

    @cached_property
    def lower(self) -> str:
        """``clean`` in small letters, same length."""
        lower = self.clean.lower()
        if len(lower) == len(self.clean):
            return lower
        # "\u0130" grows; no word that is looked for holds such a letter.
        return "".join(low if len(low := mark.lower()) == 1 else mark for mark in self.clean)

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Bounds of the sentences, in order."""
        return sentences(self.clean)

    def span(self, start: int, end: int) -> Span:
        """Ground ``[start, end)`` in the text as given."""
        return Span(text=self.text[start:end], start=start, end=end, field=self.field)
