#!/usr/bin/env python3
"""Writes the newest run's figures into README.md between its markers; nothing there is typed."""

import os
import re

import measurements
import summary

HERE = os.path.dirname(os.path.abspath(__file__))
START, END = "<!-- benchmarks: written by benchmarks/readme.py -->", "<!-- /benchmarks -->"


def newest():
    runs = os.path.join(HERE, "runs")
    return os.path.join(runs, max(os.listdir(runs)))


def figures(folder):
    latencies = measurements.Latencies(folder)
    lines = []
    for corpus in latencies.corpora():
        cells = [summary.spread(latencies.ratios(corpus, engine, "facets")) for engine in measurements.PEERS]
        own = sorted(latencies.times(corpus, "wsearch", "facets"))
        times = [summary.milliseconds(measurements.percentile(own, p)) for p in (50, 95)]
        lines.append([corpus, *cells, *times])
    names = [f"{measurements.NAMES[engine]} ÷ wsearch" for engine in measurements.PEERS]
    return measurements.table(["corpus", *names, "wsearch ms p50", "p95"], lines)


def section(folder):
    name = os.path.relpath(folder, os.path.join(HERE, ".."))
    return (f"{START}\nTop 10 + exact total + person, country and date facets, one process each, warm: the median "
            f"ratio over 100 queries, with quartiles. From [{name}]({name}/summary.md).\n\n{figures(folder)}\n\n"
            f"![latency by matches]({name}/latency-by-matches.png)\n{END}")


def main():
    path = os.path.join(HERE, "..", "README.md")
    with open(path, encoding="utf-8") as file:
        text = file.read()
    written = re.sub(f"{re.escape(START)}.*{re.escape(END)}", lambda _: section(newest()), text, flags=re.DOTALL)
    with open(path, "w", encoding="utf-8") as file:
        file.write(written)


if __name__ == "__main__":
    main()
