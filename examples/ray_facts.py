"""Takes the facts out of articles with Ray Data and writes them as Parquet.

    python examples/ray_facts.py corpora/newsroom/dev.jsonl /tmp/facts

The same function serves any engine that hands out Arrow batches.
"""

import sys

import pyarrow as pa
import ray

from finfacts.columnar import extract_batches, table_schema


def facts_of(articles: pa.Table) -> pa.Table:
    """Return the facts of one block of articles."""
    facts = extract_batches(
        articles.to_batches(), text_col="text", published_col="published", id_col="id"
    )
    return pa.Table.from_batches(facts, table_schema())


def main(articles: str, output: str) -> None:
    """Read JSON lines of articles, write a folder of Parquet, say what was found."""
    rows = ray.data.read_json(articles).select_columns(["id", "title", "published", "text"])
    facts = rows.map_batches(facts_of, batch_format="pyarrow", batch_size=64)
    facts.write_parquet(output)
    print(ray.data.read_parquet(output).groupby("type").count().to_pandas())


if __name__ == "__main__":
    main(*sys.argv[1:])
