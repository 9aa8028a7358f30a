#!/usr/bin/env python3
"""Writes newer-sqlite.sqlite beside this script: FTS5 tables as a newer SQLite leaves them.

Run by hand, with `apsw` from PyPI (SQLite 3.43 or later):

    python3 -m venv .venv-apsw && .venv-apsw/bin/pip install apsw
    .venv-apsw/bin/python Tests/Fixtures/segments/make-newer-sqlite.py

fts          inserts, updates and deletes in several segments: readable
secure       after a delete with 'secure-delete': version 5
contentless  contentless_delete=1: structure record of version 2
"""

import pathlib
import random

import apsw

PATH = pathlib.Path(__file__).with_name("newer-sqlite.sqlite")
TABLES = {"fts": "", "secure": "", "contentless": ", content='', contentless_delete=1"}


def text(chance, longest):
    words = (f"w{int(chance.random() ** 2 * 60)}" for _ in range(chance.randint(0, longest)))
    return " ".join(words)


def fill(database, table, chance):
    for batch in range(3):
        with database:
            for row in range(batch * 40, batch * 40 + 40):
                values = (row + 1, text(chance, 4), text(chance, 20), text(chance, 1))
                database.execute(f"INSERT INTO {table}(rowid, a, b, c) VALUES (?, ?, ?, ?)", values)


def change(database, table, chance):
    with database:
        for row in range(1, 121, 7):
            database.execute(f"DELETE FROM {table} WHERE rowid = ?", (row,))
    with database:
        for row in range(2, 121, 9):
            values = (text(chance, 4), text(chance, 20), text(chance, 1), row)
            database.execute(f"UPDATE {table} SET a = ?, b = ?, c = ? WHERE rowid = ?", values)


def main():
    PATH.unlink(missing_ok=True)
    database = apsw.Connection(str(PATH))
    database.execute("PRAGMA page_size = 1024")
    chance = random.Random(1)
    for table, options in TABLES.items():
        database.execute(f"CREATE VIRTUAL TABLE {table} USING fts5(a, b, c{options})")
        database.execute(f"INSERT INTO {table}({table}, rank) VALUES ('pgsz', 200)")
        if table == "secure":
            database.execute(f"INSERT INTO {table}({table}, rank) VALUES ('secure-delete', 1)")
        fill(database, table, chance)
        change(database, table, chance)
    database.execute("VACUUM")
    print("SQLite", apsw.sqlite_lib_version(), PATH.stat().st_size, "bytes")


main()
