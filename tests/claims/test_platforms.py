"""Sentiment, message volume and polls: a sentence and what it states of a platform."""

from __future__ import annotations

import pytest

from finfacts import extract
from finfacts.facts import MessageVolume, Poll, Sentiment
from finfacts.values import Quantity

PUBLISHED = "2026-01-13"

STATED = [
    (
        "Retail sentiment for Boeing on Stocktwits flipped to 'bullish' from 'neutral' a day earlier.",  # noqa: E501 - one table line
        ["sentiment Stocktwits BA: bullish < neutral"],
    ),
    (
        "Stocktwits sentiment for Boeing climbed to 'extremely bullish' (81/100) from 'bullish' (64/100) last Tuesday.",  # noqa: E501 - one table line
        ["sentiment Stocktwits BA: extremely_bullish < bullish score 81"],
    ),
    (
        "On Stocktwits, sentiment toward Boeing, Apple and Intel was 'extremely bullish', 'bullish' and 'neutral', respectively.",  # noqa: E501 - one table line
        [
            "sentiment Stocktwits BA: extremely_bullish",
            "sentiment Stocktwits AAPL: bullish",
            "sentiment Stocktwits INTC: neutral",
        ],
    ),
    (
        "Stocktwits data show that retail sentiment on Boeing improved within the 'bullish' zone, to 71/100 from 58/100.",  # noqa: E501 - one table line
        ["sentiment Stocktwits BA: bullish < bullish score 71"],
    ),
    (
        "On Stocktwits, Apple, which had been 'bearish' at the start of the week, turned 'bullish'.",  # noqa: E501 - one table line
        ["sentiment Stocktwits AAPL: bullish < bearish"],
    ),
    (
        "On Stocktwits, sentiment on SPY stayed in 'bearish' territory, IWM's dropped to 'neutral' from 'bullish' on Friday and DIA's read 'extremely bullish'.",  # noqa: E501 - one table line
        [
            "sentiment Stocktwits SPY: bearish",
            "sentiment Stocktwits IWM: neutral < bullish",
            "sentiment Stocktwits DIA: extremely_bullish",
        ],
    ),
    (
        "Boeing's reading on Stocktwits was 'neutral', with 'normal' message volume.",
        ["sentiment Stocktwits BA: neutral", "message_volume Stocktwits BA: normal"],
    ),
    (
        "Sentiment on Boeing read 'bullish' on Stocktwits on Monday versus 'bearish' a week ago.",
        ["sentiment Stocktwits BA: bullish < bearish on 2026-01-12"],
    ),
    (
        "On Stocktwits, the mood around Boeing went from 'bearish' to 'neutral'.",
        ["sentiment Stocktwits BA: neutral < bearish"],
    ),
    (
        "Boeing's sentiment score on Stocktwits rose to 77 ('extremely bullish') from 61.",
        ["sentiment Stocktwits BA: extremely_bullish score 77"],
    ),
    (
        "Retail sentiment on Bitcoin was 'extremely bearish' on Stocktwits late Monday.",
        ["sentiment Stocktwits BTC: extremely_bearish on 2026-01-12"],
    ),
    (
        "Stocktwits users were “bullish” on Boeing, retail sentiment data showed.",
        ["sentiment Stocktwits BA: bullish"],
    ),
    (
        "Message volume for Boeing on Stocktwits went from 'low' to 'extremely high'.",
        ["message_volume Stocktwits BA: extremely_high < low up"],
    ),
    (
        "On Stocktwits, message volume on Boeing surged 410% over 24 hours to 'extremely high' levels.",  # noqa: E501 - one table line
        [
            "message_volume Stocktwits BA: extremely_high up 410 percent exact 2026-01-12..2026-01-13"  # noqa: E501 - one table line
        ],
    ),
    (
        "Message volume for Boeing on Stocktwits, which had been 'extremely high' since Friday, faded to 'high'.",  # noqa: E501 - one table line
        [
            "message_volume Stocktwits BA: extremely_high 2026-01-09..2026-01-13",
            "message_volume Stocktwits BA: high < extremely_high down",
        ],
    ),
    (
        "On Stocktwits, message volume for Boeing rose 620%, lifting chatter to 'high' from 'low'.",
        ["message_volume Stocktwits BA: high < low up 620 percent exact"],
    ),
    (
        "Stocktwits message volume on Boeing was 'high', and it was 'low' for Apple.",
        ["message_volume Stocktwits BA: high", "message_volume Stocktwits AAPL: low"],
    ),
    (
        "Chatter about Boeing on Stocktwits doubled.",
        ["message_volume Stocktwits BA: up 2 multiple exact"],
    ),
    (
        "On Stocktwits, message volume on Boeing, up 145% in a day, was 'extremely high'.",
        [
            "message_volume Stocktwits BA: extremely_high up 145 percent exact 2026-01-12..2026-01-13"  # noqa: E501 - one table line
        ],
    ),
    (
        "On Stocktwits, Boeing message volume was 'extremely high' and up more than sevenfold in 24 hours.",  # noqa: E501 - one table line
        ["message_volume Stocktwits BA: extremely_high up 7 multiple over 2026-01-12..2026-01-13"],
    ),
    (
        "On Stocktwits, XRP's score held in the 'bullish' zone amid 'high' message volume.",
        ["sentiment Stocktwits XRP: bullish", "message_volume Stocktwits XRP: high"],
    ),
    (
        "Message volume on Boeing jumped to 'extremely high' levels on Stocktwits, with posts up by nearly 2,000% over the past 24 hours.",  # noqa: E501 - one table line
        [
            "message_volume Stocktwits BA: extremely_high up 2000 percent nearly 2026-01-12..2026-01-13"  # noqa: E501 - one table line
        ],
    ),
    (
        "On Stocktwits, message volumes for SPY, QQQ and IWM were 'low', 'high' and 'normal', respectively.",  # noqa: E501 - one table line
        [
            "message_volume Stocktwits SPY: low",
            "message_volume Stocktwits QQQ: high",
            "message_volume Stocktwits IWM: normal",
        ],
    ),
    (
        "Posts about Boeing on Stocktwits fell 40% over the past week.",
        ["message_volume Stocktwits BA: down 40 percent exact 2026-01-06..2026-01-13"],
    ),
    (
        "In a Stocktwits poll, 44% of respondents said Boeing would finish 2026 over $250, while 23% saw it under $150.",  # noqa: E501 - one table line
        [
            "poll Stocktwits BA: 44 percent exact | Boeing would finish 2026 over $250",
            "poll Stocktwits BA: 23 percent exact | saw it under $150",
        ],
    ),
    (
        "Four in ten respondents to a Stocktwits poll expect Boeing to trade at $300; 35% think the reverse.",  # noqa: E501 - one table line
        [
            "poll Stocktwits BA: 40 percent exact | expect Boeing to trade at $300",
            "poll Stocktwits BA: 35 percent exact | the reverse",
        ],
    ),
    (
        "Just 11% of the voters in a Stocktwits poll on Boeing intend to sell the stock this month; 67% plan to add.",  # noqa: E501 - one table line
        [
            "poll Stocktwits BA: 11 percent exact | intend to sell the stock this month",
            "poll Stocktwits BA: 67 percent exact | plan to add",
        ],
    ),
    (
        "In a survey by the platform Moomoo, 64% of users predicted a rise in Boeing after the report and 21% bet on a drop of more than 5%.",  # noqa: E501 - one table line
        [
            "poll Moomoo BA: 64 percent exact | a rise in Boeing after the report",
            "poll Moomoo BA: 21 percent exact | bet on a drop of more than 5%",
        ],
    ),
    (
        'Among respondents to a Stocktwits poll about Boeing\'s next stop, nearly half (49%) chose $250, one in five said $200 and 31% answered "back to $180."',  # noqa: E501 - one table line
        [
            "poll Stocktwits BA: 49 percent exact | $250",
            "poll Stocktwits BA: 20 percent exact | $200",
            "poll Stocktwits BA: 31 percent exact | back to $180",
        ],
    ),
    (
        "Asked when Boeing will deliver, 38% of those polled on Stocktwits said before year-end.",
        ["poll Stocktwits BA: 38 percent exact | before year-end"],
    ),
    (
        "A Stocktwits poll shows 72% betting that Boeing retakes $250 this summer.",
        ["poll Stocktwits BA: 72 percent exact | betting that Boeing retakes $250 this summer"],
    ),
    (
        "Roughly two-thirds of respondents in an overnight Stocktwits poll called the Boeing deal dilutive; 18% saw it as a lifeline, and 15% said it changed nothing.",  # noqa: E501 - one table line
        [
            "poll Stocktwits BA: 66.67 percent about | called the Boeing deal dilutive",
            "poll Stocktwits BA: 18 percent exact | saw it as a lifeline",
            "poll Stocktwits BA: 15 percent exact | it changed nothing",
        ],
    ),
    (
        "A poll on Stocktwits suggests that 47% agree Boeing will top $240, whereas 44% do not.",
        [
            "poll Stocktwits BA: 47 percent exact | Boeing will top $240",
            "poll Stocktwits BA: 44 percent exact | do not",
        ],
    ),
    (
        "A Barclays survey found 61% of investors expect Boeing to win.",
        ["poll Barclays BA: 61 percent exact | expect Boeing to win"],
    ),
    (
        "A poll of economists by Reuters showed about 60% expect a rate cut.",
        ["poll Reuters None: 60 percent about | expect a rate cut"],
    ),
    (
        "About 68% of economists surveyed by Bloomberg expect a rate cut.",
        ["poll Bloomberg None: 68 percent about | expect a rate cut"],
    ),
    (
        "More than eight out of 10 shoppers polled by Stifel said they plan to fly with Boeing.",
        ["poll Stifel BA: 80 percent over | they plan to fly with Boeing"],
    ),
    (
        "A survey by the Retail Guild showed 56% of consumers plan to spend less.",
        ["poll Retail Guild None: 56 percent exact | plan to spend less"],
    ),
    (
        "Stocks will fall this year, according to 68% of respondents in a Goldman Sachs survey.",
        ["poll Goldman Sachs None: 68 percent exact | Stocks will fall this year"],
    ),
    (
        "Nearly two-thirds of those surveyed said they would fly more.",
        ["poll None None: 66.67 percent nearly | they would fly more"],
    ),
    (
        "Gallup polled 900 adults. Some 40% of respondents said they own stocks.",
        ["poll Gallup None: 40 percent about | they own stocks"],
    ),
    (
        "Some 46% of investors are bullish, according to a survey by AAII.",
        ["poll AAII None: 46 percent about | are bullish"],
    ),
]

