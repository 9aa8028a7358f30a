"""Tantivy by its Python package: top 10 with count, then terms and histogram aggregations.

Title and body are two values of one field, which spares Tantivy the second field that wsearch and
FTS5 score. The package has no collector for hits and aggregations at once, so a query runs twice,
as it must for every user of the package.
"""

from importlib.metadata import version

import tantivy
from tantivy import Filter, Occur, Query, TextAnalyzerBuilder, Tokenizer

from protocol import main

AGGREGATIONS = {
    "people": {"terms": {"field": "person", "size": 10}},
    "countries": {"terms": {"field": "country", "size": 10}},
    "dates": {"histogram": {"field": "month", "interval": 1}},
}


def schema():
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", tokenizer_name="folded")
    builder.add_integer_field("id", stored=True, fast=True)
    builder.add_text_field("person", tokenizer_name="raw", fast=True, index_option="basic")
    builder.add_text_field("country", tokenizer_name="raw", fast=True, index_option="basic")
    builder.add_integer_field("month", fast=True)
    builder.add_integer_field("day", fast=True, indexed=True)
    return builder.build()


def registered(index):
    analyzer = TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.lowercase())
    index.register_tokenizer("folded", analyzer.filter(Filter.ascii_fold()).build())
    return index


def build(documents, folder):
    index = registered(tantivy.Index(schema(), path=folder))
    # Room for a million articles in one segment: of more than one, each hands on only its hundred most
    # frequent terms, and aggregations of rare ones come out too low.
    writer = index.writer(heap_size=4_000_000_000, num_threads=1)
    for document in documents:
        entry = tantivy.Document(
            id=document["id"],
            text=[document["title"], document["body"]],
            person=document["people"],
            country=document["countries"],
        )
        if document["day"] is not None:
            entry.add_integer("month", document["month"])
            entry.add_integer("day", document["day"])
        writer.add_document(entry)
    writer.commit()
    writer.wait_merging_threads()


def open_index(folder):
    index = registered(tantivy.Index.open(folder))
    index.reload()
    searcher, kinds = index.searcher(), index.schema
    return lambda query, mode: answer(searcher, parsed(kinds, query), mode)


def parsed(kinds, query):
    words = query["words"]
    if query["kind"] == "prefix":
        clause = Query.regex_query(kinds, "text", words[0] + ".*")
    elif query["kind"] == "phrase":
        clause = Query.phrase_query(kinds, "text", words)
    else:
        occur = Occur.Must if query["kind"] == "all" else Occur.Should
        terms = [Query.term_query(kinds, "text", word, "freq") for word in words]
        clause = terms[0] if len(terms) == 1 else Query.boolean_query([(occur, t) for t in terms])
    if not query.get("country"):
        return clause
    country = Query.term_query(kinds, "country", query["country"], "basic")
    days = Query.range_query(
        kinds, "day", tantivy.FieldType.Integer, query["from_day"], query["to_day"]
    )
    unscored = [(Occur.Must, Query.const_score_query(c, 0.0)) for c in (country, days)]
    return Query.boolean_query([(Occur.Must, clause), *unscored])


def answer(searcher, query, mode):
    if mode == "top":
        searcher.search(query, 10, count=False)
        return 0, 0, 0, 0
    total = searcher.search(query, 10, count=True).count
    groups = searcher.aggregate(query, AGGREGATIONS)
    return total, *(sum(b["doc_count"] for b in groups[name]["buckets"]) for name in AGGREGATIONS)


if __name__ == "__main__":
    main(build, open_index, lambda: f"tantivy {version('tantivy')}")
