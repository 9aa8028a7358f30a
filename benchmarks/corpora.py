#!/usr/bin/env python3
"""Corpora to measure on: what they are like, and the same articles as the peers read them.

    benchmarks/corpora.py FILE...     prints the statistics of JSON Lines side by side
"""

import gzip
import hashlib
import itertools
import json
import math
import os
import re
import sqlite3
import statistics as numbers
import sys
from collections import Counter
from datetime import date

WORD = re.compile(r"[^\W_]+")
# Tokens after which the vocabulary is counted.
MARKS = (10_000, 100_000, 1_000_000, 10_000_000)


class Articles:
    """The articles of an index with the facet values that wsearch gave them."""

    def __init__(self, index):
        self.database = sqlite3.connect(f"file:{index}?mode=ro", uri=True)
        # The month count starts at the corpus's first month: small numbers, which suit peers that
        # count into arrays.
        first = self.database.execute("SELECT min(date) FROM article").fetchone()[0] or "1970"
        self.first_month = month(first)

    def __iter__(self):
        people = self.values("SELECT article_id, name FROM article_person ORDER BY 1")
        countries = self.values("SELECT article_id, code FROM article_country ORDER BY 1")
        for row in self.database.execute("SELECT id, title, body, date FROM article ORDER BY id"):
            identifier, title, body, day = row
            yield {
                "id": identifier, "title": title, "body": body, "date": day,
                "month": None if day is None else month(day) - self.first_month,
                "day": ordinal(day), "people": people(identifier),
                "countries": countries(identifier)}

    def values(self, sql):
        """A reader of (article, value) rows in step with ascending articles."""
        rows = self.database.execute(sql)
        ahead = [rows.fetchone()]

        def of(article):
            found = []
            while ahead[0] and ahead[0][0] == article:
                found.append(ahead[0][1])
                ahead[0] = rows.fetchone()
            return sorted(found)

        return of


def month(day):
    return int(day[:4]) * 12 + (int(day[5:7]) - 1 if len(day) > 4 else 0)


def ordinal(day):
    """Days since year 1; a month or a year counts as its first day."""
    return None if day is None else date.fromisoformat((day + "-01-01")[:10]).toordinal()


def export(index, folder, suffix=""):
    """Writes documents.jsonl and documents.tsv for the peers; gives the digest of their content."""
    found = hashlib.sha256()
    with (open(os.path.join(folder, "documents.jsonl" + suffix), "w", encoding="utf-8") as objects,
          open(os.path.join(folder, "documents.tsv" + suffix), "w", encoding="utf-8") as table):
        for article in Articles(index):
            line = json.dumps(article, ensure_ascii=False) + "\n"
            found.update(line.encode())
            objects.write(line)
            table.write("\t".join([
                str(article["id"]), flat(article["title"]), flat(article["body"]),
                cell(article["month"]), cell(article["day"]),
                "|".join(map(flat, article["people"])), "|".join(article["countries"])]) + "\n")
    return found.hexdigest()


def export_queries(queries, folder):
    """The queries once more with days as numbers, and as a table."""
    with (open(os.path.join(folder, "queries.jsonl"), "w", encoding="utf-8") as objects,
          open(os.path.join(folder, "queries.tsv"), "w", encoding="utf-8") as table):
        for query in queries:
            days = [ordinal(query.get(end)) for end in ("from", "to")]
            objects.write(json.dumps({**query, "from_day": days[0], "to_day": days[1]}) + "\n")
            table.write("\t".join([
                query["id"], query["kind"], " ".join(query["words"]), query.get("country", ""),
                *map(cell, days)]) + "\n")


def flat(text):
    return " ".join(text.replace("|", " ").split())


def cell(value):
    return "" if value is None else str(value)


def statistics(index, corpus):
    """What a corpus is like: articles, tokens, vocabulary, people and countries from the index; and its shape."""
    database = sqlite3.connect(f"file:{index}?mode=ro", uri=True)
    one = lambda sql: database.execute(sql).fetchone()[0]
    database.execute("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, article_fts, row)")
    articles = one("SELECT count(*) FROM article")
    terms, tokens, once, half = database.execute(
        f"SELECT count(*), sum(cnt), sum(cnt = 1), sum(doc * 2 >= {articles}) FROM vocabulary").fetchone()
    return {
        "articles": articles, "tokens": tokens, "distinct_terms": terms, "terms_seen_once": once,
        "text_bytes": one("SELECT sum(length(CAST(title AS BLOB)) + length(CAST(body AS BLOB))) FROM article"),
        "terms_in_half_the_articles": half,
        "people": one("SELECT count(*) FROM entity WHERE kind = 'person'"),
        "people_per_article": round(one("SELECT count(*) FROM article_person") / articles, 2),
        "countries_per_article": round(one("SELECT count(*) FROM article_country") / articles, 2),
        "first_date": one("SELECT min(date) FROM article"),
        "last_date": one("SELECT max(date) FROM article"), **shape(corpus)}


def shape(corpus):
    """Growth of the vocabulary, shares of the words, bursts and lengths over the first ten million tokens."""
    counts, articles_with, lengths, growth = Counter(), Counter(), [], {}
    tokens = 0
    for text in texts(corpus):
        words = WORD.findall(text.lower())
        for mark in MARKS:
            if tokens < mark <= tokens + len(words):
                growth[mark] = len(counts)
        counts.update(words)
        articles_with.update(set(words))
        tokens += len(words)
        lengths.append(max(len(words), 1))
        if tokens > MARKS[-1]:
            break
    ranked = counts.most_common(5_000)
    share = lambda rank: round(100 * ranked[rank - 1][1] / tokens, 4) if rank <= len(ranked) else None
    bursts = [count / articles_with[word] for word, count in ranked[500:]]
    return {
        "distinct_terms_after_tokens": growth, "heaps_exponent": heaps(growth),
        "percent_of_tokens_by_rank": {rank: share(rank) for rank in (1, 10, 100, 1_000, 5_000)},
        "times_in_an_article_ranks_500_to_5000": round(numbers.fmean(bursts), 2) if bursts else None,
        "median_length": numbers.median(lengths),
        "sigma_of_log_length": round(numbers.pstdev(map(math.log, lengths)), 2)}


def heaps(growth):
    """The exponent over the last decade of tokens that was counted."""
    marks = sorted(growth)
    return round(math.log10(growth[marks[-1]] / growth[marks[-2]]), 2) if len(marks) > 1 else None


def texts(corpus):
    opened = gzip.open if corpus.endswith(".gz") else open
    with opened(corpus, "rt", encoding="utf-8") as file:
        for article in map(json.loads, file):
            yield (article.get("title") or "") + "\n" + article["body"]


def excerpt(corpus, path, articles):
    """Writes the first articles of a corpus to `path`; gives the bytes of their text."""
    opened = gzip.open if corpus.endswith(".gz") else open
    total = 0
    with opened(corpus, "rt", encoding="utf-8") as source, open(path, "w", encoding="utf-8") as file:
        for line in itertools.islice(source, articles):
            article = json.loads(line)
            total += len((article.get("title", "") + article["body"]).encode())
            file.write(line)
    return total


def main(paths):
    found = {os.path.basename(path): shape(path) for path in paths}
    for name in next(iter(found.values()), {}):
        print(name)
        for corpus, facts in found.items():
            print(f"  {corpus}: {facts[name]}")


if __name__ == "__main__":
    main(sys.argv[1:])
