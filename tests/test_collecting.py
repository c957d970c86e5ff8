"""Reading holds off the search for cycles: it must leave none, and leave the search as it was."""

from __future__ import annotations

import gc

import pytest

import finfacts
from finfacts.collecting import uncollected

TEXT = """Jefferies raised its target on Nike (NKE) to $61 from $54 on Monday. The stock rose 4.2%.
Revenue fell 3% to $1.2bn in the third quarter, the company said, against $1.3bn expected."""


@pytest.mark.parametrize("on", [True, False])
def test_the_search_is_left_as_it_was(on: bool) -> None:  # noqa: FBT001 - a case
    before = gc.isenabled()
    try:
        (gc.enable if on else gc.disable)()
        with uncollected():
            assert gc.isenabled() is False
        assert gc.isenabled() is on
    finally:
        (gc.enable if before else gc.disable)()


def test_an_article_leaves_no_cycles() -> None:
    for _ in range(2):  # what the first leaves is of loading
        gc.collect()
        assert finfacts.extract(TEXT, published="2026-01-13").facts
        left = gc.collect()
    assert left == 0
