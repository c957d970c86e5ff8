"""Indices, commodities, currencies, coins, yields, futures: a price, or the thing itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest

LINKED: dict[str, list[str]] = {
    "as quote pages write them": [
        "[Gold|XAU] (GC=F): $1,678 per ounce",
        "[Crude oil|WTI] (CL=F): -4.40% to $51.03 a barrel",
        "[Oil|OIL] Heads for Biggest Weekly Gain Since 2017",
    ],
    "indices": [
        "The [S&P 500|SPX] fell 2.1 percent to 2416.58.",
        "The [S&P 500 Index|SPX] rose.",
        "The [Nasdaq|IXIC] has lost 4%.",
        "The [Nasdaq Composite|IXIC] rose 1%.",
        "The [Nasdaq 100|NDX] wiped out its losses.",
        "The [Dow|DJI] gained 300 points.",
        "The [Dow Jones Industrial Average|DJI] rose.",
        "The [Russell 2000|RUT] slid.",
        "The [FTSE 100|UKX] slipped 0.2%.",
        "The [DAX|DAX] rose 1%.",
        "The [Nikkei|NKY] fell 2%.",
        "The [Hang Seng Index|HSI] slipped 0.1%.",
        "The [Shanghai Composite|SHCOMP] lost 0.2%.",
        "The [CSI 300 Index|CSI300] has risen.",
        "The [Hang Seng Tech Index|HSTECH] has advanced.",
        "The [BSE Sensex|SENSEX] fell 412.66 points.",
        "The [Nifty 50|NIFTY] dropped 118.35 points.",
        "[Nifty IT|NIFTYIT] was the worst hit.",
        "[India VIX|INDIAVIX] rose 3.4%.",
        "The [Bloomberg Dollar Spot Index|BBDXY] rose 0.2%.",
        "The [Bloomberg Commodity Index|BCOM] rose.",
        "South Korea's [Kospi|KOSPI] fell.",
        "The [Philadelphia Semiconductor Index|SOX] closed higher.",
    ],
    "futures": [
        "[S&P 500 futures|SPX] slid 0.5%.",
        "[Futures on the S&P 500|SPX] added 0.2 percent.",
        "[Contracts on the S&P 500|SPX] climbed.",
        "[Dow futures|DJI] were down 0.2%.",
        "[Nasdaq 100 futures|NDX] were lower.",
        "[Futures on Japan's Nikkei 225|NKY] were flat.",
        "[Hang Seng futures|HSI] slid 0.1 percent.",
        "[Futures on Australia's S&P/ASX 200 Index|AXJO] rose.",
        "[FTSE 100 Index futures|UKX] trimmed gains.",
    ],
    "commodities": [
        "[Gold|XAU] slipped 0.6%.",
        "[Spot gold|XAU] fell to $5,102 an ounce.",
        "[gold futures|XAU] climbed.",
        "Meanwhile, [gold|XAU] retreated.",
        "[Oil|OIL] traded below $20 a barrel.",
        "Elsewhere, [oil|OIL] climbed.",
        "[Oil prices|OIL] rose.",
        "[Brent crude|BRENT] advanced by nearly 2%.",
        "[West Texas Intermediate crude|WTI] dipped 0.3 percent.",
        "[Copper|HG] jumped 3%.",
        "[Silver|XAG] was little changed.",
        "Flight to safety keeps [gold|XAU] near a one-month high.",
        "[Wheat|ZW] fell.",
        "[Natural gas|NG] plunged 8%.",
    ],
    "currencies": [
        "The [euro|EURUSD] rose 0.1% to $1.0854.",
        "The [yen|USDJPY] held at 108.65 per dollar.",
        "The [British pound|GBPUSD] was little changed.",
        "[Sterling|GBPUSD] fell.",
        "The [offshore yuan|USDCNH] traded up 0.1%.",
        "The [rupee|USDINR] weakened 11 paise.",
        "The [lira|USDTRY] slipped.",
        "The [dollar|DXY] rose.",
        "The [greenback|DXY] eased.",
        "The [dollar index|DXY] slipped.",
        "The [Mexican peso|USDMXN] gained.",
        "[EUR/USD|EURUSD] fell to 1.08.",
        "[USD/JPY|USDJPY] rose to 150.",
    ],
    "coins": [
        "[Bitcoin|BTC] fell 4%.",
        "[bitcoin|BTC] rallied.",
        "[Ethereum|ETH] rose.",
        "[BTC-USD|BTC] slid.",
        "[Solana|SOL] jumped 9%.",
        "[Dogecoin|DOGE] soared.",
    ],
    "yields": [
        "The [10-year Treasury yield|US10Y] was at 2.71 percent.",
        "The [yield on 10-year Treasuries|US10Y] rose one basis point.",
        "[Treasury yields|US10Y] climbed.",
        "[Australia's 10-year bond yield|AU10Y] held.",
        "[Australia's 10-year yield|AU10Y] slid.",
        "[Germany's 10-year yield|DE10Y] fell.",
        "The [yield on two-year Treasuries|US2Y] rose.",
    ],
}

NOT_LINKED: dict[str, list[str]] = {
    "amounts and sources": [
        "Sell with a target price of Rs 109.",
        "Two units to merge: Nikkei",
        "S&P Dow Jones Indices said so.",
    ],
    "things": [
        "He won a gold medal.",
        "Gold miners dug deeper.",
        "The gold standard ended.",
        "Gold card holders pay less.",
        "Oil companies cut jobs.",
        "An oil spill closed the bay.",
        "The oil minister resigned.",
        "Oil output was cut.",
        "The copper mine closed.",
        "They lead the market.",
        "A tin roof leaked.",
        "The corn harvest was late.",
        "Silver coins were sold.",
        "A cup of coffee costs more.",
        "Sugar mills closed.",
        "Gas stations closed.",
        "The steel mill reopened.",
        "A cotton shirt.",
        "Rubber gloves sold out.",
    ],
    "amounts": [
        "It paid 5 million dollars.",
        "The fund holds 500 million euros.",
        "A dollar store opened.",
        "The bill is 100 yen.",
        "It sold for 20 pounds.",
        "They raised 3 billion yuan.",
        "It cost 40 rupees.",
        "The euro zone grew.",
        "Euro-area inflation slowed.",
        "The company won a contract.",
        "The real issue is cost.",
        "A pound of beef.",
        "Bonds fell to 85 cents on the dollar.",
    ],
    "exchanges": [
        "It is listed on the Nasdaq.",
        "It trades on Nasdaq under a new name.",
        "The Nasdaq-listed firm grew.",
        "The Nasdaq Stock Market approved it.",
        "It moved its listing to Nasdaq.",
        "The Nikkei newspaper wrote about it.",
        "The Nikkei reported on Thursday.",
    ],
    "yields": [
        "The dividend yield is 3%.",
        "Crop yields fell.",
        "The plan may yield results.",
    ],
}


@pytest.mark.parametrize("marked", [m for marks in LINKED.values() for m in marks])
def test_links(marked: str, marked_again: Callable[[str], str]) -> None:
    assert marked_again(marked) == marked


@pytest.mark.parametrize("text", [t for texts in NOT_LINKED.values() for t in texts])
def test_does_not_link(text: str, marked_again: Callable[[str], str]) -> None:
    assert marked_again(text) == text
