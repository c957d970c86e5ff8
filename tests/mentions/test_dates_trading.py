"""Trading days: "the previous session" steps over the exchange's own holidays and weekends."""

from __future__ import annotations

import datetime as dt

import pytest
from holidays import financial_holidays

from finfacts.language.anchor import Anchor
from finfacts.language.passage import Passage
from finfacts.mentions.dates import find_periods
from finfacts.mentions.dates.trading import is_trading_day

# Exchange, published on, the trading day before, what lies between.
HOLIDAYS = """
XNYS 2025-07-07 2025-07-03 Independence Day
XNAS 2025-11-28 2025-11-26 Thanksgiving
XTSE 2025-07-02 2025-06-30 Canada Day
XLON 2025-05-06 2025-05-02 early May bank holiday
XETR 2025-05-02 2025-04-30 Labour Day
XPAR 2025-04-22 2025-04-17 Easter
XSWX 2025-08-04 2025-07-31 National Day
XHKG 2025-07-02 2025-06-30 Establishment Day
XTKS 2025-07-22 2025-07-18 Marine Day
XSHG 2025-10-09 2025-09-30 National Day week
XNSE 2025-08-18 2025-08-14 Independence Day
XASX 2025-01-28 2025-01-24 Australia Day
XKRX 2025-06-09 2025-06-05 Memorial Day
BVMF 2025-11-21 2025-11-19 Black Awareness Day
XSAU 2025-01-12 2025-01-09 Friday and Saturday
XNYS 2026-01-13 2026-01-12 nothing
XXXX 2026-01-12 2026-01-09 a weekend, on an exchange whose holidays are not known
"""
WAYS = (
    "It surged 10% in the previous session.",
    "It surged 10% in the prior session.",
    "It surged 10% in the last session.",
    "It surged 10% on the previous trading day.",
    "It surged 10% in the prior trading session.",
)


@pytest.mark.parametrize("line", HOLIDAYS.strip().splitlines())
@pytest.mark.parametrize("text", WAYS)
def test_previous_session(line: str, text: str) -> None:
    exchange, day, before, *_ = line.split()
    (period,) = find_periods(Passage(text), Anchor(dt.date.fromisoformat(day), exchange))
    assert (str(period.start), str(period.end), period.timex) == (before, before, before)


def test_next_session_and_windows_of_sessions() -> None:
    anchor = Anchor(dt.date(2025, 7, 3), "XNYS")
    (period,) = find_periods(Passage("It will trade in the next session."), anchor)
    assert period.start == dt.date(2025, 7, 7)
    (window,) = find_periods(Passage("It fell in the past three sessions."), anchor)
    assert (window.start, window.end) == (dt.date(2025, 7, 1), dt.date(2025, 7, 3))


CLOCKS = """
2020-07-02T22:24:00+00:00 | as of 7:20 a.m. in Tokyo     | 2020-07-03
2020-07-02T22:24:00+00:00 | as of 6:20 p.m. in New York  | 2020-07-02
2020-07-02T22:24:00+00:00 | as of 4:20 p.m. in Tokyo     | 2020-07-02
2020-07-02T01:24:00+00:00 | as of 10:20 a.m. in Tokyo    | 2020-07-02
2020-07-02T00:00:00+00:00 | as of 7:20 a.m. in Hong Kong | 2020-07-02
2020-07-02T19:05:00-04:00 | at 9:01 a.m. Sydney time     | 2020-07-03
"""


@pytest.mark.parametrize("line", CLOCKS.strip().splitlines())
def test_a_clock_in_the_east_stands_where_the_day_has_begun(line: str) -> None:
    published, words, day = (part.strip() for part in line.split("|"))
    anchor = Anchor.of(dt.datetime.fromisoformat(published), "XNYS")
    (period,) = find_periods(Passage(f"Futures rose {words}."), anchor)
    assert (str(period.start), str(period.end)) == (day, day)


@pytest.mark.parametrize("exchange", "XNYS XNAS XLON XTSE XJPX XHKG XETR XPAR XBOM XCME".split())
def test_trading_days_are_those_of_the_holidays_package(exchange: str) -> None:
    holidays = financial_holidays(exchange, years=range(2015, 2030))
    days = [dt.date(2015, 1, 1) + dt.timedelta(days=count) for count in range(15 * 365)]
    closed = {day for day in days if day.weekday() < 5 and not is_trading_day(day, exchange)}
    assert closed == {day for day in days if day.weekday() < 5 and day in holidays}
