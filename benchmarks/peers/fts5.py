"""Stock FTS5 by Python's sqlite3, tuned: on the very file that wsearch queries.

One statement ranks (`ORDER BY rank LIMIT 10`), one materialises the matches, which give the total and
the three facets by GROUP BY. Everything that a careful user of the SQL would do: mmap, a large cache,
matches evaluated once, filters kept out of FTS5's row-by-row plan with `+rowid`, and
subqueries instead of joins, for which SQLite would first read a whole table into a Bloom filter.
"""

import os
import sqlite3

from protocol import main


def match(query):
    words = [f'"{word}"' for word in query["words"]]
    return {
        "all": " AND ".join(words),
        "any": " OR ".join(words),
        "phrase": '"' + " ".join(query["words"]) + '"',
        "prefix": words[0] + "*",
    }[query["kind"]]


def build(documents, folder):
    """An index of the same text from scratch, one transaction; for the throughput alone."""
    database = sqlite3.connect(os.path.join(folder, "index.db"), isolation_level=None)
    database.executescript("""
        PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -262144;
        CREATE TABLE article (id INTEGER PRIMARY KEY, title TEXT, body TEXT);
        CREATE VIRTUAL TABLE article_fts USING fts5(title, body, content='article', content_rowid='id',
          tokenize='unicode61 remove_diacritics 2');
        INSERT INTO article_fts(article_fts, rank) VALUES ('hashsize', 67108864);
        BEGIN""")
    for document in documents:
        row = (document["id"], document["title"], document["body"])
        database.execute("INSERT INTO article VALUES (?, ?, ?)", row)
        database.execute("INSERT INTO article_fts(rowid, title, body) VALUES (?, ?, ?)", row)
    database.execute("COMMIT")


def open_index(path):
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True, isolation_level=None)
    database.executescript("""
        PRAGMA mmap_size = 17179869184; PRAGMA cache_size = -262144; PRAGMA temp_store = MEMORY;
        CREATE TEMP TABLE matched (id INTEGER PRIMARY KEY);
        CREATE TEMP TABLE counted (entity INTEGER PRIMARY KEY, articles INTEGER)""")
    return lambda query, mode: (top if mode == "top" else facets)(database, query)


def restriction(query):
    """The filters as SQL on rows, and their values."""
    if not query.get("country"):
        return "", ()
    return (
        """ AND +rowid IN (SELECT article_id FROM article_entity WHERE entity_id =
              (SELECT id FROM entity WHERE kind = 'country' AND value = ?))
            AND (SELECT date FROM article WHERE id = article_fts.rowid) BETWEEN ? AND ?""",
        (query["country"], query["from"], query["to"]),
    )


def top(database, query):
    where, values = restriction(query)
    database.execute(
        f"SELECT rowid FROM article_fts WHERE article_fts MATCH ?{where} ORDER BY rank LIMIT 10",
        (match(query), *values),
    ).fetchall()
    return 0, 0, 0, 0


def facets(database, query):
    top(database, query)
    where, values = restriction(query)
    database.execute("DELETE FROM matched")
    database.execute("DELETE FROM counted")
    database.execute(
        f"INSERT INTO matched SELECT rowid FROM article_fts WHERE article_fts MATCH ?{where}",
        (match(query), *values),
    )
    database.execute("""INSERT INTO counted SELECT entity_id, count(*)
        FROM matched CROSS JOIN article_entity ON article_id = matched.id GROUP BY entity_id""")
    total = database.execute("SELECT count(*) FROM matched").fetchone()[0]
    dated = database.execute("""SELECT (SELECT substr(date, 1, 7) FROM article WHERE id = matched.id)
        AS month, count(*) FROM matched GROUP BY month""").fetchall()
    return total, highest(database, "person"), highest(database, "country"), sum(
        count for month, count in dated if month)


def highest(database, kind):
    rows = database.execute(
        """SELECT (SELECT label FROM entity WHERE id = counted.entity AND kind = ?) AS label, articles
           FROM counted WHERE label IS NOT NULL ORDER BY articles DESC, label LIMIT 10""",
        (kind,),
    )
    return sum(count for _, count in rows)


if __name__ == "__main__":
    main(build, open_index, lambda: f"fts5 {sqlite3.sqlite_version}")
