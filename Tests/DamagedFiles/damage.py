"""Kinds of damage to an index file, each drawn from a seeded generator.

A damage is a function (path, random) that changes the file and says in words what it did.
"""

import os
import sqlite3


def _change(path, offset, data):
    with open(path, "r+b") as file:
        file.seek(offset)
        file.write(data)


def _read(path, offset, size):
    with open(path, "rb") as file:
        file.seek(offset)
        return file.read(size)


def bit(path, random):
    place = random.randrange(os.path.getsize(path))
    _change(path, place, bytes([_read(path, place, 1)[0] ^ 1 << random.randrange(8)]))
    return f"bit at {place}"


def some_bytes(path, random):
    count = random.choice([1, 2, 4, 16])
    place = random.randrange(os.path.getsize(path) - count)
    _change(path, place, random.randbytes(count))
    return f"{count} bytes at {place}"


def _stretch(path, random, fill):
    size = random.choice([512, 1024, 2048, 4096, 8192, 16384])
    place = random.randrange(os.path.getsize(path) // size) * size
    _change(path, place, fill(size))
    return f"{size} bytes at {place}"


def zeros(path, random):
    return "zeros, " + _stretch(path, random, bytes)


def noise(path, random):
    return "noise, " + _stretch(path, random, random.randbytes)


def swap(path, random):
    size = int.from_bytes(_read(path, 16, 2), "big")
    count = os.path.getsize(path) // size
    one, other = random.sample(range(count), 2)
    first, second = _read(path, one * size, size), _read(path, other * size, size)
    _change(path, one * size, second)
    _change(path, other * size, first)
    return f"pages {one + 1} and {other + 1} swapped"


def cut(path, random):
    size = random.randrange(os.path.getsize(path))
    os.truncate(path, size)
    return f"cut to {size}"


# Edits by a program that knows nothing of checksums; {n} is a random number.
EDITS = [
    "DELETE FROM article_fts_idx",
    "DELETE FROM article_fts_idx WHERE term = (SELECT max(term) FROM article_fts_idx)",
    "UPDATE article_fts_idx SET pgno = pgno + 2",
    "DELETE FROM article_fts_data WHERE id > 10 AND id % 7 = {n} % 7",
    "UPDATE article_fts_data SET block = CAST(substr(block, 1, 90) || x'41' || substr(block, 92) AS BLOB) WHERE id > 10",
    "UPDATE article_fts_data SET block = x'00' WHERE id = 1",
    "UPDATE article_fts_docsize SET sz = x'010203' WHERE id % 5 = {n} % 5",
    "DELETE FROM stem",
    "DELETE FROM stem WHERE term IN (SELECT term FROM stem ORDER BY term LIMIT 5 OFFSET {n} % 200)",
    "INSERT INTO stem VALUES ('en', 'minist', 'harbour'), ('en', 'talk', 'summit')",
    "UPDATE stem SET stem = 'talk' WHERE term LIKE 's%'",
    "UPDATE column_chunk SET data = CAST(zeroblob(length(data)) AS BLOB) WHERE name = 'date'",
    "UPDATE column_chunk SET data = CAST(substr(data, 1, 8) || x'ff' || substr(data, 10) AS BLOB) WHERE name = 'person'",
    "UPDATE column_chunk SET data = CAST(replace(data, x'6e65', x'7266') AS BLOB) WHERE name = 'language'",
    "DELETE FROM column_chunk WHERE name = 'country'",
    "DELETE FROM column_chunk WHERE name = 'body_length'",
    "UPDATE column_chunk SET data = CAST(substr(data, 1, 8 + 4 * ({n} % 40)) || x'07' || substr(data, 10 + 4 * ({n} % 40)) AS BLOB) WHERE name = 'stem'",
    "UPDATE meta SET value = 'fr' WHERE key = 'language'",
    "UPDATE meta SET value = '12' WHERE key = 'text_bytes'",
    "UPDATE entity SET label = 'Nowhere' WHERE kind = 'country' AND id % 3 = {n} % 3",
    "UPDATE entity SET value = value || 'x', label = label || 'x' WHERE kind = 'person' AND id % 9 = {n} % 9",
    "INSERT INTO entity(kind, value, label) VALUES ('person', 'Keir Bogus', 'Keir Bogus')",
    "DELETE FROM article_entity WHERE article_id % 6 = {n} % 6",
    "UPDATE article_entity SET focus = 1 - focus",
    "UPDATE article_entity SET count = count + 1 WHERE article_id % 4 = {n} % 4",
    "UPDATE article SET title = 'A title of someone else' WHERE id % 8 = {n} % 8",
    "UPDATE article SET body = replace(body, 'the', 'teh') WHERE id % 8 = {n} % 8",
    "UPDATE article SET date = '1999-01-01' WHERE id % 8 = {n} % 8",
    "UPDATE article SET source = 'Nobody', byline = 'No One' WHERE id % 8 = {n} % 8",
    "DELETE FROM article WHERE id % 11 = {n} % 11",
    "DELETE FROM duplicate",
    "DELETE FROM person_rule",
    "DROP INDEX entity_by_value",
    "DROP INDEX article_entity_by_entity",
    "VACUUM; UPDATE column_chunk SET data = CAST(zeroblob(length(data)) AS BLOB) WHERE name = 'title_length'",
    "ANALYZE; UPDATE meta SET value = 'de' WHERE key = 'language'",
]


def edit(path, random):
    sql = random.choice(EDITS).format(n=random.randrange(1 << 20))
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.executescript(sql)
    finally:
        connection.close()
    return sql


KINDS = [bit, some_bytes, zeros, noise, swap, cut, edit]
