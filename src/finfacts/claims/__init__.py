"""Mentions to facts: a module a fact type."""
