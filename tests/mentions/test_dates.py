"""Dates and periods: one expression a line, its span marked in place, with its value."""

from __future__ import annotations

import datetime as dt

import pytest

from finfacts.language.anchor import Anchor
from finfacts.language.passage import Passage
from finfacts.mentions.dates import find_periods
from finfacts.values import Period

# Published on | sentence, spans in brackets | their values in order, "?" for no date.
# A value is a day, "first..last", or "? TIMEX3"; a TIMEX3 value may follow a date as well.
WRITTEN = """
2026-01-13 | Its high was reached on [Oct. 2]. | 2025-10-02 2025-10-02
2026-01-13 | Its high was reached on [October 2]. | 2025-10-02
2026-01-13 | Its high was reached on [2 October]. | 2025-10-02
2026-01-13 | Its high was reached on [2nd of October]. | 2025-10-02
2026-01-13 | Its high was reached on [the second of October]. | 2025-10-02
2026-01-13 | Its high was reached on [Oct. 2, 2024]. | 2024-10-02
2026-01-13 | Its high was reached on [2 October 2024]. | 2024-10-02
2026-01-13 | Its high was reached on [2nd October, 2024]. | 2024-10-02
2026-01-13 | Its high was reached on [2024-10-02]. | 2024-10-02
2026-01-13 | Its high was reached on [2024/10/02]. | 2024-10-02
2026-01-13 | Its high was reached on [10/2/2024]. | 2024-10-02
2026-01-13 | Its high was reached on [22/04/2024]. | 2024-04-22
2026-01-13 | Its high was reached on [02.10.2024]. | 2024-10-02
2026-01-13 | Its high was reached on [05-Aug-2024]. | 2024-08-05
2026-01-13 | Its high was reached on [Wednesday, Oct. 2, 2024]. | 2024-10-02
2026-01-13 | Its high was reached on [Thursday, Oct. 2]. | 2025-10-02
2026-01-13 | It met investors on [Oct. 2-4]. | 2025-10-02..2025-10-04
2026-01-13 | It met investors on [October 2-4, 2024]. | 2024-10-02..2024-10-04
2026-01-13 | It met investors on [2-4 October]. | 2025-10-02..2025-10-04
2026-01-13 | It met investors from [Oct. 30 to Nov. 3]. | 2025-10-30..2025-11-03
2026-01-13 | It met investors between [Dec. 30 and Jan. 5]. | 2025-12-30..2026-01-05
2026-01-13 | It peaked in [October 2024]. | 2024-10-01..2024-10-31 2024-10
2026-01-13 | It peaked in [Oct. 2024]. | 2024-10-01..2024-10-31
2026-01-13 | It peaked in [October, 2024]. | 2024-10-01..2024-10-31
2026-01-13 | It peaked in [October]. | 2025-10-01..2025-10-31
2026-01-13 | It peaked in [early October]. | 2025-10-01..2025-10-31
2026-01-13 | It is down from an [early-October] peak. | 2025-10-01..2025-10-31
2026-01-13 | It rose in [January]. | 2026-01-01..2026-01-13
2026-01-13 | It is below its [July] record. | 2025-07-01..2025-07-31
2026-01-13 | It is below the [May] high. | 2025-05-01..2025-05-31
2026-01-13 | [May] sales rose 3%. | 2025-05-01..2025-05-31
2026-01-13 | [February] consumer prices rose 3.1%. | 2025-02-01..2025-02-28
2026-01-13 | It fell [last July]. | 2025-07-01..2025-07-31
2026-01-13 | It grew in [June of last year]. | 2025-06-01..2025-06-30
2026-01-13 | [February 29] was unusual. | 2024-02-29
2026-01-13 | The bank will report on [Feb. 4]. | 2026-02-04
2026-01-13 | The deal is due to close in [March]. | 2026-03-01..2026-03-31
2026-01-13 | A reading for [December] will be released soon. | 2025-12-01..2025-12-31
2026-01-13 | Crude for [March] delivery rose. | 2026-03-01..2026-03-31
2026-01-13 | It cut its outlook for sales on [Monday]. | 2026-01-12
2026-01-13 | Output fell in [January-March 2025]. | 2025-01-01..2025-03-31
2024-07-12 | Prices fell 0.1% in [June], the first drop in a while. | 2024-06-01..2024-06-30
2026-01-13 | Output fell from [April to June 2025]. | 2025-04-01..2025-06-30
2026-01-13 | Output fell in [Nov-Feb 2025]. | 2024-11-01..2025-02-28
"""
WEEKDAYS = """
2026-01-13 | Shares gained on [Monday]. | 2026-01-12 2026-01-12
2026-01-13 | Shares gained on [Tuesday]. | 2026-01-13
2026-01-13 | Shares gained on [Wednesday]. | 2026-01-07
2026-01-13 | [Monday]'s close was a record. | 2026-01-12
2026-01-13 | It opened higher [early Tuesday]. | 2026-01-13
2026-01-13 | It fell [late Monday]. | 2026-01-12
2026-01-13 | It fell [Monday afternoon]. | 2026-01-12
2026-01-13 | It fell [last Friday]. | 2026-01-09
2026-01-14 | It fell [last Wednesday]. | 2026-01-07
2026-01-13 | It reports [next Wednesday]. | 2026-01-21
2026-01-13 | It fell [this past Friday]. | 2026-01-09
2026-01-13 | It reports [this coming Friday]. | 2026-01-16
2026-01-13 | It will report on [Thursday]. | 2026-01-15
2026-01-13 | The data are due [Wednesday]. | 2026-01-14
2026-01-13 | Asian stocks looked set for gains [Wednesday]. | 2026-01-14
2026-01-13 | The vote is scheduled for [Friday]. | 2026-01-16
2026-01-13 | A ruling may come as soon as [Thursday]. | 2026-01-15
2026-01-13 | It is to cut [Thursday], having raised in [July]. | 2026-01-15 2025-07-01..2025-07-31
2026-01-13 | Analysts had expected more on [Thursday]. | 2026-01-08
2026-01-13 | It rose on better-than-expected data [Thursday]. | 2026-01-08
2026-01-13 | "We will keep buying," she said on [Friday]. | 2026-01-09
2026-01-13 | It will expand, the company said [Friday]. | 2026-01-09
2026-01-13 | Earnings are due from Volt on [Wednesday]; Orion on [Thursday]. | 2026-01-14 2026-01-15
2026-01-13 | It met on [Tuesday of last week]. | 2026-01-06
2026-01-13 | It meets [every Monday]. | ?XXXX-WXX-1
2026-01-13 | It fell on [Monday 12th]. | 2026-01-12
"""
RELATIVE = """
2026-01-13 | It fell [today]. | 2026-01-13
2026-01-13 | It fell [yesterday]. | 2026-01-12
2026-01-13 | It reports [tomorrow]. | 2026-01-14
2026-01-13 | It reports [tonight]. | 2026-01-13 2026-01-13TNI
2026-01-13 | It fell [this morning]. | 2026-01-13 2026-01-13TMO
2026-01-13 | It fell [last night]. | 2026-01-12
2026-01-13 | It rose 3% [this week]. | 2026-01-12..2026-01-13 2026-W03
2026-01-13 | It will report [this week]. | 2026-01-12..2026-01-18
2026-01-13 | It fell [last week]. | 2026-01-05..2026-01-11 2026-W02
2026-01-13 | It reports [next week]. | 2026-01-19..2026-01-25
2026-01-13 | Volume soared in [the past week]. | 2026-01-06..2026-01-13 P1W
2026-01-13 | Volume soared over [the last week]. | 2026-01-06..2026-01-13 P1W
2026-01-13 | It fell [earlier this week]. | 2026-01-12..2026-01-13
2026-01-13 | It reports [later this week]. | 2026-01-13..2026-01-18
2026-01-13 | It fell [earlier in the week]. | 2026-01-12..2026-01-13
2026-01-13 | It rose [this month]. | 2026-01-01..2026-01-13 2026-01
2026-01-13 | It rose [last month]. | 2025-12-01..2025-12-31 2025-12
2026-01-13 | It rose [thus far this month]. | 2026-01-01..2026-01-13
2026-01-13 | It rose [so far this month]. | 2026-01-01..2026-01-13
2026-01-13 | It is up [this year]. | 2026-01-01..2026-01-13 2026
2026-01-13 | It expects to grow [this year]. | 2026-01-01..2026-12-31 2026
2026-01-13 | It is up 13% [year to date]. | 2026-01-01..2026-01-13 2026
2026-01-13 | It is up 13% [year-to-date]. | 2026-01-01..2026-01-13 2026
2026-01-13 | It is up 13% [YTD]. | 2026-01-01..2026-01-13 2026
2026-01-13 | It is a winner for [the year], up 30%. | 2026-01-01..2026-01-13
2026-01-13 | It fell [last year]. | 2025-01-01..2025-12-31 2025
2026-01-13 | It aims to list [next year]. | 2027-01-01..2027-12-31 2027
2026-01-13 | It rose in [the past year]. | 2025-01-13..2026-01-13 P1Y
2026-01-13 | It rose over [the past 12 months]. | 2025-01-13..2026-01-13 P12M
2026-01-13 | It rose over [the past three days]. | 2026-01-09..2026-01-13 P3D
2026-01-13 | It fell in [the last five sessions]. | 2026-01-07..2026-01-13 P5D
2026-01-13 | It rose in [the past ten days]. | 2026-01-03..2026-01-13 P10D
2026-01-13 | It rose over [the past three years]. | 2023-01-13..2026-01-13 P3Y
2026-01-13 | Volume rose in [the last 24 hours]. | 2026-01-12..2026-01-13 PT24H
2026-01-13 | Volume rose in [24 hours]. | 2026-01-12..2026-01-13 PT24H
2026-01-13 | [24-hour] message volume rose. | 2026-01-12..2026-01-13 P1D
2026-01-13 | It plans to grow over [the next three years]. | 2026-01-14..2029-01-13 P3Y
2026-01-13 | It went nowhere in [the next two months]. | ?P2M
2026-01-13 | It was bearish [a week ago]. | 2026-01-06 P1W
2026-01-13 | It fell [two years ago]. | 2024-01-13 P2Y
2026-01-13 | It was neutral [a day earlier]. | 2026-01-12
2026-01-12 | It was neutral [a day earlier]. | ?P1D
2026-01-13 | Revenue rose from [a year earlier]. | ?P1Y
2026-01-13 | Revenue rose from the [year-ago] quarter. | ?P1Y
2026-01-13 | Revenue rose from [the prior-year] quarter. | ?P1Y
2026-01-13 | It fell less than [two years ago]. | ?P2Y
2026-01-13 | It will launch [in two weeks]. | 2026-01-27
2026-01-13 | It rose the most in [two weeks]. | ?P2W
2026-01-13 | It was the best day in nearly [a month]. | ?P1M
2026-01-13 | It fell [two days after Christmas]. | 2025-12-27
2026-01-13 | It fell over [the weekend]. | 2026-01-10..2026-01-11
2026-01-13 | It spiked [earlier in the session]. | 2026-01-13
2026-01-13 | It fell in [March 2025]. | 2025-03-01..2025-03-31
2026-01-13 | In [March] from [the previous month]. | 2025-03-01..2025-03-31 2025-02-01..2025-02-28
"""
SINCE = """
2026-01-13 | It is up [since the start of January]. | 2026-01-01..2026-01-13 2026-01
2026-01-13 | It is at its highest [since Jan. 9]. | 2026-01-09..2026-01-13 2026-01-09
2026-01-13 | It is at its highest [since October]. | 2025-10-01..2026-01-13 2025-10
2026-01-13 | It is at its highest [since mid-October]. | 2025-10-15..2026-01-13 2025-10
2026-01-13 | It is at its highest [since September 2017]. | 2017-09-01..2026-01-13 2017-09
2026-01-13 | It is at its highest [since 2017]. | 2017-01-01..2026-01-13 2017
2026-01-13 | It is at its highest [since Friday]. | 2026-01-09..2026-01-13
2026-01-13 | It slipped [so far in 2026]. | 2026-01-01..2026-01-13 2026
2026-01-13 | It has slipped [this year so far]. | 2026-01-01..2026-01-13
2026-01-13 | By [the end of January] it expects more. | 2026-01-31
2026-01-13 | At [the end of 2025] it had cash. | 2025-12-31
2026-01-13 | By [the end of this year] it had less. | 2026-12-31
2026-01-13 | Her [year-end] target is 7,000. | ?2026
2026-01-13 | At [the start of the year] it was 5. | 2026-01-01
"""
YEARS = """
2026-01-13 | The index rose 3% in [2026]. | 2026-01-01..2026-01-13 2026
2026-01-13 | It fell in [2025]. | 2025-01-01..2025-12-31 2025
2026-01-13 | It plans to open 50 stores in [2026]. | 2026-01-01..2026-12-31 2026
2026-01-13 | For [2026], Volt plans to open 350 stores. | 2026-01-01..2026-12-31 2026
2026-01-13 | It forecast [2026] comparable sales growth of 1%. | 2026-01-01..2026-12-31
2026-01-13 | He cut the [2026] earnings estimate. | 2026-01-01..2026-12-31
2026-01-13 | It is the worst [since the 2008] financial crisis. | 2008-01-01..2026-01-13
2026-01-13 | It shrank in [early 2019]. | 2019-01-01..2019-12-31 2019
2026-01-13 | It grew between [2010 and 2015]. | 2010-01-01..2015-12-31 2010/2015
2026-01-13 | It grew from [2010 to 2015]. | 2010-01-01..2015-12-31 2010/2015
2026-01-13 | It grew in [2010-2015]. | 2010-01-01..2015-12-31 2010/2015
2026-01-13 | It grew in [2012-13]. | 2012-01-01..2013-12-31 2012/2013
2026-01-13 | It grew in [the 1990s]. | 1990-01-01..1999-12-31 199
2026-01-13 | It fell in the [mid-1980s]. | 1980-01-01..1989-12-31 198
2026-01-13 | It guided for [fiscal 2026]. | ?FY2026
2026-01-13 | It guided for [FY26]. | ?FY2026
2026-01-13 | It guided for [FY2025-26]. | ?FY2025/2026
2026-01-13 | Sales fell in both [2018] and [2019]. | 2018-01-01..2018-12-31 2019-01-01..2019-12-31
2026-01-13 | It grew in [2018] and [2019]. | 2018-01-01..2018-12-31 2019-01-01..2019-12-31
"""
QUARTERS = """
2019-10-28 | Sales fell in [the third quarter]. | 2019-07-01..2019-09-30 2019-Q3
2019-10-31 | It expects [fourth-quarter] revenue of $2 billion. | 2019-10-01..2019-12-31 2019-Q4
2026-02-03 | Revenue for [the fourth quarter] rose. | 2025-10-01..2025-12-31 2025-Q4
2026-02-03 | Revenue for [the fourth quarter of 2024] rose. | 2024-10-01..2024-12-31
2026-02-03 | Revenue for [Q4] rose. | 2025-10-01..2025-12-31
2026-02-03 | Revenue for [4Q] rose. | 2025-10-01..2025-12-31
2026-02-03 | Revenue for [4Q25] rose. | 2025-10-01..2025-12-31
2026-02-03 | Revenue for [Q4 2025] rose. | 2025-10-01..2025-12-31
2026-02-03 | Revenue for [2025 Q4] rose. | 2025-10-01..2025-12-31
2026-02-03 | Revenue for [the fourth quarter of last year] rose. | 2025-10-01..2025-12-31
2026-02-03 | Revenue for [last year's fourth quarter] rose. | 2025-10-01..2025-12-31
2026-02-03 | Revenue for [Q3 FY25] rose. | ?FY2025-Q3
2026-02-03 | Revenue for [the fiscal third quarter] rose. | ?FYXXXX-Q3
2026-02-03 | It is forecast to have slowed in [the fourth quarter]. | 2025-10-01..2025-12-31
2026-02-03 | Its [second-quarter] earnings fell short. | ?XXXX-Q2
2026-02-03 | It expects to close the deal in [the second quarter]. | 2026-04-01..2026-06-30
2025-12-10 | Revenue grew 52% [last quarter]. | 2025-07-01..2025-09-30
2026-01-29 | Its [December-quarter] profit rose. | 2025-10-01..2025-12-31
2026-01-29 | Profit rose in [the quarter ended December]. | 2025-10-01..2025-12-31
2026-01-29 | Profit rose in [the three months ended Dec. 31]. | 2025-10-01..2025-12-31 P3M
2026-01-29 | Profit rose in [the quarter ended Dec. 31]. | 2025-10-01..2025-12-31
2026-01-29 | Stocks fell in [the week ended Jan. 23]. | 2026-01-17..2026-01-23
2026-01-29 | Stocks fell in [the week to Jan. 23]. | 2026-01-17..2026-01-23
2026-01-29 | Guidance for [the year ending March 31] was cut. | 2025-04-01..2026-03-31
2026-01-29 | Stocks fell in [the week of Jan. 19]. | 2026-01-19..2026-01-25
2026-01-29 | It earned more in [the first nine months of 2025]. | 2025-01-01..2025-09-30
2026-01-29 | It earned more in [the final three months of 2025]. | 2025-10-01..2025-12-31
2026-01-13 | It fell in [the first week of January]. | 2025-12-29..2026-01-04 2026-W01
2026-01-13 | It fell in [the last week of July]. | 2025-07-28..2025-08-03
2025-08-13 | It earned more in [the first half]. | 2025-01-01..2025-06-30 2025-H1
2025-08-13 | It sees better sales in [the second half]. | 2025-07-01..2025-12-31 2025-H2
2025-08-13 | It will publish [first-half] results soon. | 2025-01-01..2025-06-30
2025-11-13 | It expects approval in [the first half]. | 2026-01-01..2026-06-30
2026-01-21 | They expect approval in [the second half of the year]. | 2026-07-01..2026-12-31
2026-01-21 | Its fiscal [1Q26] report was strong. | ?FY2026-Q1
2025-08-13 | It earned more in [H1 2025]. | 2025-01-01..2025-06-30
2025-08-13 | It earned more in [1H25]. | 2025-01-01..2025-06-30
2019-10-28 | [3Q] fell. It lost 4% in [the quarter]. | 2019-07-01..2019-09-30 2019-07-01..2019-09-30
"""
CLOCKS_AND_LENGTHS = """
2026-03-12 | At [7:40 a.m. ET], futures were down. | 2026-03-12 2026-03-12T07:40
2026-03-12 | Futures rose as of [8:01 a.m. in Tokyo]. | 2026-03-12 2026-03-12T08:01
2026-03-12 | Futures rose as of [12:30 p.m. in London]. | 2026-03-12 2026-03-12T12:30
2026-03-12 | Futures rose at [1234 GMT]. | 2026-03-12 2026-03-12T12:34
2026-03-12 | Futures rose at [12:34 CET]. | 2026-03-12 2026-03-12T12:34
2026-03-12 | A call is set for [4:30 p.m. ET on Thursday]. | 2026-03-12 2026-03-12T16:30
2026-03-12 | As of [4:30 p.m. Eastern], shares were up. | 2026-03-12 2026-03-12T16:30
2026-03-12 | At [4:30 p.m.] Eastern Air Lines fell. | 2026-03-12 2026-03-12T16:30
2026-03-12 | It rose as of [10:31 a.m. on Tuesday]. | 2026-03-10 2026-03-10T10:31
2026-03-12 | It hit a [52-week] high. | ?P52W
2026-03-12 | It hit a [six-week] high. | ?P6W
2026-03-12 | It is at a [five-month] low. | ?P5M
2026-03-12 | It is at a [10-year] low. | ?P10Y
2026-03-12 | It won a [five-year] deal. | ?P5Y
2026-03-12 | It won a [two-and-a-half-year] deal. | ?P2.5Y
2026-03-12 | It fell for [a second day]. | ?P2D
2026-03-12 | It was [the fourth straight day] of losses. | ?P4D
2026-03-12 | It had its [third straight weekly] loss. | ?P3W
2026-03-12 | It had its biggest [weekly] loss. | 2026-03-09..2026-03-12
2026-03-10 | It is set for a [weekly] loss. | 2026-03-09..2026-03-10
2026-03-12 | It is up 3% [since the year began]. | 2026-01-01..2026-03-12
2026-03-12 | It rose for [three straight sessions]. | ?P3D
2026-03-12 | It fell for [four straight weeks]. | ?P4W
2026-03-12 | It fell for the first time in [two decades]. | ?P20Y
2026-03-12 | It pays dividends [every quarter]. | ?P3M
2026-03-12 | It is a [multi-year] plan. | ?PXY
"""
HOLIDAYS = """
2026-01-13 | It fell on [Christmas Eve]. | 2025-12-24
2026-01-13 | It fell after [Thanksgiving]. | 2025-11-27
2026-01-13 | It rose on [Black Friday]. | 2025-11-28
2026-01-13 | It rose on [Good Friday 2025]. | 2025-04-18
2026-01-13 | It rose on [Labor Day]. | 2025-09-01
2026-01-13 | It rose on [Presidents' Day 2024]. | 2024-02-19
2026-01-13 | It rose [last summer]. | ?2025-SU
"""
READ = [
    line
    for table in (
        WRITTEN,
        WEEKDAYS,
        RELATIVE,
        SINCE,
        YEARS,
        QUARTERS,
        CLOCKS_AND_LENGTHS,
        HOLIDAYS,
    )
    for line in table.strip().splitlines()
]


