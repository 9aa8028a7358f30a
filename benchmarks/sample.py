"""Samples 100 queries from an index by document frequency; the same seed gives the same queries."""

import json
import math
import random
import re
import sqlite3
from bisect import bisect_left, bisect_right

WORD = re.compile(r"[A-Za-z0-9]+")


class Sampler:
    def __init__(self, index, seed):
        self.random = random.Random(seed)
        self.database = sqlite3.connect(f"file:{index}?mode=ro", uri=True)
        self.database.execute(
            "CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, article_fts, row)")
        self.frequency = {
            term: articles
            for term, articles in self.database.execute("SELECT term, doc FROM vocabulary")
            if articles > 1 and WORD.fullmatch(term)}
        self.by_frequency = sorted(self.frequency, key=lambda term: (self.frequency[term], term))
        self.articles, self.last = self.database.execute(
            "SELECT count(*), max(id) FROM article").fetchone()
        self.countries = self.database.execute(
            "SELECT code, count(*) FROM article_country GROUP BY code ORDER BY code").fetchall()
        self.dates = [date for (date,) in self.database.execute(
            "SELECT DISTINCT date FROM article WHERE length(date) = 10 ORDER BY date")]

    def queries(self):
        for name, (count, draw) in CLASSES.items():
            for _ in range(count):
                yield {"class": name, **draw(self)}

    def term(self, low, high):
        """A term in between `low` and `high` of the articles, evenly over the logarithm."""
        return self.near(
            self.articles * math.exp(self.random.uniform(math.log(low), math.log(high))))

    def near(self, wanted):
        """One of the terms whose frequency is nearest to `wanted`."""
        terms = self.by_frequency
        at = min(bisect_left(terms, wanted, key=self.frequency.get), len(terms) - 1)
        equal = bisect_right(terms, self.frequency[terms[at]], key=self.frequency.get)
        return terms[self.random.randrange(at, equal)]

    def very_common(self):
        return {"kind": "all", "words": [self.term(0.5, 1)]}

    def common(self):
        return {"kind": "all", "words": [self.term(0.01, 0.5)]}

    def rare(self):
        return {"kind": "all", "words": [self.term(2 / self.articles, 0.002)]}

    def conjunction(self):
        words = sorted(set(self.text()) & self.frequency.keys())
        count = min(len(words), self.random.randint(2, 3))
        return {"kind": "all", "words": self.random.sample(words, count)}

    def disjunction(self):
        terms = {self.term(0.001, 0.5) for _ in range(self.random.randint(2, 5))}
        return {"kind": "any", "words": sorted(terms)}

    def phrase(self):
        words, length = self.text(), self.random.randint(2, 3)
        start = self.random.randrange(len(words) - length)
        return {"kind": "phrase", "words": words[start:start + length]}

    def prefix(self):
        word = self.term(0.0005, 0.05)
        return {"kind": "prefix", "words": [word[:self.random.randint(3, 4)]]}

    def filtered(self):
        codes, weights = zip(*self.countries)
        first, last = sorted(self.random.sample(range(len(self.dates)), 2))
        return {
            "kind": "all", "words": [self.term(0.05, 1)],
            "country": self.random.choices(codes, weights)[0],
            "from": self.dates[first], "to": self.dates[last]}

    def text(self):
        """The words of a random article's body that are ASCII, at least ten."""
        while True:
            row = self.database.execute(
                "SELECT body FROM article WHERE id >= ? ORDER BY id LIMIT 1",
                (self.random.randint(1, self.last),)).fetchone()
            if row[0].isascii() and len(words := WORD.findall(row[0].lower())) >= 10:
                return words


# Of 100 queries, how many of each class, and how one is drawn.
CLASSES = {
    "very common": (10, Sampler.very_common), "common": (15, Sampler.common),
    "rare": (15, Sampler.rare), "and": (15, Sampler.conjunction), "or": (15, Sampler.disjunction),
    "phrase": (10, Sampler.phrase), "prefix": (10, Sampler.prefix),
    "filtered": (10, Sampler.filtered),
}


def sample(index, path, seed=1):
    """Writes the queries of `index` to `path` as JSON Lines and gives them back."""
    queries = [{"id": f"q{n}", **q} for n, q in enumerate(Sampler(index, seed).queries(), start=1)]
    with open(path, "w", encoding="utf-8") as file:
        for query in queries:
            file.write(json.dumps(query) + "\n")
    return queries
