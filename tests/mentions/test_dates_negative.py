"""Words and numbers that look like dates and are none: nothing is read but what is marked."""

from __future__ import annotations

import datetime as dt

import pytest

from finfacts.language.anchor import Anchor
from finfacts.language.passage import Passage
from finfacts.mentions.dates import find_periods

MODALS_AND_VERBS = """
The stock may fall further.
May I ask what the target is?
It may, in fact, rise.
Prices may not recover and may well sink.
The rally may continue to march higher.
Protesters march through the capital.
The company is on the march again.
Investors marched for the exits.
The board seconded the motion.
It came in second to Orion.
The second bidder withdrew.
Every second counts in trading.
A split second was all it took.
The trade settled in a matter of seconds.
It was an august gathering of bankers.
The sun sat low over the mine.
The firm sat on its cash.
Traders wed themselves to the trend.
He can spring a surprise on the market.
Shares spring back after falling.
Profits fall and fall again.
The fall in yields surprised nobody.
The decade-old plant was closed.
"""
NAMES = """
Theresa May's deal was rejected.
Prime Minister May lost the vote.
Mrs. May said talks would go on.
April Lee joined as finance chief.
June Yoon, an analyst, cut her rating.
Jan Hatzius of Goldman Sachs disagreed.
Augusta Savings Bank missed estimates.
Sun Pharma fell 3%.
Wed Capital bought a stake.
Frida Mining was flat.
Mar Vista Fund rose.
Dec Holdings gained 2%.
Octopus Energy raised funds.
Marchmont Plc slid 4%.
Mayo Clinic signed the deal.
Augustus Oil closed higher.
Juneau Gold fell.
Decathlon may list in Paris.
Janus Henderson holds 3%.
Junior miners gained.
Novartis and Novo Nordisk rose.
Septeni Holdings sank.
Sunrun and Sunnova jumped.
Monster Beverage added 1%.
Satellite makers climbed.
Winter Park Holdings was upgraded.
The Audi Q3 sold well.
The USA Today network cut jobs.
Day One Biopharma rose 7%.
Days Inn is for sale.
Weeks Marine won a contract.
Monthly Publications Inc. fell.
Yearling Foods was flat.
Half Moon Brewing rose.
"""
NUMBERS = """
The S&P 500 fell to 2,019.
The index closed at 2019.45.
The Nikkei 225 ended at 20,190.
The Russell 2000 fell 1.2%.
It closed at 2010 points.
The gauge slid to 1987.
He cut his target to $2025.
It sold 2000 shares.
It hired 2019 workers.
It cut 1950 jobs.
The CSI 1000 and CSI 2000 rose.
The Nifty 50 ended at 25,701.
The Boeing 737 and the A320 compete.
The 747-8 made its last flight.
It runs Windows 2000.
Section 2010 of the code applies.
Call 1-877-555-0118, ID 6349823.
Call (206) 555-1212 or 212-555-2019.
Room 2020 was empty.
The price was 20.19 euros.
It raised $2,020 from 1,999 donors.
The ratio is 3/4.
It rose 1 3/4 points.
About 2/3 of users agreed.
He scored 84/100.
The lines are open 24/7.
The final score was 9-11.
It traded between 10 and 12.
It has 10-12 plants.
Yields rose 3-5 basis points.
The vote was 52-48.
It won by 2019 votes.
The code is 133-03-03-2020.
The IBAN is DE2020 1990 2000.
It filed a 10-K and an 8-K.
The 401(k) plan holds the stock.
COVID-19 hurt sales.
The iPhone 15 and the H200 sell well.
Item 2026-A was withdrawn.
It has $1999 left.
A 1:1 swap was agreed.
The ratio was 5:1.
Orders rose by 2020 units.
The well is 1980 feet deep.
It paid 2019 rupees a share.
Flight 1990 was delayed.
Gold traded near 1950.
Gold rose to 1990 an ounce.
The fund holds 2026 stocks.
"""
MATURITIES = """
The 10-year Treasury yield was at 4.24%.
The yield on 10-year Treasuries rose.
The spread between five-year and 30-year Treasuries widened.
Australia's 10-year bond yield held.
The 10-year yield slid four basis points.
The two-year note fell.
Germany's 10-year bund yield rose.
Britain's 10-year gilt yield fell.
Japan's 10-year JGB yield rose.
The 30-year mortgage rate climbed.
The three-month bill rate was flat.
The 10-year fell to 2.7%.
The five-year breakeven rate rose.
It sold 10-year notes and 30-year bonds.
Demand for the seven-year auction was weak.
The 3-month LIBOR rate was unchanged.
The 100-year bond sold off.
It took out a five-year loan.
"""
RATES_AND_HABITS = """
OPEC pumps 30 million barrels a day.
Output is 1.2 million barrels per day.
It earns $5 a year.
The fee is $10 a month.
Workers get paid twice a week.
They trade all day long.
He is a day trader.
Day trading is risky.
Intraday swings were large.
It was the order of the day.
At the end of the day, earnings matter.
Those were the days of easy money.
These days, buyers are picky.
The halcyon days are over.
It is a matter of days.
It will take weeks or months.
It is the lowest in months.
It fell the most in years.
The deal took years.
For years, the bank lost money.
In recent years, sales grew.
Over the years, it paid dividends.
Once a year it pays a dividend.
Same-day delivery costs more.
Half of the users left.
The half-hour show was cancelled.
It sold half its stake.
Nearly half the stores closed.
Almost a quarter of its sales come from China.
Output fell by three quarters.
A third of a percent is small.
The first half of the match was dull.
A quarter point cut is likely.
It raised rates by a quarter of a percentage point.
The quarter-point hike surprised few.
Quarterly results were strong.
The annual meeting was calm.
Its weekly newsletter is free.
Monthly users grew 3%.
The year-on-year gain was 3%.
Sales rose year over year.
Sales rose 3% month-on-month.
It is a long-term bet.
Near-term risks remain.
The mid-cap index was flat.
It is early to say.
Late payers were fined.
Earlier, the shares rose.
Later, they fell.
The latest data were weak.
The next big thing is here.
The last thing it needs is a strike.
The previous owner sold.
The current account was in surplus.
The following companies reported.
Following results, it fell.
Time is money.
At times, it lagged.
It happened at the time.
For the time being, it waits.
The morning was calm.
Good morning, investors.
It is a nightmare.
The Night Shift fund rose.
The day the merger closed was quiet.
A rainy day fund was built.
Birthday gifts sold well.
Yesterday-style pricing is common.
Her minute attention helped.
It is now or never.
On the first day of trading, it rose.
The first week of the trial was slow.
The last three months of the contract are unpaid.
It now trades higher.
The now-defunct bank owed money.
"""
ONLY_MARKED = """
May's party won in [May].
It may rise in [May].
Analysts march on to [March].
The second day of talks was held on [Monday].
The 10-year Treasury yield hit a [10-year] high.
The S&P 500 fell to 2,019 in [2019].
The Russell 2000 fell in [2018].
The iPhone 15 launched in [September 2023].
Barrels a day fell [last week].
Half of users left [last year].
It may list on the Nasdaq as soon as [Thursday].
"""
LINES = [
    line
    for table in (
        MODALS_AND_VERBS,
        NAMES,
        NUMBERS,
        MATURITIES,
        RATES_AND_HABITS,
        ONLY_MARKED,
    )
    for line in table.strip().splitlines()
]


@pytest.mark.parametrize("line", LINES)
def test_reads_only_what_is_marked(line: str) -> None:
    text = line.replace("[", "").replace("]", "") if line in ONLY_MARKED else line
    marked = [piece.split("]")[0] for piece in line.split("[")[1:]] if line in ONLY_MARKED else []
    found = find_periods(Passage(text), Anchor(dt.date(2026, 1, 13)))
    assert [period.span.text for period in found] == marked


def test_the_table_is_long_enough() -> None:
    assert len(LINES) >= 200
