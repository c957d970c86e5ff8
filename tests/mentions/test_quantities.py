"""Quantities: one value and the many ways to write it, sentences marked in place, what is none."""

from __future__ import annotations

import time
from decimal import Decimal
from pathlib import Path

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from finfacts.language.passage import Passage
from finfacts.mentions.quantities import find_quantities
from finfacts.values import Quantity

# One value ("number [comparator] unit [currency] [/per]") and the ways to write it.
READ: dict[str, list[str]] = {
    # percent
    "12.2 percent": [
        "12.2%",
        "12.2 percent",
        "12.2 per cent",
        "12.2 pct",
        "12.2-percent",
        "-12.2%",
    ],
    "6 percent": ["six percent", "Six per cent", "6 percent", "6%", "+6%"],
    "100 percent": ["one hundred percent", "a hundred percent", "100 percent"],
    "2.5 percent": ["two and a half percent", "2 1/2 percent", "2½%", "2-1/2 percent"],
    "1.75 percent": ["1 3/4 percent", "1¾ percent", "1.75%"],
    "7.125 percent": ["7 1/8%", "7-1/8 percent"],
    "0.3333 percent": ["a third of a percent", "one-third of one percent"],
    "0.5 percent": ["half a percent", "half of a percent", "0.5 percent", ".5%"],
    "33.33 percent": [
        "a third of its value",
        "one-third of the company's market value",
        "one-third of Intel's sales",
    ],
    "66.67 percent": ["two-thirds of its market value", "two-thirds of respondents"],
    "50 percent": ["half its value", "half of their value"],
    "25 percent": ["a quarter of its value"],
    "1250 percent": ["1,250%", "1250 percent"],
    # points
    "1.4 percentage_point": ["1.4 percentage points", "1.4-percentage-point", "1.4pp", "1.4 ppts"],
    "0.5 percentage_point": ["half a percentage point", "half a point", "half-point"],
    "0.25 percentage_point": [
        "a quarter-point",
        "quarter-percentage point",
        "a quarter of a point",
    ],
    "0.75 percentage_point": ["three-quarters of a point", "three-quarters of a percentage point"],
    "1 percentage_point": ["a percentage point", "a full percentage point", "one percentage point"],
    "25 basis_point": [
        "25 bps",
        "25bp",
        "25 basis points",
        "25-basis-point",
        "twenty-five basis points",
    ],
    "6 basis_point": ["six basis points", "6bps"],
    "412.66 index_point": ["412.66 points", "412.66 pts"],
    "880 index_point": ["880 points", "880-point"],
    # money
    "1200000000 currency USD": [
        "$1.2 billion",
        "$1.2bn",
        "$1.2B",
        "US$1.2bn",
        "U.S.$1.2 billion",
        "USD 1.2 billion",
        "1.2 billion dollars",
        "1.2 billion U.S. dollars",
        "$1.2-billion",
        "1.2bn USD",
        "$ 1.2 billion",
    ],
    "192.67 currency USD": ["$192.67", "US$192.67", "USD192.67", "192.67 dollars"],
    "0.85 currency USD": ["85 cents", "85c", "85-cent", "eighty-five cents", "$.85", "$0.85"],
    "3.50 currency USD": ["3 dollars 50 cents", "three dollars and fifty cents", "$3.50"],
    "5000000 currency HKD": ["HK$5 million", "HK$5m", "5 million Hong Kong dollars"],
    "5 currency AUD": ["A$5", "AU$5", "AUD 5", "5 Australian dollars"],
    "5 currency CAD": ["C$5", "CA$5", "CAD5", "5 Canadian dollars"],
    "5 currency SGD": ["S$5", "SGD 5"],
    "5 currency BRL": ["R$5", "R$ 5", "5 reais"],
    "5 currency TWD": ["NT$5"],
    "3400000 currency EUR": [
        "€3.4m",
        "3.4 million euros",
        "EUR 3.4 million",
        "€ 3.4 million",
        "3.4m euros",
    ],
    "158100000 currency GBP": [
        "£158.1m",
        "158.1 million pounds",
        "£158.1 million",
        "GBP 158.1 million",
    ],
    "0.34 currency GBP": ["34p", "34 pence", "34 Pence"],
    "12.345 currency GBP": ["1,234.5p", "1,234.5 pence"],
    "500000 currency GBP": ["£500,000", "a fine of 500,000 pounds", "£500k"],
    "68440000000 currency INR": [
        "Rs 6,844 crore",
        "₹6,844 crore",
        "Rs. 6,844 crore",
        "Rs6,844 cr",
        "INR 6,844 crore",
        "6,844 crore rupees",
    ],
    "2100000000000 currency INR": ["Rs 2.1 lakh crore", "₹2.1 lakh crore", "₹2.1 trillion"],
    "158320 currency INR": ["₹1,58,320", "Rs 1,58,320", "Rs 158,320"],
    "0.11 currency INR": ["11 paise"],
    "0.98 currency HKD": ["98 HK cents", "98 Hong Kong cents"],
    "309.5 currency TRY": ["309.5 lira", "₺309.5"],
    "0.5 currency RUB": ["half a rouble"],
    "1000000000 currency GBP": ["1 billion pounds of shares", "£1 billion"],
    "5200000 currency MYR": ["RM5.2 million", "RM 5.2m", "5.2 million ringgit"],
    "450000 currency JPY": ["450,000 yen", "¥450,000", "JPY 450,000", "450,000 Japanese yen"],
    "17700000000000 currency JPY": ["17.7 trillion yen", "¥17.7 trillion"],
    "5000000000 currency CNY": ["5 billion yuan", "RMB5 billion", "CN¥5bn", "5 billion renminbi"],
    "2400000000000 currency KRW": ["2.4 trillion won", "₩2.4 trillion"],
    "20000000 currency CHF": ["CHF 20 million", "20 million Swiss francs", "CHF20m"],
    "10000 currency SEK": ["10,000 kronor", "SEK 10,000", "10,000 Swedish kronor"],
    "500 currency -": ["500 kr", "500 pesos", "500 kroner", "500 dinars"],
    "30000000 currency USD": ["30 MUSD", "30 USD million", "30 million USD"],
    # multiples
    "33.6 multiple": ["33.6 times", "33.6x", "33.6 times earnings"],
    "2 multiple": ["doubled", "Doubled", "is expected to double", "doubling", "twofold"],
    "3 multiple": ["tripled", "trebled", "three times its sales"],
    "4 multiple": ["quadrupled", "four-fold", "four times earnings"],
    "0.5 multiple": ["halved", "will halve"],
    "10 multiple": ["tenfold", "10-fold"],
    # shares and counts
    "10000000 share": ["10 million shares", "10m shares", "10-million-share", "ten million shares"],
    "5000 share": ["5,000 shares", "5,000 Class A shares", "5,000 ordinary shares"],
    "700000000 count": ["700 million", "700 million downloads", "0.7 billion"],
    "42000 count": ["42,000", "42,000 vehicles", "42 thousand"],
    "28 count": ["28 analysts", "28 buy ratings", "28 new stores"],
    "500000 count": ["half a million", "500,000", "five hundred thousand", "500k users", "5 lakh"],
    "1000000 count": ["a million", "one million", "1 million people"],
    "5021.84 count": ["5,021.84", "5021.84"],
    "1.1410 count": ["1.1410"],
    # per
    "52 currency USD /barrel": [
        "$52 a barrel",
        "$52 per barrel",
        "$52/bbl",
        "$52-a-barrel",
        "$52 / bbl",
    ],
    "1707.81 currency USD /ounce": ["$1,707.81 an ounce", "$1,707.81 per ounce", "$1,707.81/oz"],
    "0.85 currency USD /share": [
        "85 cents a share",
        "85 cents per share",
        "85-cent-a-share",
        "85 cents per diluted share",
    ],
    "2 currency USD /share": ["$2-a-share", "$2 a share", "$2 per ADS"],
    "108.65 count /dollar": ["108.65 per dollar", "108.65 per U.S. dollar"],
    "7.08 currency CNY /dollar": ["7.08 yuan per dollar", "7.08 yuan a dollar"],
    "158320 currency INR /10 grams": ["₹1,58,320 per 10 grams"],
    "300000 count /day": ["300,000 bpd", "300,000 barrels per day", "300,000 barrels a day"],
    "5000000 currency USD /year": ["$5 million a year", "$5 million per year"],
    "5000000 currency USD": ["$5 million"],
    # comparators
    "6 over percent": [
        "more than 6%",
        "over 6%",
        "above 6%",
        "just over 6%",
        "in excess of 6%",
        "well above 6%",
        "greater than 6%",
        "upwards of 6%",
    ],
    "6 about percent": [
        "about 6%",
        "around 6%",
        "roughly 6%",
        "approximately 6%",
        "some 6%",
        "~6%",
        "6% or so",
        "about six percent",
    ],
    "6 nearly percent": ["nearly 6%", "almost 6%", "close to 6%", "just under 6%", "just below 6%"],
    "6 at_least percent": [
        "at least 6%",
        "no less than 6%",
        "6% or more",
        "a minimum of 6%",
        "6%-plus",
    ],
    "6 under percent": ["less than 6%", "under 6%", "below 6%", "fewer than 6%"],
    "6 up_to percent": [
        "up to 6%",
        "as much as 6%",
        "as high as 6%",
        "as low as 6%",
        "no more than 6%",
        "at most 6%",
        "6% or less",
        "a maximum of 6%",
    ],
    "100 about count": ["100-odd stores"],
    "20 at_least count": ["20-plus analysts", "at least 20 analysts", "20 or more analysts"],
    "2 nearly multiple": ["nearly doubled", "almost doubled"],
    "50 over percent": ["more than half its value", "more than half of its revenue"],
    "0.5 over multiple": ["more than halved"],
    "2 over multiple": ["more than doubled", "more than twice the average"],
    "20 about percent": ["about a fifth of its sales", "roughly a fifth", "about one in five"],
    "55 about percent": ["about a 55 percent premium", "around a 55% chance"],
    "40 percent": ["four in ten", "40%"],
    # ranges
    "23..24 percent": [
        "23% to 24%",
        "23-24%",
        "23%-24%",
        "23 to 24 percent",
        "between 23% and 24%",
        "between 23 and 24 percent",
        "23 percent to 24 percent",
    ],
    "2480000000..2525000000 currency USD": [
        "$2.48 billion to $2.525 billion",
        "$2.48bn-$2.525bn",
        "between $2.48 billion and $2.525 billion",
        "$2.48 to $2.525 billion",
        "$2.48-2.525 billion",
    ],
    "45..50 currency USD": ["$45-$50", "$45 to $50", "between $45 and $50", "$45-50"],
    "1.10..1.15 currency USD /share": ["$1.10 to $1.15 a share", "$1.10-$1.15 per share"],
    "42000..44500 count": ["42,000 to 44,500", "between 42,000 and 44,500", "42,000-44,500"],
    "58..59 currency INR": ["₹58-₹59", "Rs 58-59"],
    "0.22..0.24 currency USD /gallon": ["22-24 cents per gallon", "22 to 24 cents a gallon"],
    "5..7 percent": ["between five and seven percent", "five to seven percent"],
    "1000000..2000000 count": ["one to two million", "1-2 million", "between one and two million"],
    "2..3 multiple": ["2x-3x", "2-3x"],
}

