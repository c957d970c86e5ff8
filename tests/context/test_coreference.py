"""What "the stock", "its shares", "the gauge", "it" stand for, and where they stay open."""

from __future__ import annotations

import pytest
import regex

from finfacts.context.coreference import main_instrument, resolve
from finfacts.language.passage import Passage
from finfacts.lexicons.instruments import load_lexicon
from finfacts.mentions.instruments import find_instruments

_MARK = regex.compile(r"\[(?P<text>[^\]|]*)\|(?P<means>[^\]]*)\]")

# A text with each resolved phrase marked; the names themselves are not.
RESOLVED = [
    "Nvidia rose. [The stock|NVDA] is up 30% this year.",
    "Nvidia rose. [The shares|NVDA] are up 30% this year.",
    "Nvidia beat estimates. [Shares|NVDA] gained 4%.",
    "Nvidia beat estimates. [Its shares|NVDA] gained 4%.",
    "Nvidia beat estimates, sending [its shares|NVDA] up 4%.",
    "Nvidia beat estimates, sending [shares|NVDA] up 4%.",
    "Nvidia beat estimates. [The company|NVDA] sold more chips.",
    "Nvidia beat estimates. [The chipmaker|NVDA] sold more.",
    "Apple fell. Shares of [the iPhone maker|AAPL] lost 14%.",
    "Netflix fell. [The video-streaming company|NFLX] lost users.",
    "Nvidia fell. [The Santa Clara, California-based company|NVDA] said so.",
    "Suzlon Energy fell. Sentiment for [the counter|SUZLON] turned.",
    "State Bank of India rose; CLSA raised its target on [the lender|SBIN].",
    "The S&P 500 fell. Down 18 percent, [the index|SPX] is weak.",
    "The S&P 500 fell. [The gauge|SPX] is down this year.",
    "S&P 500 futures rose. [The underlying gauge|SPX] slipped on Tuesday.",
    "The Nasdaq fell. [The benchmark|IXIC] is down 4%.",
    "The Nasdaq fell, and [it|IXIC] is trading at its lowest.",
    "Nvidia said [it|NVDA] expects more sales.",
    "Nvidia fell. [It|NVDA] has lost 20% this year.",
    "Shares of Nvidia rose. [They|NVDA] have climbed 20% this year.",
    "Gold fell. [The metal|XAU] is up this year.",
    "Bitcoin fell. [The cryptocurrency|BTC] lost 4%.",
    "The 10-year Treasury yield rose. [The yield|US10Y] hit 4%.",
    "The rupee fell. [The currency|USDINR] lost 11 paise.",
    "Needham cut Nvidia. [The stock|NVDA] fell 2%.",
    "Nvidia fell. Needham downgraded [the stock|NVDA].",
    "Nvidia rose. Its ties with Intel help [the company|NVDA]'s sales.",
    "Nvidia fell. Investors led by Zorbex Capital and Intel acquired [the company|NVDA] in 2018.",
    "Nvidia fell. Intel, which raised its bid for [the chipmaker|NVDA], said so.",
    "Nvidia fell. Intel, which sold it in 2012, bought a stake in [the company|NVDA].",
    "Nvidia rose as Intel bought a stake in [the company|NVDA].",
    "Nvidia rose after a fund bought a stake in [the company|NVDA].",
    "Nvidia is in talks. The end of Intel's interest led [the stock|NVDA] to fall.",
    "Intel rose. Intel's bid for Lenovo sent [the stock|INTC] down.",
    'Nvidia fell. "It is a feint," Intel said. "They hurt [the share|NVDA] price."',
    "Norwegian Air Shuttle ASA fell. Norwegian invited further bids. [The airline|NAS] waits.",
    "Nvidia fell. Rates rose. Bonds fell. [The stock|NVDA] is cheap.",
    "The Brazilian real fell, which gave the Bovespa a lift. [It|USDBRL] depreciated 2%.",
    "The rupee fell. [It|USDINR] has depreciated 4% this year.",
    "Shares of Nvidia fell. Last week, [it|NVDA] cut its outlook.",
    "Nvidia fell. Even after the drop, [it|NVDA] has gained 20% this year.",
    "Dutch group Philips fell. Having lost 4%, [it|PHIA] recouped the lot.",
    "Nvidia fell. The exchange halted [the stock|NVDA]. [It|NVDA] opened at $25.",
    "Nvidia said last month that [it|NVDA] planned to cut costs.",
    "Nvidia raised its outlook for the year and said [it|NVDA] expects more.",
    "Rival Nvidia revealed on Monday that [it|NVDA] planned a bid.",
    "Intel shares rose. [They|INTC] closed at $49.",
    "Shares of Nvidia rose, although [they|NVDA] remained below $125.",
    "The yield on the 10-year Treasury note rose. [It|US10Y] fell on Monday.",
    "The S&P 500 fell after [it|SPX] touched a record.",
    "Nvidia rose. Huawei, which accounts for a fifth of [the company|NVDA]'s sales, helped.",
    "Nvidia rose. Last on our list is Intel, a chipmaker. [The company|INTC] sells processors.",
    "Uber fell. Bearish bets in Lyft have grown. [The stock|LYFT] has a short interest of 62%.",
    "Shares of Nvidia fell after [the company|NVDA] cut its outlook.",
    "Panasonic fell with Tesla as [the carmaker|TSLA] cut output.",
    "Nvidia said [the company|NVDA] would hire an engineer from Google.",
    # A nation, a city or a trade tells which.
    "Intel agreed to buy Funcom. [The Oslo-based company|FUNCOM] makes games.",
    "GM trails Nissan. [The Japanese carmaker|7201] is ahead.",
    "Tencent may buy Funcom in a deal that values [the Norwegian company|FUNCOM] at $148 million.",
    "Nvidia rose and Allianz fell. [The German insurer|ALV] cut its outlook.",
    "Ryanair fell with Boeing. [The airline|RYA] cut its outlook.",
    "EssilorLuxottica fell. [The Franco-Italian company|EL] said so.",
    # Names joined to one that is only compared are compared, too.
    "Nvidia rose to 25 times, versus Intel's 26 and AMD's 120. [The company|NVDA] is cheap.",
    # A paragraph turns back to the article's own issuer.
    "Nvidia fell.\nNvidia shares lost 4%. Intel rose this week.\n[The stock|NVDA] is down 43%.",
    # One acts on what is the article's own issuer's.
    "Nvidia fell. Nvidia shares lost 4%. Intel opposes a sale of [the company|NVDA]'s network.",
    # One is presented after others.
    "See Intel. Closing out the list is Nvidia, a maker of chips. [The company|NVDA] grew.",
    # Those who trade in shares, and peers, are not whose shares or article they are.
    "Nvidia fell. Nvidia shares lost 4%. Intel sold 2 million shares. [Shares|NVDA] closed at $9.",
    "Nvidia rose as peer Intel fell. [The company|NVDA] makes chips.",
    # Of several, the article's own.
    "Nvidia fell. Nvidia grew. Nvidia lost. Intel may bid for Nvidia. [The company|NVDA] said so.",
    # What it makes tells which.
    "Nvidia recognized its share of Kraft Heinz profit as [the packaged food giant|KHC] reported.",
    "Unlike peers of Apple, Broadcom's estimates rose. [The semiconductor maker|AVGO] grew.",
    "Nvidia fell. After a rally in [the stock|NVDA], Nvidia fell.",
    # A rival in passing.
    "Lowe's rose. Lowe's shares gained. Rival Home Depot fell. [The company|LOW] opened stores.",
    # A broker that speaks brings in no one.
    "Nvidia rose, said Morgan Stanley, which kept its overweight rating on [the stock|NVDA].",
]
OPEN = [
    "The stock fell.",
    "It is likely that rates rise.",
    "Nvidia fell. It is likely that rates rise.",
    "Nvidia fell. It comes as rates rise.",
    "Nvidia and Intel fell. The stock is cheap.",
    "Nvidia fell. The stock market is closed.",
    "Nvidia fell. The share sale was delayed.",
    "Nvidia fell. The parent company is private.",
    "Nvidia fell. They wrote a note.",
    "Nvidia fell. The index fund grew.",
    "Nvidia fell. The central bank met.",
    "Nvidia fell. The first company to list was small.",
    "Gold fell. The gauge is up.",
    "The S&P 500 fell. The company said so.",
    "Nvidia, the chipmaker, fell.",
    # A verb that another kind does.
    "The S&P 500 fell. It depreciated 2%.",
    "Nvidia fell. It depreciated 2%.",
    "The S&P 500 fell. It announced a dividend.",
    # No deed.
    "Nvidia fell. It remains to be seen why.",
    "Nvidia fell. It will be interesting to see why.",
    "Nvidia fell. It seemed cheap.",
    "Buyers are told that it's worth waiting for Nvidia.",
    # Another is the subject.
    "Short sellers published a report on Nvidia. It issued a target of $100.",
    "A fund that holds Nvidia said it wants change.",
    "GM is reviewing its plans, and Zorbex said it left.",
    "A Tesla Model S was parked when it rolled away.",
    "While gaming drives sales at Nvidia, services grew. It accounted for a third of revenue.",
    "Like rival Nvidia, it reported a loss.",
    "Nvidia rose. The listing of the telecom company operations is near.",
    "Nvidia is paying $125 a share for the Israeli company.",
    "Nvidia agreed to buy the company.",
    "The S&P 500 Equal Weight Index has beaten the cap-weighted gauge.",
    "The S&P 500 fell. The House passed the measure on Monday.",
    "Nvidia is now the priciest listed company.",
    "Stocks are cheap next to the FTSE 100 -- they rallied on Monday.",
    "Speculation about Nvidia grew after Zorbex said it raised money.",
    # Two would do.
    "Nvidia rose while Intel fell. It has lost 20% this year.",
    "Nvidia bought a stake in Intel. The mobile phone company is weak.",
    "The 3-year Treasury yield rose. The yield curve steepened.",
    "Nvidia rose. The stock links with Shanghai opened.",
    # A nation or a trade that is another's.
    "GM fell. The Japanese carmaker is ahead.",
    "Nvidia fell. The Oslo-based company makes games.",
    "Boeing fell. The airline cut its outlook.",
    "JPMorgan shares fell. The insurer cut its outlook.",
    # Another company is brought up.
    "Nvidia fell. Zorbex CEO Jo Li said the company is growing.",
    "Nvidia is like Zorbex, which failed after seeing its stock sink.",
    "Nvidia fell. We recommended Adams Energy, and the stock gained 20%.",
    "Nvidia fell. The two banks said so.",
    "Nvidia made its debut. It makes it easier for others.",
    "Berkshire's bet on the packaged-food giant has stumbled.",
    "Zorbex Investors opposed Nvidia. The firm had argued for a sale.",
    "Swatch fell. A forecast by the Federation of Clocks was dim. Exports fell, the group said.",
    "Nvidia rose. Last year, Zorbex Group Ltd., the acquisitive insurer backed by a tycoon, grew.",
    "Palladium fell as drivers left cars powered by the fuel.",
    "Crude oil rose. The metal fell.",
    # Any company, those of several, what others own.
    "Nvidia rose. It uses a company's float, less the shares that the company's officers hold.",
    "Nvidia rose. Suppliers of Nvidia have seen their share prices fall.",
    "In December, Nvidia offered to buy the shares it did not own in Zorbex.",
    "The offshore yuan fell, unlike the onshore currency.",
    "The world's largest foreign exchange reserves grew. Nvidia rose.",
    "Nvidia rose. Analysts like tech stocks, and a house saw a strong outlook for the group.",
    "Intel rose. Sales of the data-center group grew.",
    "Goldman Sachs rose. The group had seen no gain.",
    "Swatch rose. The Harry Winston brand bought a diamond.",
    "GM is worth a fraction of the global heavyweight, Toyota.",
    "Apple rose. The incremental utility to buyers is small.",
    # What stayed open before.
    "Nvidia and Intel fell. The mobile phone company is weak. Its shares are down.",
    # Several are told of, and the first is no subject.
    "Joining forces with Nvidia would bail out Intel, which is weak. Its shares are down.",
    "Nvidia fell. Nvidia is in the Zorbex Index. The gauge is down.",
    "The S&P 500 fell. Nvidia is the largest in the Zorbex Index. The index is down.",
    # Another thing is measured, or quoted.
    "The S&P 500 fell. The gauge for liquidity tumbled.",
    'Nvidia fell. "It was galling," an analyst wrote.',
    # A line that only points elsewhere.
    "READ MORE: Airbus cuts output. It lowered its forecast.",
]


