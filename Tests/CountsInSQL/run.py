#!/usr/bin/env python3
"""Holds what the default mode counts against SQL over the same file: conjunctions, negations, filters.

    run.py BINARY ARTICLES [--queries 400] [--seed 1] [--folder F]

Indexes the articles, draws queries of one to five of their words as they stand, some excluded, with filters
of people, countries and dates, and compares `total`, `total_partial` and of each bucket of the facets of
people and countries `count` and `within` with sets of rows that a stock SQLite finds: full text by MATCH, tags
by the views. Ends with status 1 where any differs.
"""

import argparse
import json
import math
import os
import random
import re
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter

ENOUGH = 10
WORD = re.compile(r"[a-z]{2,}")


class Truth:
    """The file as a stock SQLite reads it."""

    def __init__(self, path):
        self.database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        self.dates = dict(self.rows("SELECT id, coalesce(date, '') FROM article"))
        self.all = set(self.dates)
        self.tags = {"person": {}, "country": {}}
        for article, name in self.rows("SELECT article_id, name FROM article_person"):
            self.tags["person"].setdefault(name, set()).add(article)
        for article, code in self.rows("SELECT article_id, code FROM article_country"):
            self.tags["country"].setdefault(code, set()).add(article)
        self.words = {}

    def rows(self, sql, *values):
        return self.database.execute(sql, values)

    def holding(self, word):
        if word not in self.words:
            sql = "SELECT rowid FROM article_fts WHERE article_fts MATCH ?"
            self.words[word] = {row for row, in self.rows(sql, f'"{word}"')}
        return self.words[word]

    def dated(self, year):
        return {row for row, date in self.dates.items() if date.startswith(year)}

    def weight(self, word):
        return int(1024 * math.log((len(self.all) + 1) / (len(self.holding(word)) + 0.5)))

    def passing(self, query, lifted=None):
        """Articles that the filters leave, but for one kind of them."""
        found = set(self.all)
        for word in query["excluded"]:
            found -= self.holding(word)
        for kind in ("person", "country"):
            if query[kind] and kind != lifted:
                found &= self.tags[kind][query[kind]]
        return found & self.dated(query["year"]) if query["year"] else found

    def whole(self, query, rows):
        return rows.intersection(*map(self.holding, query["words"]))

    def weighty(self, query, rows):
        """Those that hold two thirds of an average word's weight, of two words half."""
        weights = {word: self.weight(word) for word in query["words"] if self.holding(word)}
        total = sum(weights.values())
        least = max(1, int(0.67 * total / len(weights) if len(weights) > 2 else total / 2))
        held = Counter()
        for word, weight in weights.items():
            for row in self.holding(word) & rows:
                held[row] += weight
        return {row for row, weight in held.items() if weight >= least}

    def answer(self, query):
        rows = self.passing(query)
        whole = self.whole(query, rows)
        is_partial = len(whole) < ENOUGH and len(query["words"]) > 1
        choose = (lambda rows: self.weighty(query, rows) | self.whole(query, rows)) if is_partial else (
            lambda rows: self.whole(query, rows))
        shown = choose(rows)
        answer = {"total": len(whole), "partial": len(shown - whole)}
        for kind in ("person", "country"):
            counted = choose(self.passing(query, lifted=kind)) if query[kind] else shown
            buckets = {}
            for value, articles in self.tags[kind].items():
                count, within = len(articles & counted), len(articles & shown)
                # The one that is filtered by is always there.
                if count or value == query[kind]:
                    buckets[value] = (count, within if query[kind] else None)
            answer[kind] = buckets
        return answer


def drawn(choice, bodies, truth):
    """A query whose words stand in one article, or in two."""
    sources = choice.sample(bodies, choice.choice([1, 1, 2]))
    words = sorted({word for body in sources for word in WORD.findall(body)} & truth.vocabulary)
    words = choice.sample(words, min(len(words), choice.randint(1, 5)))
    excluded = [word for word in words[2:] if choice.random() < 0.3]
    query = {"words": [word for word in words if word not in excluded], "excluded": excluded, "year": None}
    for kind, share in (("person", 0.15), ("country", 0.3)):
        query[kind] = choice.choice(truth.frequent[kind]) if choice.random() < share else None
    if choice.random() < 0.2:
        query["year"] = choice.choice(truth.years)
    return query


def asked(binary, index, query):
    text = " ".join([f"={word}" for word in query["words"]] + [f"-={word}" for word in query["excluded"]])
    # =: this person alone, not whom a surname may mean.
    options = ["--person", "=" + query["person"]] if query["person"] else []
    options += ["--country", query["country"]] if query["country"] else []
    options += ["--from", query["year"], "--to", query["year"]] if query["year"] else []
    command = [binary, "query", "--index", index, "--json", "--limit", "0", "--facet", "person,country",
               "--facet-limit", "1000000", *options, "--", text]
    done = subprocess.run(command, capture_output=True)
    if done.returncode not in (0, 1):
        sys.exit(f"{text}: {done.stderr.decode()}")
    results = json.loads(done.stdout)
    answer = {"total": results["total"], "partial": results["total_partial"]}
    for kind in ("person", "country"):
        buckets = results["facets"][kind]["buckets"]
        answer[kind] = {bucket["value"]: (bucket["count"], bucket.get("within")) for bucket in buckets}
    return answer


def compare(binary, index, bodies, queries, seed):
    truth, choice = Truth(index), random.Random(seed)
    truth.vocabulary = {word for body in bodies for word in WORD.findall(body)}
    truth.frequent = {
        kind: [value for value, rows in sorted(values.items()) if len(rows) > 2]
        for kind, values in truth.tags.items()}
    truth.years = sorted({date[:4] for date in truth.dates.values() if date}) or ["2000"]
    differing, partial = 0, 0
    for _ in range(queries):
        query = drawn(choice, bodies, truth)
        if not query["words"]:
            continue
        expected, answer = truth.answer(query), asked(binary, index, query)
        partial += expected["partial"] > 0
        if expected != answer:
            differing += 1
            unlike = [key for key in expected if expected[key] != answer[key]]
            print(f"seed {seed}: {query}: {unlike}", *(
                f"\n  {key}: SQL {difference(expected[key], answer[key])}" for key in unlike))
    print(f"{queries} queries, {partial} with a second group: {differing} differ from SQL")
    return differing


def difference(expected, answer):
    if not isinstance(expected, dict):
        return f"{expected}, wsearch {answer}"
    keys = sorted(set(expected) | set(answer))
    unlike = [(key, expected.get(key), answer.get(key)) for key in keys if expected.get(key) != answer.get(key)]
    return f"(value, SQL, wsearch) {unlike[:5]}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary")
    parser.add_argument("articles", help="what wsearch index takes")
    parser.add_argument("--queries", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", help="where the index is made and kept")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        index = os.path.join(options.folder or folder, "counts.db")
        subprocess.run(
            [options.binary, "index", "--index", index, options.articles], check=True, stdout=subprocess.DEVNULL)
        bodies = [body.lower() for body, in sqlite3.connect(index).execute("SELECT body FROM article")]
        sys.exit(1 if compare(options.binary, index, bodies, options.queries, options.seed) else 0)


if __name__ == "__main__":
    main()
