"""Article in, ArticleFacts out: the two ends of the pipeline."""

from __future__ import annotations

import datetime as dt
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationInfo, field_validator, model_serializer
from pydantic_core.core_schema import SerializerFunctionWrapHandler

from finfacts.errors import ArticleError
from finfacts.facts import Fact, Mention


def parse_published(value: str | dt.date | None) -> dt.datetime | dt.date | None:
    """Return a publication date from ISO 8601 text, a date or a datetime.

    Raises:
        ArticleError: the text is no ISO 8601 date or datetime.

    >>> parse_published("2026-01-13T06:30:00-05:00").date()
    datetime.date(2026, 1, 13)
    """
    if value is None or isinstance(value, dt.date):
        return value
    text = str(value).strip()
    try:
        return (
            dt.datetime.fromisoformat(text)
            if len(text) > len("2026-01-13")
            else (dt.date.fromisoformat(text))
        )
    except ValueError:
        raise ArticleError(
            f"published is no ISO 8601 date: {value!r}; write 2026-01-13 or "
            "2026-01-13T06:30:00-05:00"
        ) from None


class Article(BaseModel):
    """One article to read.

    Attributes:
        text: the body; offsets count its Unicode code points.
        id: the caller's name for it; the batch command derives one where it is missing.
        title: the headline, read as well.
        published: what relative dates are resolved against; ISO 8601 text is accepted.
        source: publisher, free text.
        url: where it came from.
        language: IETF tag; only English is read.

    Raises:
        ArticleError: bytes stand where text should, or ``published`` is no ISO 8601 date.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    id: str | None = None
    title: str | None = None
    published: dt.datetime | dt.date | None = None
    source: str | None = None
    url: str | None = None
    language: str = "en"

    @field_validator("text", "id", "title", "source", "url", "language", mode="before")
    @classmethod
    def _refuse_what_is_no_text(cls, value: object, info: ValidationInfo) -> object:
        """Say so at once: Pydantic would take bytes for UTF-8."""
        if isinstance(value, bytes | bytearray):
            raise ArticleError(
                f"{info.field_name} is {type(value).__name__}, no text; decode it first: "
                f"{info.field_name}.decode('utf-8')"
            )
        return value

    @field_validator("published", mode="before")
    @classmethod
    def _read_published(cls, value: str | dt.date | None) -> dt.datetime | dt.date | None:
        return parse_published(value)

    @property
    def day(self) -> dt.date | None:
        """The publication date in the article's own offset."""
        if isinstance(self.published, dt.datetime):
            return self.published.date()
        return self.published


class ExtractionFailure(BaseModel):
    """Why an article gave no facts: the kind of error and its words."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: str
    message: str


class ArticleFacts(BaseModel):
    """What one article claims.

    Attributes:
        mentions: every typed span, used by a fact or not.
        facts: the claims, in the order of the text.
        warnings: what a reader of the facts should know ("no publication date ...").
        error: set where the article could not be read; there are no facts then.
        text: the extracted text, where the reader made it (HTML) and offsets count in it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str | None = None
    title: str | None = None
    published: dt.datetime | dt.date | None = None
    source: str | None = None
    url: str | None = None
    language: str = "en"
    mentions: tuple[Mention, ...] = ()
    facts: tuple[Fact, ...] = ()
    warnings: tuple[str, ...] = ()
    error: ExtractionFailure | None = None
    text: str | None = None

    @model_serializer(mode="wrap")
    def _leave_out_unset(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        data: dict[str, Any] = handler(self)
        for name in ("error", "text"):
            if data.get(name) is None:
                data.pop(name, None)
        return data