def periods(text: str, day: str | None, exchange: str = "XNYS") -> list[Period]:
    """Return the periods of a text, each grounded in it."""
    anchor = Anchor(dt.date.fromisoformat(day) if day else None, exchange)
    found = find_periods(Passage(text), anchor)
    for period in found:
        assert text[period.span.start : period.span.end] == period.span.text
    return found


def shown(period: Period) -> str:
    """Return a period's dates as the tables write them."""
    if period.start is None:
        return f"?{period.timex}"
    if period.start == period.end:
        return f"{period.start}"
    return f"{period.start}..{period.end}"


@pytest.mark.parametrize("line", READ)
def test_reads_with_value(line: str) -> None:
    day, marked, values = (part.strip() for part in line.split("|"))
    text = marked.replace("[", "").replace("]", "")
    spans = [piece.split("]")[0] for piece in marked.split("[")[1:]]
    found = periods(text, day)
    assert [period.span.text for period in found] == spans
    dates = values.split()[: len(spans)]
    assert [shown(period) for period in found] == dates
    for timex in values.split()[len(spans) :]:
        assert found[-1].timex == timex


UNPLACED = """
It fell on [Monday]. | XXXX-WXX-1
It fell on [Oct. 2]. | XXXX-10-02
It fell in [October]. | XXXX-10
It fell [today]. | XXXX-XX-XX
It fell [last week]. | XXXX-WXX
It fell [this year]. | XXXX
It fell in [the third quarter]. | XXXX-Q3
It fell in [the past week]. | P1W
It fell in [the previous session]. | XXXX-XX-XX
It is at a [52-week] low. | P52W
"""


