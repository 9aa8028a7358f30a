"""The tables of a run, ratios first, as Markdown."""

import csv
import json
import os
import statistics
import sys
from collections import defaultdict

NAMES = {"fts5": "stock FTS5", "tantivy": "Tantivy", "lucene": "Lucene 8", "spacy": "spaCy small",
         "wsearch": "wsearch", "wsearch best": "wsearch, re-ranked"}
PEERS = ("fts5", "tantivy", "lucene")


def rows(folder, table):
    path = os.path.join(folder, table + ".csv")
    if not os.path.exists(path):
        return []
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


class Latencies:
    """The median nanoseconds of each query, by corpus, engine and mode."""

    def __init__(self, folder):
        rounds = defaultdict(list)
        self.classes, self.matches = {}, {}
        for row in rows(folder, "latency"):
            key = (row["corpus"], row["engine"], row["mode"], row["query"])
            rounds[key].append(int(row["nanoseconds"]))
            self.classes[row["corpus"], row["query"]] = row["class"]
            self.matches[row["corpus"], row["query"]] = int(row["matches"])
        self.median = {key: statistics.median(times) for key, times in rounds.items()}

    def corpora(self):
        return sorted({key[0] for key in self.median}, key=size_order)

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

    def times(self, corpus, engine, mode):
        return [time for key, time in self.median.items() if key[:3] == (corpus, engine, mode)]


def size_order(corpus):
    text = corpus.rsplit("-", 1)[-1]
    scale = {"k": 1e3, "M": 1e6}.get(text[-1:], 0)
    return (float(text[:-1]) * scale if scale and text[:-1].isdigit() else 0, corpus)


def text(folder):
    latencies = Latencies(folder)
    with open(os.path.join(folder, "machine.json"), encoding="utf-8") as file:
        facts = json.load(file)
    parts = [head(facts)]
    for corpus in latencies.corpora():
        parts.append(f"## {corpus}\n\n{conditions(facts, corpus)}")
        parts.append(ratio_table(latencies, corpus, "facets"))
        parts.append(ratio_table(latencies, corpus, "top"))
        parts.append(time_table(latencies, corpus))
    parts += [indexing_table(folder), process_table(folder), reader_table(folder), tagging_table(folder),
              fit_table(latencies)]
    return "\n\n".join(part for part in parts if part) + "\n"


def head(facts):
    versions = ", ".join(f"{name} {number}" for name, number in facts["versions"].items())
    return (f"{facts['processor']}, {facts['cores']} cores, {facts['memory_bytes'] >> 30} GB, "
            f"{facts['system']}. {versions}.")


def conditions(facts, corpus):
    of = facts["corpora"].get(corpus, {})
    return (f"`{of.get('command')}`; load average {of.get('load_average', 0):.1f} before, "
            f"{of.get('load_average_after', 0):.1f} after.")


def table(head, lines):
    return "\n".join("| " + " | ".join(map(str, line)) + " |"
                     for line in [head, ["---"] * len(head), *lines])


def ratio_table(latencies, corpus, mode):
    """By class: times as long as wsearch, the median and quartiles over the queries."""
    engines = [e for e in PEERS if latencies.ratios(corpus, e, mode)]
    if not engines:
        return ""
    title = {"facets": "Top 10 + total + three facets: times as long as wsearch (`--rank fast`), median [quartiles]",
             "top": "Top 10 alone: times as long as wsearch, median [quartiles]"}[mode]
    lines = []
    for name in [None, *latencies.class_names()]:
        cells = [spread(latencies.ratios(corpus, engine, mode, name)) for engine in engines]
        lines.append([f"**all {len(latencies.queries(corpus))}**" if name is None else name, *cells])
    return f"{title}:\n\n" + table(["class", *(NAMES[e] for e in engines)], lines)


def spread(values):
    if len(values) < 2:
        return f"{values[0]:.1f}" if values else "–"
    low, middle, high = statistics.quantiles(values, n=4, method="inclusive")
    return f"{middle:.1f} [{low:.1f}–{high:.1f}]"