NOT_STATED = [
    "Jefferies kept its 'Neutral' rating on Boeing, Stocktwits reported.",
    "A Stocktwits user made a bullish call on Boeing.",
    "One bullish user on Stocktwits wrote that Boeing is cheap.",
    "Analysts are bullish on Boeing.",
    "The fund has a bearish bet on Boeing.",
    "A bullish pattern formed on Boeing's chart.",
    "Boeing sentiment improved.",
    "Consumer sentiment fell to 71.7 in November.",
    "Stocktwits users discussed Boeing's deliveries.",
    "Trading volume in Boeing was high.",
    "A Reuters poll showed that most economists expect a rate cut.",
    "A Gallup survey showed gains. One in five isn't a significant number, users said.",
    "Output rose 0.5%, above the 0.3% expected by economists polled by Reuters.",
    "A Reuters poll of analysts showed that output fell 3% in May.",
    "Pollution from Boeing jets fell 3%, users said.",
    "Sales rose 4% in the survey of retailers who expect more.",
    "Boeing said 46% of respondents to its staff survey were happy.",
    "In a Stocktwits poll, Boeing users were split.",
    "Stocktwits has 10 million users.",
    "Boeing fell 5% on Monday, a Stocktwits post noted.",
    "Boeing trades at a neutral valuation.",
]


