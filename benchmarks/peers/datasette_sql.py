"""The file that sqlite-utils makes, asked with the statements that Datasette sends for a page of hits.

Search by sqlite-utils (`order by rank`), the count, and a statement a facet: people and countries as
JSON arrays (Datasette's array facet), months as a column. Datasette would give up on a facet after
200 ms; here it may take its time.
"""

import json
import os
import sqlite3

from fts5 import match
from protocol import main

# Datasette's ArrayFacet and ColumnFacet, and its search on a table.
ARRAY_FACET = """
    with inner as ({sql}), deduped_array_items as (
      select distinct j.value, inner.* from json_each([inner].[{column}]) j join inner)
    select value, count(*) as count from deduped_array_items
    group by value order by count(*) desc, value limit 10"""
COLUMN_FACET = """
    select [{column}] as value, count(*) as count from ({sql}) where [{column}] is not null
    group by [{column}] order by count desc, value limit 1000"""
SEARCH = "select * from article where rowid in (select rowid from article_fts where article_fts match :query)"
FILTER = (" and :country in (select value from json_each([article].[countries]))"
          " and date >= :from and date <= :to")


def build(documents, folder):
    import sqlite_utils
    database = sqlite_utils.Database(os.path.join(folder, "index.db"))
    table = database["article"]
    table.insert_all((row(document) for document in documents), pk="id", batch_size=1000)
    table.enable_fts(["title", "body"], tokenize="unicode61 remove_diacritics 2")


def row(document):
    return {"id": document["id"], "title": document["title"], "body": document["body"], "date": document["date"],
            "month": (document["date"] or "")[:7] or None, "people": json.dumps(document["people"]),
            "countries": json.dumps(document["countries"])}


def open_index(folder):
    import sqlite_utils
    database = sqlite_utils.Database(os.path.join(folder, "index.db"))
    ranked = {bool(where): database["article"].search_sql(columns=["id", "title"], limit=10, where=where)
              for where in (None, FILTER.removeprefix(" and "))}
    return lambda query, mode: answer(database, ranked[bool(query.get("country"))], query, mode)


def answer(database, ranked, query, mode):
    values = {"query": match(query), **{key: query.get(key) for key in ("country", "from", "to")}}
    database.execute(ranked, values).fetchall()
    if mode == "top":
        return 0, 0, 0, 0
    sql = SEARCH + (FILTER if query.get("country") else "")
    total = database.execute(f"select count(*) from ({sql})", values).fetchone()[0]
    return total, *(
        sum(count for _, count in database.execute(facet.format(sql=sql, column=column), values))
        for facet, column in ((ARRAY_FACET, "people"), (ARRAY_FACET, "countries"), (COLUMN_FACET, "month")))


def version():
    from importlib.metadata import version as installed
    return f"sqlite-utils {installed('sqlite-utils')}"


if __name__ == "__main__":
    main(build, open_index, version)