# The span marked in place, with its value as above.
MARKED = [
    (
        "The Dow fell [412.66 points], or [0.49 per cent], to [83,902.10].",
        "412.66 index_point",
        "0.49 percent",
        "83902.10 count",
    ),
    ("They jumped by [more than 6%] and [4%], respectively.", "6 over percent", "4 over percent"),
    ("Gold and silver rose [2%] and [3%], respectively.", "2 percent", "3 percent"),
    ("Up [more than 2%] and [3%] on the week.", "2 over percent", "3 percent"),
    ("Oil rose [$1.04] to [$85.86 a barrel].", "1.04 currency USD", "85.86 currency USD /barrel"),
    ("Its target went from [$350] to [$450].", "350 currency USD", "450 currency USD"),
    ("He cut the target by [$32] to [$88].", "32 currency USD", "88 currency USD"),
    ("The rate rose from [3] to [4 percent].", "3 percent", "4 percent"),
    (
        "Guidance went from [$3] to [$4 billion].",
        "3000000000 currency USD",
        "4000000000 currency USD",
    ),
    ("It cut margins by [20 to 30 basis points].", "20..30 basis_point"),
    ("Sales may rise [10% to 12%] next year.", "10..12 percent"),
    ("The share jumped [2%] to [23%] of sales.", "2 percent", "23 percent"),
    ("It fell [as much as $5] to [$45].", "5 up_to currency USD", "45 currency USD"),
    ("Its models had surpassed [700 million] downloads.", "700000000 over count"),
    ("Revenue could exceed [$900 million].", "900000000 over currency USD"),
    ("Growth topped the [2.9%] consensus.", "2.9 percent"),
    ("The dispute over [$5 billion] goes on.", "5 currency USD".replace("5", "5000000000")),
    ("It paid [$377 million] a year ago.", "377000000 currency USD"),
    ("The rupee closed at [91.87] against the US dollar.", "91.87 count /dollar"),
    ("It sold [10 million shares] at [$22] each.", "10000000 share", "22 currency USD"),
    (
        "Japan spent [17.7 trillion yen] ([$164.7 billion]).",
        "17700000000000 currency JPY",
        "164700000000 currency USD",
    ),
    ("Output was [1.2 million barrels per day].", "1200000 count /day"),
    ("Traders saw [20%+] margins.", "20 at_least percent"),
    ("It lost [a third of a percent].", "0.3333 percent"),
    ("The stock is down [roughly a third] from its peak.", "33.33 about percent"),
    ("Dividends rose by [a quarter].", "25 percent"),
    ("Profit [more than doubled] to [$6bn].", "2 over multiple", "6000000000 currency USD"),
    ("They lifted the target to [$84 billion]1Q sales were soft.", "84000000000 currency USD"),
    ("Wrapped lines rose [3\npercent] on the day.", "3 percent"),
    ("The index edged up to [57.3] from [55].", "57.3 count", "55 count"),
    ("It finished above the [10,000-point] mark.", "10000 over index_point"),
    ("Users topped the [50 million] mark.", "50000000 over count"),
    ("Funds turned over [$4.5 billion].", "4500000000 currency USD"),
    ("There were talks about a [$5 billion] deal.", "5000000000 currency USD"),
    (
        "It sees [$5.20 to $5.80], up from [$5.10 to $5.80].",
        "5.20..5.80 currency USD",
        "5.10..5.80 currency USD",
    ),
    (
        "It could add [$2 billion to $3 billion a quarter].",
        "2000000000..3000000000 currency USD /quarter",
    ),
    ("Fortescue added [4 cents] to [A$19.16].", "0.04 currency AUD", "19.16 currency AUD"),
    (
        "It earned [41 cents], [a penny] ahead of estimates.",
        "0.41 currency USD",
        "0.01 currency USD",
    ),
    ("It cut the target to [450p] from [480p].", "4.50 currency GBP", "4.80 currency GBP"),
    ("[539] of [927] issues rose.", "539 count", "927 count"),
    ("It is up by a factor of [nearly two and a half].", "2.5 nearly multiple"),
    ("The fear gauge was up from [16] on Monday.", "16 count"),
    ("It plans stores, [a fifth] fewer than planned.", "20 percent"),
    ("Customers fell from [162] to [157 million].", "162000000 count", "157000000 count"),
]