@pytest.mark.parametrize(("text", "facts"), STATED, ids=lambda value: str(value)[:60])
def test_states(text: str, facts: list[str]) -> None:
    assert [written(fact) for fact in claims(text)] == facts


@pytest.mark.parametrize("text", NOT_STATED)
def test_states_no_platform_claim(text: str) -> None:
    assert [written(fact) for fact in claims(text)] == []


def test_the_platform_comes_from_the_article() -> None:
    text = "Stocktwits users wrote a lot.\n\nRetail sentiment on Boeing turned 'bearish'."
    assert [written(fact) for fact in claims(text)] == ["sentiment Stocktwits BA: bearish"]


def test_answers_go_on_in_the_next_sentence() -> None:
    text = "In a Stocktwits poll on Boeing, 44% of users said $250. A further 29% answered $200."
    shares = [fact.share.span.text for fact in claims(text) if isinstance(fact, Poll)]
    assert shares == ["44%", "29%"]


def test_a_run_of_answers_goes_on() -> None:
    text = "In a Stocktwits poll on Boeing, 44% of users said $250. A smaller 29% answered $200."
    text += " And just 11% think it halves. The remaining 16% chose nothing."
    shares = [fact.share.span.text for fact in claims(text) if isinstance(fact, Poll)]
    assert shares == ["44%", "29%", "11%", "16%"]


