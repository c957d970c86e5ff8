"""What can go wrong, as one family: each error names what was given and what would do."""

from __future__ import annotations


class FinfactsError(Exception):
    """Base of every error that finfacts raises on purpose."""


class ArticleError(FinfactsError):
    """An article cannot be read: no text, a wrong date, not a string."""


class ReaderError(FinfactsError):
    """A file cannot be read as articles: unknown format, wrong encoding, missing column."""


class LexiconError(FinfactsError):
    """A lexicon file is malformed: the message names file, line and column."""


class GoldError(FinfactsError):
    """Gold facts are malformed: the message names file, line and field."""


class MissingExtraError(FinfactsError):
    """A feature needs an optional dependency: the message names the extra to install."""


class PredictionError(FinfactsError):
    """Predictions do not fit the gold: the message names file, line and field."""
