"""Do price targets go where the stock went? Which houses moved theirs, and how far had it moved?

    python examples/targets_and_moves.py corpora/newsroom/train.jsonl --plot targets.png

The facts go into a DuckDB file, SQL answers, matplotlib draws.
"""

import argparse
import tempfile
from pathlib import Path

import duckdb

from finfacts.batch.run import Plan, run

# A house that moved its target of a stock, and the stock's largest move of one day, both told in
# the same article.
MOVED = """
    CREATE TEMP TABLE moved AS
    WITH targets AS (
        SELECT DISTINCT article_id, subject_symbol, brokerage, target_action
        FROM facts
        WHERE type = 'analyst_action' AND target_action IN ('raise', 'lower')
          AND brokerage IS NOT NULL
    ), moves AS (
        SELECT article_id, subject_symbol,
               max_by(if(direction = 'down', -percent, percent), percent) AS percent
        FROM facts
        WHERE type = 'price_move' AND assertion = 'reported' AND direction <> 'flat'
          AND percent IS NOT NULL AND period_start = period_end
        GROUP BY ALL
    )
    SELECT brokerage AS house, subject_symbol AS stock, target_action AS target,
           percent::DOUBLE AS percent
    FROM targets JOIN moves USING (article_id, subject_symbol)
"""
EACH = "SELECT house, stock, target, percent FROM moved ORDER BY percent, house, stock"
IN_SHORT = """
    SELECT target, count(*), count(*) FILTER (percent < 0), median(percent)
    FROM moved GROUP BY ALL ORDER BY target
"""


def main() -> None:
    """Read articles, answer the question, print the answer and draw it."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("articles", nargs="+", help="files that finfacts reads")
    parser.add_argument("--plot", metavar="FILE", help="draw the answer into this file")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "facts.duckdb"
        run(Plan(tuple(given.articles), "duckdb"), file)
        each, in_short = answer(file)
    for house, stock, target, percent in each:
        print(f"{percent:+6.1f}%  {stock:<5} {target:<6} {house}")
    for target, moved, fell, median in in_short:
        print(f"{target}: {moved} targets, {fell} of stocks that fell; median move {median:+.1f}%")
    if given.plot:
        draw(each, given.plot)


def answer(file: Path) -> tuple[list[tuple], list[tuple]]:
    """Return each house's target with the stock's move, and a line for those raised or lowered."""
    with duckdb.connect(str(file)) as facts:
        facts.execute(MOVED)
        return facts.sql(EACH).fetchall(), facts.sql(IN_SHORT).fetchall()


def draw(each: list[tuple], picture: str) -> None:
    """Draw a bar for each house and stock, as long as the stock's move."""
    import matplotlib as mpl  # noqa: PLC0415 - only where there is something to draw

    mpl.use("Agg")
    from matplotlib import pyplot as plt  # noqa: PLC0415

    labels = [f"{house}: {stock}" for house, stock, _, _ in each]
    colours = {"raise": "tab:blue", "lower": "tab:red"}
    figure, axes = plt.subplots(figsize=(8, 0.3 * len(each) + 1.2), layout="constrained")
    for at, (_, _, target, percent) in enumerate(each):
        axes.barh(at, percent, color=colours[target])
    axes.set_yticks(range(len(each)), labels)
    axes.invert_yaxis()  # in the order of the table
    axes.axvline(0, color="black", linewidth=0.8)
    axes.set_xlabel("the stock's largest move of one day, in % (blue: target raised, red: lowered)")
    figure.savefig(picture, dpi=100)


if __name__ == "__main__":
    main()
