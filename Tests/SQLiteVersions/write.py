#!/usr/bin/env python3
"""Writes files with the product's FTS5 table as one SQLite leaves it, and what that SQLite reads.

    write.py FOLDER SEED...     FOLDER/sqlite-VERSION-SEED.sqlite, one a seed

The SQLite is that of the package `apsw` or `pysqlite3`, whichever can be imported. Python 3.6 will
do, for the sake of old packages. A seed gives the same articles and commands in every version.

article_fts      after inserts, updates, deletes, merges, sometimes half done
occurrence       every term, row, column number and position, as fts5vocab tells them
answer           phrases, NEAR and prefixes with the rows that MATCH finds
written          the version, the package, the seed and what was done
secure_fts       after a delete with 'secure-delete' (3.42): version 5
contentless_fts  contentless_delete=1 (3.43): structure record of version 2
"""

import json
import pathlib
import random
import re
import sys

SCHEMA = pathlib.Path(__file__).parents[2] / "index/schema/0001-articles.sql"
COLUMNS = ("title", "body", "bigrams")
PAIRS = ("日本", "本語", "語学", "学日")


def connect(path):
    """A function that runs SQL and returns all rows; the version; the package's name."""
    try:
        import apsw

        connection = apsw.Connection(str(path))
        run = lambda sql, values=(): connection.cursor().execute(sql, values).fetchall()
        return run, apsw.sqlitelibversion(), "apsw " + apsw.apswversion()
    except ImportError:
        from pysqlite3 import dbapi2

        connection = dbapi2.connect(str(path), isolation_level=None)
        run = lambda sql, values=(): connection.execute(sql, values).fetchall()
        return run, dbapi2.sqlite_version, "pysqlite3-binary"


class Writer:
    """Fills and changes `article_fts` by chance."""

    def __init__(self, run, seed):
        self.run, self.chance = run, random.Random(seed)
        self.history = []
        self.last = 0
        table = re.search(r"CREATE VIRTUAL TABLE article_fts .*?;", SCHEMA.read_text(), re.DOTALL)
        run("CREATE TABLE article (id INTEGER PRIMARY KEY, title TEXT, body TEXT, bigrams TEXT)")
        run(table.group())
        self.command("pgsz", self.chance.choice((32, 64, 200, 1000, 4050)))
        self.command("automerge", self.chance.choice((0, 2, 4)))
        self.command("crisismerge", self.chance.choice((4, 16, 100)))

    def command(self, name, rank=None):
        self.history.append(name if rank is None else "%s %d" % (name, rank))
        self.run("INSERT INTO article_fts(article_fts, rank) VALUES (?, ?)", (name, rank))

    def step(self):
        """One transaction of one to three changes."""
        self.run("BEGIN")
        for _ in range(self.chance.randint(1, 3)):
            change = self.chance.choice((self.insert, self.insert, self.update, self.delete))
            change()
        self.run("COMMIT")
        kind = self.chance.random()
        if kind < 0.3:
            self.command("merge", self.chance.choice((1, 4, 16, -4, -16, 500)))
        elif kind < 0.35:
            self.command("optimize")
        elif kind < 0.4:
            self.command("rebuild")

    def insert(self):
        count = self.chance.randint(1, 20)
        self.history.append("insert %d" % count)
        for _ in range(count):
            self.last += self.chance.choice((1, 1, 1, 2, 300))
            self.put(self.last)

    def update(self):
        for row in self.some("update"):
            self.take(row)
            self.put(row[0])

    def delete(self):
        for row in self.some("delete"):
            self.take(row)

    def some(self, name):
        rows = self.run("SELECT id, title, body, bigrams FROM article ORDER BY id")
        rows = [row for row in rows if self.chance.random() < 0.15]
        self.history.append("%s %d" % (name, len(rows)))
        return rows

    def put(self, row):
        values = (row, self.text(4), self.text(self.chance.choice((10, 30, 30, 120))), self.pairs())
        self.run("INSERT INTO article VALUES (?, ?, ?, ?)", values)
        self.run("INSERT INTO article_fts(rowid, title, body, bigrams) VALUES (?, ?, ?, ?)", values)

    def take(self, row):
        self.run("DELETE FROM article WHERE id = ?", row[:1])
        self.run(
            "INSERT INTO article_fts(article_fts, rowid, title, body, bigrams)"
            " VALUES ('delete', ?, ?, ?, ?)",
            row,
        )

    def text(self, longest):
        return " ".join(self.word() for _ in range(self.chance.randint(0, longest)))

    def word(self):
        """Low numbers are common; a few are written with accents, a few very long."""
        number = int(self.chance.random() ** 2 * 60)
        if number % 13 == 12:
            return "É%d" % number
        return "w%d" % number + ("x" * number * 4 if number % 17 == 16 else "")

    def pairs(self):
        if self.chance.random() < 0.7:
            return None
        return " ".join(self.chance.choice(PAIRS) for _ in range(self.chance.randint(1, 8)))

    def match(self):
        """Words, tokens that may stand between or None, whether the last is a prefix; the query."""
        words = self.chance.choice((["w%d" % n for n in range(8)], PAIRS))
        words = [self.chance.choice(words) for _ in range(self.chance.choice((2, 2, 2, 3)))]
        slop = self.chance.choice((None, None, None, 1, 4, 10))
        is_prefix = self.chance.random() < 0.2
        quoted = " ".join(words) if slop is None else '" "'.join(words)
        query = '"%s"%s' % (quoted, " *" if is_prefix else "")
        query = query if slop is None else "NEAR(%s, %d)" % (query, slop)
        return " ".join(words), slop, is_prefix, query


