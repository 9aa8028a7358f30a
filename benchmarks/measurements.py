"""A run's raw CSV, read back: what summary, charts and the README are made from."""

import csv
import glob
import json
import os
import statistics
from collections import defaultdict

NAMES = {"wsearch": "wsearch", "wsearch fields": "wsearch, hits with their fields",
         "wsearch cores": "wsearch, all cores", "wsearch best": "wsearch, re-ranked", "fts5": "FTS5 tuned", "plain fts5": "FTS5 plain",
         "datasette": "Datasette's SQL", "tantivy": "Tantivy", "lucene": "Lucene 8", "xapian": "Xapian",
         "postgresql": "PostgreSQL 15", "duckdb": "DuckDB", "whoosh": "Whoosh", "spacy": "spaCy small"}
PEERS = [name for name in NAMES if not name.startswith("wsearch") and name != "spacy"]


def rows(folder, table):
    path = os.path.join(folder, table + ".csv")
    if not os.path.exists(path):
        return []
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def latency_rows(folder):
    """(corpus, row) of every timing: a file a corpus."""
    for path in sorted(glob.glob(os.path.join(folder, "latency-*.csv"))):
        name = os.path.basename(path).removesuffix(".csv")
        for row in rows(folder, name):
            yield name.removeprefix("latency-"), row


def facts(folder):
    with open(os.path.join(folder, "machine.json"), encoding="utf-8") as file:
        return json.load(file)


class Latencies:
    """Nanoseconds: every timing by class, and the median of each query's rounds."""

    def __init__(self, folder):
        rounds = defaultdict(list)
        self.classes, self.matches, self.timings = {}, {}, defaultdict(list)
        for corpus, row in latency_rows(folder):
            key = (corpus, row["engine"], row["mode"], row["query"])
            rounds[key].append(int(row["nanoseconds"]))
            self.timings[*key[:3], row["class"]].append(int(row["nanoseconds"]))
            self.classes[corpus, row["query"]] = row["class"]
            self.matches[corpus, row["query"]] = int(row["matches"])
        self.median = {key: statistics.median(times) for key, times in rounds.items()}

    def corpora(self):
        return sorted({key[0] for key in self.median}, key=size_order)

    def engines(self, corpus, among=NAMES):
        measured = {key[1] for key in self.median if key[0] == corpus}
        return [engine for engine in among if engine in measured]

    def queries(self, corpus, name=None):
        return [query for (of, query), of_class in self.classes.items()
                if of == corpus and name in (None, of_class)]

    def class_names(self):
        return list(dict.fromkeys(self.classes.values()))

    def ratios(self, corpus, engine, mode, name=None):
        """How many times longer the engine took than wsearch, query by query."""
        found = []
        for query in self.queries(corpus, name):
            own = self.median.get((corpus, "wsearch", mode, query))
            other = self.median.get((corpus, engine, mode, query))
            if own and other:
                found.append(other / own)
        return found

    def times(self, corpus, engine, mode, name=None):
        """Every timing of a class, or of all, in ascending order."""
        return sorted(time for (*key, of), times in self.timings.items()
                      if tuple(key) == (corpus, engine, mode) and name in (None, of) for time in times)


def size_order(corpus):
    """Generated corpora by their size, after others by name."""
    return (articles(corpus) or 0, corpus)


def articles(corpus):
    """The articles of a generated corpus, from its name; None for another."""
    size = corpus.removeprefix("generated-")
    scale = {"k": 1_000, "M": 1_000_000}.get(size[-1:], 0)
    return int(size[:-1]) * scale if corpus != size and scale and size[:-1].isdigit() else None


def percentile(ordered, percent):
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)] if ordered else 0


def table(head, lines):
    return "\n".join("| " + " | ".join(map(str, line)) + " |"
                     for line in [head, ["---"] * len(head), *lines])
