"""Moves of several under one phrase and of their owners, in the notation of ``conftest.py``."""

from __future__ import annotations

from collections.abc import Callable

import pytest

BEFORE = "Shares of Ford fell 3% and those of General Motors Co. lost 2%. "
STATED = {
    "Both companies have lost 16% this month.": "2026-01-01..2026-01-13 of both, down 16%",
    "The pair rose 4% on Monday.": "2026-01-12 of both, up 4%",
    "The two stocks are up 10%.": "of both, up 10%",
    "These stocks gained 5%.": "of both, up 5%",
    "Both are down this month.": "2026-01-01..2026-01-13 of both, down",
    "The two companies' shares have lost a third of their value.": "of both, down 33.33%",
}
WHOLE = {
    "Ford and Tesla were among the top picks, and these stocks gained 7% last year.": (
        "F up 7% 2025-01-01..2025-12-31; TSLA up 7% 2025-01-01..2025-12-31"
    ),
    "Ford and Tesla opened a plant. Both stocks ended up rising.": "F up; TSLA up",
    "Ford opened a plant, as did Tesla and Nike. Both stocks rose.": "",
    "The euro rose 1%. The pair fell on Monday.": "EURUSD up 1%; EURUSD down 2026-01-12",
    # what one sees happen to what one has
    "Ford and Tesla have seen their share prices plunge.": "F down; TSLA down",
    "Ford and Tesla saw their stocks fall 30%.": "F down 30%; TSLA down 30%",
    "Nvidia has seen its stock fall 30%.": "NVDA down 30%",
    "Ford has seen demand fall.": "",
}


@pytest.mark.parametrize("text", STATED)
def test_both_move(text: str, prices_told: Callable[[str], str]) -> None:
    time, _, move = STATED[text].rpartition("of both, ")
    own = " ".join(part for part in (move, time.strip()) if part)
    assert prices_told(BEFORE + text).endswith(f"F {own}; GM {own}")


@pytest.mark.parametrize("text", WHOLE)
def test_states(text: str, prices_told: Callable[[str], str]) -> None:
    assert prices_told(text) == WHOLE[text]
