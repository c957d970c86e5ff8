"""Which houses changed targets of stocks that fell or rose on one day, in the same article?

    python examples/targets_and_moves.py corpora/newsroom/train.jsonl targets.png

Facts go into an Arrow table, DuckDB answers in SQL, matplotlib draws.
"""

import sys

import duckdb
import matplotlib as mpl

from finfacts import extract_many, to_arrow
from finfacts.readers import read_articles

mpl.use("Agg")
from matplotlib import pyplot as plt

QUESTION = """
    WITH targets AS (
        SELECT DISTINCT article_id, subject_symbol, brokerage, target_action
        FROM facts
        WHERE type = 'analyst_action' AND target_action IN ('raise', 'lower')
    ), moves AS (
        SELECT article_id, subject_symbol,
               max_by(CASE direction WHEN 'down' THEN -percent ELSE percent END, percent) AS percent
        FROM facts
        WHERE type = 'price_move' AND assertion = 'reported' AND direction <> 'flat'
          AND percent IS NOT NULL AND period_start = period_end
        GROUP BY ALL
    )
    SELECT brokerage AS house, subject_symbol AS stock, target_action AS target,
           round(percent, 1)::DOUBLE AS percent
    FROM targets JOIN moves USING (article_id, subject_symbol)
    WHERE brokerage IS NOT NULL
    ORDER BY percent, house, stock
"""


def main(articles: str, picture: str) -> None:
    """Read articles, answer the question, print the answer and draw it."""
    facts = to_arrow(extract_many(read_articles([articles]))).facts
    connection = duckdb.connect()
    connection.register("facts", facts)
    answer = connection.sql(QUESTION).fetchall()
    for house, stock, target, percent in answer:
        print(f"{percent:+7.1f}%  {stock:<6} {target:<6} {house}")
    draw(answer, picture)


def draw(answer: list[tuple[str, str, str, float]], picture: str) -> None:
    """Draw a bar for each house and stock, by the stock's largest move."""
    labels = [f"{house}, {stock}" for house, stock, _, _ in answer]
    colours = ["tab:blue" if target == "raise" else "tab:red" for _, _, target, _ in answer]
    figure, axes = plt.subplots(figsize=(8, 0.3 * len(answer) + 1.5))
    axes.barh(labels, [percent for *_, percent in answer], color=colours)
    axes.set_xlabel("largest move of one day told, % (blue: target raised, red: lowered)")
    figure.tight_layout()
    figure.savefig(picture)


if __name__ == "__main__":
    main(*sys.argv[1:])
