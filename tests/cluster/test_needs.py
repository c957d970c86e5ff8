"""A missing engine skips its tests and says which; in CI it fails them."""

from __future__ import annotations

import pytest

from .conftest import need


def test_what_is_there_is_no_matter() -> None:
    need("pyarrow", "sh")


@pytest.mark.parametrize(
    ("ci", "outcome"), [("", pytest.skip.Exception), ("true", pytest.fail.Exception)]
)
def test_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, ci: str, outcome: type[BaseException]
) -> None:
    monkeypatch.setenv("CI", ci)
    with pytest.raises(outcome, match="not installed: no_such_engine, no-such-program"):
        need("no_such_engine", "no-such-program")