def test_figures_after_a_survey_are_no_answers() -> None:
    text = "In a Stocktwits poll on Boeing, 44% of users said $250. A margin of 9% would help."
    shares = [fact.share.span.text for fact in claims(text) if isinstance(fact, Poll)]
    assert shares == ["44%"]


def test_evidence_is_the_text() -> None:
    text = "Retail sentiment on Boeing was 'bullish' on Stocktwits, with 'high' message volume."
    for fact in claims(text):
        assert all(text[span.start : span.end] == span.text for span in fact.evidence)
    assert [fact.evidence[0].text for fact in claims(text)] == [
        "Retail sentiment on Boeing was 'bullish",
        "high' message volume",
    ]


def claims(text: str) -> list[Sentiment | MessageVolume | Poll]:
    facts = extract(text, published=PUBLISHED).facts
    return [fact for fact in facts if isinstance(fact, Sentiment | MessageVolume | Poll)]


def written(fact: Sentiment | MessageVolume | Poll) -> str:
    symbol = fact.subject.symbol if fact.subject else None
    start = f"{fact.type} {fact.platform} {symbol}:"
    if isinstance(fact, Poll):
        return f"{start} {number(fact.share)} | {fact.statement}"
    label = [f" {fact.label}"] if fact.label else []
    prior = [f" < {fact.label_prior}"] if fact.label_prior else []
    rest = of_sentiment(fact) if isinstance(fact, Sentiment) else of_volume(fact)
    return "".join([start, *label, *prior, *rest])


def of_sentiment(fact: Sentiment) -> list[str]:
    score = [f" score {fact.score}"] if fact.score is not None else []
    return [*score, *([f" on {fact.date.start}"] if fact.date else [])]


def of_volume(fact: MessageVolume) -> list[str]:
    direction = [f" {fact.direction}"] if fact.direction else []
    change = [f" {number(fact.change)}"] if fact.change else []
    period = [f" {fact.period.start}..{fact.period.end}"] if fact.period else []
    return [*direction, *change, *period]


def number(value: Quantity) -> str:
    assert value.value is not None
    return f"{format(value.value.normalize(), 'f')} {value.unit} {value.comparator}"
