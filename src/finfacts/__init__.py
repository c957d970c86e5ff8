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
    from finfacts.pipeline import extract, extract_many, load

__version__ = "0.1.0"
__all__ = ["Article", "ArticleFacts", "__version__", "extract", "extract_many", "load"]

_HOMES = {
    "Article": "finfacts.article",
    "ArticleFacts": "finfacts.article",
    "extract": "finfacts.pipeline",
    "extract_many": "finfacts.pipeline",
    "load": "finfacts.pipeline",
}


def __getattr__(name: str) -> object:
    """Import a public name where it is first used, so that ``import finfacts`` stays quick."""
    if name not in _HOMES:
        raise AttributeError(f"module 'finfacts' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