NOTHING = Path(__file__).with_name("quantities_nothing.txt")
SHARED = Path(__file__).resolve().parents[2] / "../shared"


def written(quantity: Quantity) -> str:
    """Write a quantity as the tables do."""
    number = str(quantity.value) if quantity.high is None else f"{quantity.low}..{quantity.high}"
    parts = [number]
    if quantity.comparator not in ("exact", "range"):
        parts.append(quantity.comparator)
    parts.append(quantity.unit)
    if quantity.unit == "currency":
        parts.append(quantity.currency or "-")
    if quantity.per:
        parts.append(f"/{quantity.per}")
    return " ".join(parts)


def find(text: str) -> list[Quantity]:
    """Find in the text and check that each span is grounded."""
    found = find_quantities(Passage(text))
    for quantity in found:
        assert text[quantity.span.start : quantity.span.end] == quantity.span.text
    ends = [quantity.span.end for quantity in found]
    assert all(end <= after.span.start for end, after in zip(ends, found[1:], strict=False))
    return found


@pytest.mark.parametrize(
    ("value", "way"), [(value, way) for value, ways in READ.items() for way in ways]
)
def test_each_way_to_write_a_value_is_read(value: str, way: str) -> None:
    number, _, rest = value.partition(" ")
    for text in (way, f"It was {way}.", f"The figure ({way}), said Roe"):
        found = [written(quantity) for quantity in find(text)]
        assert len(found) == 1, (text, found)
        got, _, got_rest = found[0].partition(" ")
        assert [Decimal(n) for n in got.split("..")] == [Decimal(n) for n in number.split("..")]
        assert got_rest == rest, text