@pytest.mark.parametrize("line", UNPLACED.strip().splitlines())
def test_without_publication_date_nothing_is_placed(line: str) -> None:
    marked, timex = (part.strip() for part in line.split("|"))
    (period,) = periods(marked.replace("[", "").replace("]", ""), None)
    assert (period.start, period.end, period.timex) == (None, None, timex)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("It fell in Oct. 2024.", "2024-10-01..2024-10-31"),
        ("It fell on 2 October 2024.", "2024-10-02"),
        ("It fell in the third quarter of 2019.", "2019-07-01..2019-09-30"),
        ("It is the worst since 2008.", "?2008"),
    ],
)
def test_full_dates_need_no_publication_date(text: str, dates: str) -> None:
    (period,) = periods(text, None)
    assert shown(period) == dates or (period.start, period.end) == (dt.date(2008, 1, 1), None)


INDIAN_YEARS = """
2025-08-13 | Profit fell in the [first quarter]. | 2025-04-01..2025-06-30
2025-08-13 | Its [Q1] results were weak. | 2025-04-01..2025-06-30
2025-08-13 | Profit fell in [Q4 FY25]. | 2025-01-01..2025-03-31
2025-08-13 | Profit fell in [Q3 FY25]. | 2024-10-01..2024-12-31
2025-08-13 | Profit fell in [the third quarter of 2024]. | 2024-07-01..2024-09-30
2025-08-13 | Profit fell in [FY25]. | 2024-04-01..2025-03-31
2025-08-13 | Profit fell in [FY2024-25]. | 2024-04-01..2025-03-31
2025-08-13 | Sales may grow [this fiscal year]. | 2025-04-01..2026-03-31
"""


@pytest.mark.parametrize("line", INDIAN_YEARS.strip().splitlines())
def test_fiscal_years_of_indian_exchanges_run_from_april(line: str) -> None:
    day, marked, dates = (part.strip() for part in line.split("|"))
    (period,) = periods(marked.replace("[", "").replace("]", ""), day, "XNSE")
    assert shown(period) == dates