def coreferences(text: str) -> list[tuple[str, str | None]]:
    """Return each phrase that was resolved, with the symbol it means."""
    passages, lexicon = [Passage(text)], load_lexicon()
    [found] = resolve(passages, find_instruments(passages, lexicon), lexicon)
    return [(one.span.text, one.symbol) for one in found if one.link == "coreference"]


@pytest.mark.parametrize("marked", RESOLVED)
def test_resolves(marked: str) -> None:
    expected = [(m["text"], m["means"]) for m in _MARK.finditer(marked)]
    assert coreferences(_MARK.sub(r"\g<text>", marked)) == expected


@pytest.mark.parametrize("text", OPEN)
def test_stays_open(text: str) -> None:
    assert coreferences(text) == []


def test_an_index_without_a_code_is_meant_by_its_name() -> None:
    text = "The S&P 500 rose. Nvidia alone fell on the MSCI Peru Copper Index. The index rose 2%."
    passages, lexicon = [Passage(text)], load_lexicon()
    [found] = resolve(passages, find_instruments(passages, lexicon), lexicon)
    assert [(one.span.text, one.name, one.symbol) for one in found][-1] == (
        "The index",
        "MSCI Peru Copper Index",
        None,
    )


def test_lists_come_back_merged_and_sorted() -> None:
    text = "Nvidia rose. The stock is up; Intel fell."
    passages, lexicon = [Passage(text)], load_lexicon()
    [found] = resolve(passages, find_instruments(passages, lexicon), lexicon)
    assert [one.span.text for one in found] == ["Nvidia", "The stock", "Intel"]
    assert all(text[one.span.start : one.span.end] == one.span.text for one in found)


def test_the_headline_sets_the_main_instrument() -> None:
    text = "Rates fell. Intel rose. Nvidia said so."
    passages = [Passage("Nvidia Climbs", "title"), Passage(text)]
    main = main_instrument(passages, find_instruments(passages, load_lexicon()))
    assert main is not None
    assert main.symbol == "NVDA"
