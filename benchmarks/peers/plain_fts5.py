"""FTS5 as one writes it at first: SQLite's defaults, a table a facet, joined and grouped.

No pragma, no larger hash, default pages and cache: what the tuning of fts5.py is worth.
"""

import os
import sqlite3

from fts5 import match
from protocol import main


def build(documents, folder):
    database = sqlite3.connect(os.path.join(folder, "index.db"), isolation_level=None)
    database.executescript("""
        CREATE TABLE article (id INTEGER PRIMARY KEY, title TEXT, body TEXT, date TEXT);
        CREATE TABLE article_person (article_id INTEGER, name TEXT);
        CREATE TABLE article_country (article_id INTEGER, code TEXT);
        CREATE VIRTUAL TABLE article_fts USING fts5(title, body, content='article', content_rowid='id',
          tokenize='unicode61 remove_diacritics 2');
        CREATE INDEX person_by_article ON article_person (article_id);
        CREATE INDEX country_by_article ON article_country (article_id)""")
    with database:
        database.execute("BEGIN")
        for document in documents:
            insert(database, document)


def insert(database, document):
    identifier, title, body = document["id"], document["title"], document["body"]
    database.execute("INSERT INTO article VALUES (?, ?, ?, ?)", (identifier, title, body, document["date"]))
    database.execute("INSERT INTO article_fts (rowid, title, body) VALUES (?, ?, ?)", (identifier, title, body))
    for table, values in (("article_person", document["people"]), ("article_country", document["countries"])):
        database.executemany(f"INSERT INTO {table} VALUES (?, ?)", [(identifier, value) for value in values])


def open_index(folder):
    database = sqlite3.connect(os.path.join(folder, "index.db"), isolation_level=None)
    return lambda query, mode: (top if mode == "top" else facets)(database, query)


def restriction(query):
    """The clause that finds the matches, and its values."""
    where, values = "article_fts MATCH ?", (match(query),)
    if query.get("country"):
        where += """ AND article_fts.rowid IN (SELECT article_id FROM article_country WHERE code = ?)
            AND article_fts.rowid IN (SELECT id FROM article WHERE date BETWEEN ? AND ?)"""
        values += (query["country"], query["from"], query["to"])
    return where, values


def top(database, query):
    where, values = restriction(query)
    database.execute(
        f"SELECT rowid FROM article_fts WHERE {where} ORDER BY rank LIMIT 10", values).fetchall()
    return 0, 0, 0, 0


def facets(database, query):
    top(database, query)
    where, values = restriction(query)
    total = database.execute(f"SELECT count(*) FROM article_fts WHERE {where}", values).fetchone()[0]
    return (total, highest(database, "article_person", "name", where, values),
            highest(database, "article_country", "code", where, values), dated(database, where, values))


def highest(database, table, column, where, values):
    rows = database.execute(
        f"""SELECT {column}, count(*) AS articles FROM article_fts JOIN {table} ON article_id = article_fts.rowid
            WHERE {where} GROUP BY {column} ORDER BY articles DESC LIMIT 10""", values)
    return sum(count for _, count in rows)


def dated(database, where, values):
    rows = database.execute(
        f"""SELECT substr(date, 1, 7) AS month, count(*) FROM article_fts JOIN article ON id = article_fts.rowid
            WHERE {where} GROUP BY month""", values)
    return sum(count for month, count in rows if month)


if __name__ == "__main__":
    main(build, open_index, lambda: f"plain_fts5 {sqlite3.sqlite_version}")
