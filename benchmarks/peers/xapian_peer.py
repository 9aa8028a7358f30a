"""Xapian by Debian's Python package: top 10 with exact count and value counting match spies.

A match spy counts one value an article and slot, so an article's people stand in one value, and so do its
countries; what the spies counted is cut up once, after the match. No stemmer, no stop words; title and
body are one text with a gap.
"""

import os
import shutil
from collections import Counter

import xapian

from protocol import main

DAY, MONTH, PEOPLE, COUNTRIES = range(4)


def build(documents, folder):
    loose = os.path.join(folder, "loose")
    database = xapian.WritableDatabase(loose, xapian.DB_CREATE_OR_OPEN)
    terms = xapian.TermGenerator()
    for document in documents:
        database.add_document(entry(terms, document))
    database.commit()
    database.compact(os.path.join(folder, "compact"))
    database.close()
    shutil.rmtree(loose)


def entry(terms, source):
    made = xapian.Document()
    terms.set_document(made)
    terms.set_termpos(0)
    terms.index_text(source["title"])
    terms.increase_termpos()
    terms.index_text(source["body"])
    if source["day"] is not None:
        made.add_value(DAY, xapian.sortable_serialise(source["day"]))
        made.add_value(MONTH, str(source["month"]))
    made.add_value(PEOPLE, "|".join(source["people"]))
    made.add_value(COUNTRIES, "|".join(source["countries"]))
    for code in source["countries"]:
        made.add_boolean_term("XC" + code)
    made.set_data(str(source["id"]))
    return made


def open_index(folder):
    database = xapian.Database(os.path.join(folder, "compact"))
    return lambda query, mode: answer(database, query, mode)


def parsed(query):
    words = query["words"]
    clause = {
        "all": lambda: xapian.Query(xapian.Query.OP_AND, words),
        "any": lambda: xapian.Query(xapian.Query.OP_OR, words),
        "phrase": lambda: xapian.Query(xapian.Query.OP_PHRASE, words, len(words)),
        "prefix": lambda: xapian.Query(xapian.Query.OP_WILDCARD, words[0], 0,
                                       xapian.Query.WILDCARD_LIMIT_ERROR, xapian.Query.OP_OR),
    }[query["kind"]]()
    if not query.get("country"):
        return clause
    days = xapian.Query(xapian.Query.OP_VALUE_RANGE, DAY, xapian.sortable_serialise(query["from_day"]),
                        xapian.sortable_serialise(query["to_day"]))
    country = xapian.Query("XC" + query["country"])
    return xapian.Query(xapian.Query.OP_FILTER, clause, xapian.Query(xapian.Query.OP_AND, country, days))


def answer(database, query, mode):
    enquire = xapian.Enquire(database)
    enquire.set_query(parsed(query))
    if mode == "top":
        enquire.get_mset(0, 10)
        return 0, 0, 0, 0
    spies = [xapian.ValueCountMatchSpy(slot) for slot in (PEOPLE, COUNTRIES, MONTH)]
    for spy in spies:
        enquire.add_matchspy(spy)
    total = enquire.get_mset(0, 10, database.get_doccount()).get_matches_lower_bound()
    people, countries, months = spies
    return total, highest(people), highest(countries), sum(value.termfreq for value in months.values())


def highest(spy):
    """The sum of the ten highest counts, of values that are lists."""
    counts = Counter()
    for value in spy.values():
        for name in value.term.decode().split("|"):
            counts[name] += value.termfreq
    return sum(count for _, count in counts.most_common(10))


if __name__ == "__main__":
    main(build, open_index, lambda: f"xapian {xapian.version_string()}")
