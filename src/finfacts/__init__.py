"""finfacts reads finance news and puts out structured facts.

>>> import finfacts
>>> result = finfacts.extract("Apple shares fell 3% on Monday.", published="2026-01-13")
>>> result.facts[0].percent.value
Decimal('3')
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from finfacts.article import Article, ArticleFacts
    from finfacts.batch import map_articles as extract_many
    from finfacts.components import load
    from finfacts.evaluation.run import evaluate
    from finfacts.pipeline import extract
    from finfacts.sinks.arrow import to_arrow, to_pandas

__version__ = "0.1.0"
__all__ = [
    "Article",
    "ArticleFacts",
    "__version__",
    "evaluate",
    "extract",
    "extract_many",
    "load",
    "to_arrow",
    "to_pandas",
]

_HOMES = {
    "Article": ("finfacts.article", "Article"),
    "ArticleFacts": ("finfacts.article", "ArticleFacts"),
    "evaluate": ("finfacts.evaluation.run", "evaluate"),
    "extract": ("finfacts.pipeline", "extract"),
    "extract_many": ("finfacts.batch", "map_articles"),
    "load": ("finfacts.components", "load"),
    "to_arrow": ("finfacts.sinks.arrow", "to_arrow"),
    "to_pandas": ("finfacts.sinks.arrow", "to_pandas"),
}


def __getattr__(name: str) -> object:
    """Import a public name where it is first used, so that ``import finfacts`` stays quick."""
    if name not in _HOMES:
        raise AttributeError(f"module 'finfacts' has no attribute {name!r}")
    module, attribute = _HOMES[name]
    return getattr(import_module(module), attribute)
