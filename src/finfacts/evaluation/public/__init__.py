"""Public annotated sets, read as articles with labelled spans, and finfacts' facts in their terms.

A set is a reader (files to ``Annotated`` articles) and a projection (``ArticleFacts`` to labelled
spans under the set's own labels); the scoring is the same for all.
"""
