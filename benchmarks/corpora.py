"""Corpora to measure on, and the same articles as the peers read them."""

import gzip
import itertools
import json
import os
import sqlite3
import subprocess
from datetime import date


def generated(bench, articles, folder):
    """The path of a generated corpus, written once."""
    path = os.path.join(folder, "corpus.jsonl")
    if not os.path.exists(path):
        with open(path + ".part", "wb") as file:
            subprocess.run([bench, "generate", "--articles", str(articles)], stdout=file, check=True)
        os.rename(path + ".part", path)
    return path


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
                "id": identifier, "title": title, "body": body,
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
            return found

        return of


def month(day):
    return int(day[:4]) * 12 + (int(day[5:7]) - 1 if len(day) > 4 else 0)


def ordinal(day):
    """Days since year 1; a month or a year counts as its first day."""
    return None if day is None else date.fromisoformat((day + "-01-01")[:10]).toordinal()


def export(index, folder):
    """Writes documents.jsonl and documents.tsv for the peers."""
    with (open(os.path.join(folder, "documents.jsonl"), "w", encoding="utf-8") as objects,
          open(os.path.join(folder, "documents.tsv"), "w", encoding="utf-8") as table):
        for article in Articles(index):
            objects.write(json.dumps(article, ensure_ascii=False) + "\n")
            table.write("\t".join([
                str(article["id"]), flat(article["title"]), flat(article["body"]),
                cell(article["month"]), cell(article["day"]),
                "|".join(map(flat, article["people"])), "|".join(article["countries"])]) + "\n")


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


def statistics(index):
    """What a corpus is like: articles, tokens, vocabulary, lengths, people and countries."""
    database = sqlite3.connect(f"file:{index}?mode=ro", uri=True)
    one = lambda sql: database.execute(sql).fetchone()[0]
    database.execute("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, article_fts, row)")
    articles = one("SELECT count(*) FROM article")
    terms, tokens, once = database.execute(
        "SELECT count(*), sum(cnt), sum(cnt = 1) FROM vocabulary").fetchone()
    return {
        "articles": articles, "tokens": tokens, "distinct_terms": terms, "terms_seen_once": once,
        "tokens_per_article": round(tokens / articles, 1),
        "text_bytes": one("SELECT sum(length(CAST(title AS BLOB)) + length(CAST(body AS BLOB))) FROM article"),
        "terms_in_half_the_articles": one(f"SELECT count(*) FROM vocabulary WHERE doc * 2 >= {articles}"),
        "people": one("SELECT count(*) FROM entity WHERE kind = 'person'"),
        "people_per_article": round(one("SELECT count(*) FROM article_person") / articles, 2),
        "countries_per_article": round(one("SELECT count(*) FROM article_country") / articles, 2),
        "first_date": one("SELECT min(date) FROM article"),
        "last_date": one("SELECT max(date) FROM article")}


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
