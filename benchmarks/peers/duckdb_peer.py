"""DuckDB's full-text extension from PyPI: BM25, then the facets by GROUP BY over lists.

It knows words, any of them or all of them; phrases and prefixes it cannot ask.
"""

import os

import duckdb
import duckdb_ext

from protocol import main

MATCHED = """
    CREATE OR REPLACE TEMP TABLE matched AS
    SELECT id, month, people, countries, score FROM (
      SELECT *, fts_main_article.match_bm25(id, ?, conjunctive := {conjunctive}) AS score FROM article) AS scored
    WHERE score IS NOT NULL"""
TOP = "SELECT id FROM matched ORDER BY score DESC LIMIT 10"
HIGHEST = """SELECT coalesce(sum(articles), 0) FROM (
    SELECT count(*) AS articles FROM (SELECT unnest({column}) AS value FROM matched)
    GROUP BY value ORDER BY articles DESC LIMIT 10)"""
DATED = """SELECT coalesce(sum(articles), 0) FROM (
    SELECT count(*) AS articles FROM matched WHERE month IS NOT NULL GROUP BY month)"""


def connect(folder):
    database = duckdb.connect(os.path.join(folder, "index.duckdb"))
    duckdb_ext.init(database)
    database.execute("LOAD fts; SET threads = 1")
    return database


def build(documents, folder):
    database = connect(folder)
    database.execute("""CREATE TABLE article (id BIGINT, title VARCHAR, body VARCHAR, date VARCHAR, month INTEGER,
        people VARCHAR[], countries VARCHAR[])""")
    database.execute("BEGIN")
    batch = []
    for document in documents:
        batch.append(document)
        if len(batch) == 5000:
            append(database, batch)
            batch = []
    append(database, batch)
    database.execute("COMMIT")
    database.execute(r"""PRAGMA create_fts_index('article', 'id', 'title', 'body', stemmer = 'none',
        stopwords = 'none', ignore = '(\.|[^a-z0-9])+', strip_accents = 1, lower = 1)""")
    database.close()


def append(database, documents):
    """A batch of rows; column by column as lists, which is many times faster than row by row."""
    columns = [[document[name] for document in documents]
               for name in ("id", "title", "body", "date", "month", "people", "countries")]
    database.execute("""INSERT INTO article SELECT unnest(?::BIGINT[]), unnest(?::VARCHAR[]), unnest(?::VARCHAR[]),
        unnest(?::VARCHAR[]), unnest(?::INTEGER[]), unnest(?::VARCHAR[][]), unnest(?::VARCHAR[][])""", columns)


def open_index(folder):
    database = connect(folder)
    return lambda query, mode: answer(database, query, mode)


def answer(database, query, mode):
    if query["kind"] in ("phrase", "prefix"):
        return None
    statement = MATCHED.format(conjunctive=int(query["kind"] == "all"))
    values = [" ".join(query["words"])]
    if query.get("country"):
        statement += " AND list_contains(countries, ?) AND date BETWEEN ? AND ?"
        statement = statement.replace("people, countries, score", "people, countries, date, score")
        values += [query["country"], query["from"], query["to"]]
    database.execute(statement, values)
    database.execute(TOP).fetchall()
    if mode == "top":
        return 0, 0, 0, 0
    one = lambda sql: int(database.execute(sql).fetchone()[0])
    return (one("SELECT count(*) FROM matched"), one(HIGHEST.format(column="people")),
            one(HIGHEST.format(column="countries")), one(DATED))


if __name__ == "__main__":
    main(build, open_index, lambda: f"duckdb {duckdb.__version__}")
