"""Passage to typed spans: a module a kind of mention."""
