"""Takes the facts out of articles with Spark and writes them as Parquet.

    spark-submit examples/spark_facts.py corpora/newsroom/dev.jsonl /tmp/facts

Every executor needs finfacts; PYSPARK_PYTHON names the Python that has it.
"""

import sys

from pyspark.sql import SparkSession

from finfacts.spark import extract_facts


def main(articles: str, output: str) -> None:
    """Read JSON lines of articles, write a folder of Parquet, say what was found."""
    spark = SparkSession.builder.appName("finfacts").getOrCreate()
    df = spark.read.json(articles).select("id", "title", "published", "text").repartition(8)
    facts = extract_facts(df, text_col="text", published_col="published", id_col="id")
    facts.write.mode("overwrite").parquet(output)
    written = spark.read.parquet(output)
    written.groupBy("type").count().orderBy("type").show()
    lost = written.where("error_kind is not null").count()
    print(f"articles that could not be read: {lost}")
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