@pytest.mark.parametrize("case", MARKED, ids=lambda case: case[0])
def test_spans_are_where_the_sentence_marks_them(case: tuple[str, ...]) -> None:
    marked, *values = case
    text, spans = unmarked(marked)
    found = find(text)
    assert [(q.span.start, q.span.end) for q in found] == spans, [q.span.text for q in found]
    assert [written(q) for q in found] == values


def unmarked(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the sentence without its brackets and the bounds of what stood in them."""
    spans = []
    for shift, match in enumerate(regex.finditer(r"\[([^\]]*)\]", marked)):
        start = match.start() - 2 * shift
        spans.append((start, start + len(match[1])))
    return marked.replace("[", "").replace("]", ""), spans


@pytest.mark.parametrize(
    "line",
    [line for line in NOTHING.read_text("utf-8").splitlines() if line and line[0] != "#"],
)
def test_only_what_is_marked_is_a_quantity(line: str) -> None:
    text, spans = unmarked(line)
    found = find(text)
    assert [(q.span.start, q.span.end) for q in found] == spans, [q.span.text for q in found]


def test_digits_stay_as_written_and_scaled_numbers_are_written_out() -> None:
    values = [
        str(q.value) for q in find("At 1.1410, then $1,707.80, then $1.20 billion, then 5e6.")
    ]
    assert values == ["1.1410", "1707.80", "1200000000"]


def test_no_break_spaces_and_curly_dashes_are_read() -> None:
    found = find("up 3\u00a0% and \u20ac3.4\u202fmillion, 5%\u20137%")
    assert [written(q) for q in found] == ["3 percent", "3400000 currency EUR", "5..7 percent"]


NUMBERS = st.decimals(min_value=0, max_value=999_999, places=2, allow_nan=False)
FORMS = [
    ("{}%", "percent", 0),
    ("{} percent", "percent", 0),
    ("${}", "currency", 0),
    ("${} billion", "currency", 9),
    ("€{}m", "currency", 6),
    ("Rs {} crore", "currency", 7),
    ("{} basis points", "basis_point", 0),
    ("{} points", "index_point", 0),
    ("{} million shares", "share", 6),
    ("{}x", "multiple", 0),
]


@given(number=NUMBERS, form=st.sampled_from(FORMS), commas=st.booleans())
def test_what_is_written_is_read_back(
    number: Decimal,
    form: tuple[str, str, int],
    commas: bool,  # noqa: FBT001
) -> None:
    text, unit, power = form
    found = find(text.format(f"{number:,}" if commas else f"{number}"))
    assert [(q.value, q.unit) for q in found] == [(number * 10**power, unit)]


WORDS = st.sampled_from(
    [
        *("Shares", "fell", "after", "the", "firm", "said", "on", "Monday", "that", "sales", "in"),
        *("Asia", "were", "weak", ".", ",", ";", "(", ")", "-", "%", "$", "S&P 500", "2019"),
        *("Oct. 2", "737", "MAX", "more than", "nearly", "Section 232", "a", "per", "5G"),
    ]
)


@given(before=st.lists(WORDS), after=st.lists(WORDS), form=st.sampled_from(FORMS), number=NUMBERS)
def test_surrounding_text_never_changes_a_value(
    before: list[str], after: list[str], form: tuple[str, str, int], number: Decimal
) -> None:
    text, unit, power = form
    text = text.format(number)
    lead = " ".join([*before, "was at", ""])
    found = find(f"{lead}{text}. {' '.join(after)}")
    mine = [q for q in found if q.span.end > len(lead) and q.span.start < len(lead) + len(text)]
    assert [(q.value, q.unit) for q in mine] == [(number * 10**power, unit)]


@given(
    st.text(
        alphabet=st.sampled_from("0123456789.,-/% $€RsxMbp\n()abthirdmillionper'½+~"), max_size=60
    )
)
def test_no_text_raises_and_every_span_is_grounded(text: str) -> None:
    find(text)


@given(st.text(max_size=60))
def test_no_text_of_any_script_raises(text: str) -> None:
    find(text)


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "1,",
        "1-",
        "1 ",
        " ",
        "$",
        "5% ",
        "one hundred ",
        "two and ",
        "more than ",
        "1a",
        "1.",
        "--1",
    ],
)
def test_time_is_linear_in_the_length(unit: str) -> None:
    def seconds(length: int) -> float:
        passage = Passage((unit * length)[:length])
        start = time.process_time()
        find_quantities(passage)
        return time.process_time() - start

    seconds(2_000)
    small = max(seconds(2_000), 0.001)
    assert seconds(40_000) < 20 * 8 * small