def time_table(latencies, corpus):
    engines = [e for e in NAMES if latencies.times(corpus, e, "facets")]
    lines = []
    for engine in engines:
        of = sorted(latencies.times(corpus, engine, "facets"))
        top = sorted(latencies.times(corpus, engine, "top"))
        lines.append([NAMES[engine], *(milliseconds(percentile(of, p)) for p in (50, 95, 99)),
                      milliseconds(percentile(top, 50)), milliseconds(percentile(top, 95))])
    return "Milliseconds over the queries:\n\n" + table(
        ["", "p50", "p95", "p99", "top 10 alone p50", "p95"], lines)


def percentile(ordered, percent):
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)] if ordered else 0


def milliseconds(nanoseconds):
    return f"{nanoseconds / 1e6:.3g}"


def indexing_table(folder):
    lines = [[row["corpus"], NAMES[row["engine"]], rate(row), f"{int(row['file_bytes']) / 1e6:.1f}",
              f"{int(row['file_bytes']) / max(int(row['text_bytes']), 1):.2f}",
              f"{int(row['peak_resident_bytes']) / 1e6:.0f}"] for row in rows(folder, "indexing")]
    note = "wsearch reads, tags and stores the text; the peers get tagged articles and store no text (FTS5 does)."
    return f"## Indexing\n\n{note}\n\n" + table(
        ["corpus", "", "MB/s", "file MB", "file / text", "peak RSS MB"], lines) if lines else ""


def rate(row):
    return f"{int(row['text_bytes']) / 1e6 / float(row['seconds']):.1f}"


def process_table(folder):
    groups = defaultdict(list)
    for row in rows(folder, "process"):
        groups[row["corpus"]].append(row)
    lines = []
    for corpus in sorted(groups, key=size_order):
        seconds = sorted(float(row["seconds"]) for row in groups[corpus])
        peak = max(int(row["peak_resident_bytes"]) for row in groups[corpus])
        lines.append([corpus, *(f"{percentile(seconds, p) * 1000:.1f}" for p in (50, 95)), f"{peak / 1e6:.0f}"])
    return "## `wsearch query` as a process, page cache warm\n\n" + table(
        ["corpus", "ms p50", "p95", "peak RSS MB"], lines) if lines else ""


def reader_table(folder):
    lines = [[row["corpus"], NAMES[row["engine"]], f"{int(row['anonymous_bytes']) / 1e6:.0f}",
              f"{int(row['resident_bytes']) / 1e6:.0f}"] for row in rows(folder, "reader")]
    return "## Memory of a long-lived reader after all rounds\n\n" + table(
        ["corpus", "", "own MB", "with mapped files MB"], lines) if lines else ""


def tagging_table(folder):
    lines = [[row["corpus"], NAMES[row["engine"]], row["articles"],
              f"{int(row['text_bytes']) / 1e6 / float(row['seconds']):.3f}"] for row in rows(folder, "tagging")]
    return ("## Tagging, one core\n\nwsearch finds people, countries and dates; its start and JSON are timed, "
            "spaCy's are not.\n\n" + table(["corpus", "", "articles", "MB/s"], lines)) if lines else ""


def fit_table(latencies):
    """Least squares of time on matches over single words with at least 1,000 matches."""
    lines = []
    for engine in NAMES:
        points = [(latencies.matches[corpus, query], time)
                  for (corpus, of, mode, query), time in latencies.median.items()
                  if of == engine and mode == "facets" and latencies.matches[corpus, query] >= 1000
                  and latencies.classes[corpus, query] in ("very common", "common")]
        if len(points) > 2:
            fit = statistics.linear_regression(*zip(*points))
            lines.append([NAMES[engine], len(points), f"{fit.slope:.1f}", f"{fit.intercept / 1000:.0f}",
                          f"{statistics.correlation(*zip(*points)) ** 2:.3f}"])
    return ("## Time against matches (single words, top 10 + total + facets)\n\n" + table(
        ["", "queries", "ns a match", "constant µs", "R²"], lines)) if lines else ""


if __name__ == "__main__":
    print(text(sys.argv[1]))