def note_what_is_there(run, writer):
    """Stores what this SQLite reads from its own table."""
    columns = " ".join("WHEN '%s' THEN %d" % (name, n) for n, name in enumerate(COLUMNS))
    run("CREATE VIRTUAL TABLE temp.instance USING fts5vocab(main, article_fts, instance)")
    run("CREATE TABLE occurrence (term TEXT, doc INTEGER, col INTEGER, offset INTEGER)")
    run(
        "INSERT INTO occurrence SELECT term, doc, CASE col %s END, offset FROM temp.instance"
        " ORDER BY 1, 2, 3, 4" % columns
    )
    run("CREATE TABLE answer (words TEXT, slop INTEGER, is_prefix INTEGER, docs TEXT)")
    for words, slop, is_prefix, query in sorted({writer.match() for _ in range(40)}, key=str):
        rows = run(
            "SELECT rowid FROM article_fts WHERE article_fts MATCH ? ORDER BY rowid", (query,)
        )
        docs = json.dumps([row[0] for row in rows])
        run("INSERT INTO answer VALUES (?, ?, ?, ?)", (words, slop, is_prefix, docs))


def make_unreadable(run, version):
    """Tables of the kinds that only FTS5 itself can read."""
    numbers = tuple(int(part) for part in version.split(".")[:2])
    if numbers >= (3, 42):
        run("CREATE VIRTUAL TABLE secure_fts USING fts5(a)")
        run("INSERT INTO secure_fts(secure_fts, rank) VALUES ('secure-delete', 1)")
        for row in range(1, 4):
            run("INSERT INTO secure_fts(rowid, a) VALUES (?, 'one two')", (row,))
        run("DELETE FROM secure_fts WHERE rowid = 2")
    if numbers >= (3, 43):
        run("CREATE VIRTUAL TABLE contentless_fts USING fts5(a, content='', contentless_delete=1)")
        run("INSERT INTO contentless_fts(rowid, a) VALUES (1, 'one two'), (2, 'two three')")
        run("DELETE FROM contentless_fts WHERE rowid = 2")


def write(folder, seed):
    new = folder / "new.sqlite"
    if new.exists():
        new.unlink()
    run, version, package = connect(new)
    run("PRAGMA page_size = 512")
    writer = Writer(run, seed)
    for _ in range(writer.chance.randint(6, 18)):
        writer.step()
    writer.command("integrity-check")
    note_what_is_there(run, writer)
    make_unreadable(run, version)
    run("CREATE TABLE written (sqlite TEXT, package TEXT, seed INTEGER, history TEXT)")
    run(
        "INSERT INTO written VALUES (?, ?, ?, ?)",
        (version, package, seed, ", ".join(writer.history)),
    )
    articles, terms, occurrences = run(
        "SELECT count(DISTINCT doc), count(DISTINCT term), count(*) FROM occurrence"
    )[0]
    run("DROP TABLE article")
    run("VACUUM")
    path = folder / ("sqlite-%s-%d.sqlite" % (version, seed))
    new.rename(path)
    print(
        "%s: %d articles, %d terms, %d occurrences, %d bytes"
        % (path.name, articles, terms, occurrences, path.stat().st_size)
    )


if __name__ == "__main__":
    for seed in sys.argv[2:]:
        write(pathlib.Path(sys.argv[1]), int(seed))
