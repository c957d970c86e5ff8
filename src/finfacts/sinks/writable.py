"""Results that UTF-8 can hold: a lone surrogate in an article or a file's name becomes U+FFFD."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import wraps

from pydantic_core import PydanticSerializationError

from finfacts.article import ArticleFacts
from finfacts.language.surrogates import plain_without_surrogates

Encode = Callable[[ArticleFacts], bytes]


def in_utf8(encode: Encode) -> Encode:
    """Let a function write also those results whose texts hold lone surrogates."""

    @wraps(encode)
    def written(result: ArticleFacts) -> bytes:
        try:
            return encode(result)
        except (UnicodeEncodeError, PydanticSerializationError):
            return encode(writable(result))

    return written


def writable(result: ArticleFacts) -> ArticleFacts:
    """Return a result with each lone surrogate replaced, one for one: offsets stay right."""
    plain = plain_without_surrogates(result.model_dump(mode="json"))
    return ArticleFacts.model_validate_json(json.dumps(plain))  # dates stay dates only from JSON
