"""Whoosh-reloaded, all Python: top 10 with count and facets by `groupedby`; for small corpora."""

from importlib.metadata import version

from whoosh import fields, index, query as queries, sorting
from whoosh.analysis import LowercaseFilter, RegexTokenizer

from protocol import main

GROUPS = {"people": "person", "countries": "country", "dates": "month"}


def schema():
    names = lambda: fields.KEYWORD(commas=True, sortable=True)
    return fields.Schema(
        id=fields.NUMERIC(stored=True), text=fields.TEXT(analyzer=RegexTokenizer(r"[^\W_]+") | LowercaseFilter()),
        person=names(), country=names(), month=fields.ID(sortable=True), day=fields.NUMERIC(sortable=True))


def build(documents, folder):
    writer = index.create_in(folder, schema()).writer(limitmb=512)
    for document in documents:
        dated = {} if document["day"] is None else {"month": str(document["month"]), "day": document["day"]}
        writer.add_document(
            id=document["id"], text=document["title"] + "\n" + document["body"],
            person=joined(document["people"]), country=joined(document["countries"]), **dated)
    writer.commit(optimize=True)


def joined(values):
    return ",".join(value.replace(",", " ") for value in values)


def open_index(folder):
    searcher = index.open_dir(folder).searcher()
    return lambda query, mode: answer(searcher, query, mode)


def parsed(query):
    words = query["words"]
    if query["kind"] == "phrase":
        return queries.Phrase("text", words)
    if query["kind"] == "prefix":
        return queries.Prefix("text", words[0])
    terms = [queries.Term("text", word) for word in words]
    return queries.And(terms) if query["kind"] == "all" else queries.Or(terms)


def answer(searcher, query, mode):
    only = None
    if query.get("country"):
        only = queries.And([queries.Term("country", query["country"]),
                            queries.NumericRange("day", query["from_day"], query["to_day"])])
    if mode == "top":
        searcher.search(parsed(query), limit=10, filter=only)
        return 0, 0, 0, 0
    grouped = {name: sorting.FieldFacet(field, allow_overlap=name != "dates", maptype=sorting.Count)
               for name, field in GROUPS.items()}
    found = searcher.search(parsed(query), limit=10, filter=only, groupedby=grouped)
    return len(found), *(highest(found.groups(name), 10 if name != "dates" else None) for name in GROUPS)


def highest(groups, most):
    counts = sorted((count for value, count in groups.items() if value), reverse=True)
    return sum(counts[:most])


if __name__ == "__main__":
    main(build, open_index, lambda: f"whoosh-reloaded {version('whoosh-reloaded')}")
