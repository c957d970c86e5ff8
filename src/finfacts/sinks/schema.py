"""The JSON Schema of an article's output object, as it is written: decimals are strings."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from finfacts.article import ArticleFacts


class _AsWritten(GenerateJsonSchema):
    """Look through functions that only leave fields out."""

    def ser_schema(self, schema: Any) -> JsonSchemaValue | None:  # noqa: ANN401 - as pydantic has it
        if schema["type"] == "function-wrap":
            return None
        return super().ser_schema(schema)


def output_schema() -> dict[str, Any]:
    """Return the JSON Schema of what stands on one line of the output."""
    return ArticleFacts.model_json_schema(
        mode="serialization", by_alias=True, schema_generator=_AsWritten
    )
