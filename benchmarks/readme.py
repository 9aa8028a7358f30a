#!/usr/bin/env python3
"""Writes the newest run's figures into README.md between its markers; nothing there is typed."""

import os
import re

import scaling
import summary
from measurements import NAMES, PEERS, Latencies, articles, percentile, rows, table

HERE = os.path.dirname(os.path.abspath(__file__))
START, END = "<!-- benchmarks: written by benchmarks/readme.py -->", "<!-- /benchmarks -->"
# What the README fits of all that summary.md does.
FITTED = ("indexing", "file", "one process", "long-lived", "warm query, very common", "warm query, phrase")


def newest():
    runs = os.path.join(HERE, "runs")
    return os.path.join(runs, max(os.listdir(runs)))


def section(folder):
    name = os.path.relpath(folder, os.path.join(HERE, ".."))
    latencies = Latencies(folder)
    parts = [
        "Top 10 (ids and scores) + exact total + person, country and date facets, each engine one warm process, 100 queries: how many times as "
        f"long as wsearch it takes, median [quartiles]. From [{name}]({name}/summary.md), with every class and the top 10 alone.",
        ratio_table(latencies),
        f"![latency by matches]({name}/latency-by-matches.png)\n![latency by size]({name}/latency-by-size.png)",
        "`wsearch query` as a process with its default ranking, file in the page cache, and `wsearch index` on all cores:",
        command_table(folder),
        scaling.growth_table(folder, latencies, FITTED)]
    return "\n\n".join([START, *(part for part in parts if part), END])


def ratio_table(latencies):
    """Engines down, corpora across; wsearch's own times last."""
    corpora = latencies.corpora()
    measured = [engine for engine in PEERS if any(engine in latencies.engines(corpus) for corpus in corpora)]
    lines = [[NAMES[engine], *(summary.spread(latencies.ratios(corpus, engine, "facets")) for corpus in corpora)]
             for engine in measured]
    own = [summary.percentiles(latencies.times(corpus, "wsearch", "facets")) for corpus in corpora]
    return table(["÷ wsearch", *corpora], [*lines, ["wsearch, ms p50 / p95 / p99", *own]])


def command_table(folder):
    built = {row["corpus"]: row for row in rows(folder, "indexing") if row["engine"] == "wsearch"}
    asked = [row for row in rows(folder, "process") if row["rank"] == "best"]
    lines = []
    for corpus in sorted({row["corpus"] for row in asked}, key=lambda corpus: articles(corpus) or 0):
        of = lambda state: [row for row in asked if row["corpus"] == corpus and row["state"] == state]
        seconds = sorted(float(row["seconds"]) for row in of("cached"))
        peaks = [max((int(row["peak_resident_bytes"]) for row in of(state)), default=0) / 1e6
                 for state in ("cached", "batch")]
        row = built[corpus]
        lines.append([corpus, *(f"{1000 * percentile(seconds, p):.0f}" for p in (50, 95)), *(f"{peak:.0f}" for peak in peaks),
                      summary.rate(row), f"{int(row['file_bytes']) / max(int(row['text_bytes']), 1):.2f}"])
    return table(["corpus", "ms p50", "p95", "peak MB", "peak MB of 100 queries in one process", "indexing MB/s",
                  "file / text"], lines)


def main():
    path = os.path.join(HERE, "..", "README.md")
    with open(path, encoding="utf-8") as file:
        text = file.read()
    written = re.sub(f"{re.escape(START)}.*{re.escape(END)}", lambda _: section(newest()), text, flags=re.DOTALL)
    with open(path, "w", encoding="utf-8") as file:
        file.write(written)


if __name__ == "__main__":
    main()
