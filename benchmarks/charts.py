#!/usr/bin/env python3
"""Draws the charts of a run as PNG and SVG into its folder."""

import os
import sys

import matplotlib

matplotlib.use("Agg")
matplotlib.rcParams["svg.hashsalt"] = "wsearch"
import matplotlib.pyplot as plot

from measurements import NAMES, Latencies, articles, percentile, rows, size_order

COLOURS = {"wsearch": "#0b6e4f", "wsearch fields": "#3f9c78", "wsearch cores": "#5bb08c", "wsearch best": "#7bc8a4", "fts5": "#8d6a9f", "plain fts5": "#bfa3cc",
           "datasette": "#e07aa0", "tantivy": "#d1603d", "lucene": "#3d6cb9", "xapian": "#50b0d8",
           "postgresql": "#5a5a6e", "duckdb": "#c0a030", "whoosh": "#a06a40", "spacy": "#999999"}


def main(folder):
    latencies = Latencies(folder)
    engines = [e for e in NAMES if any(key[1] == e for key in latencies.median)]
    by_matches(folder, latencies, engines)
    by_size(folder, latencies, engines)
    for column, name, label in (("rate", "throughput", "indexing, MB of text a second"),
                                ("peak_resident_bytes", "memory", "peak memory of indexing, MB"),
                                ("file_bytes", "size", "index, bytes a byte of text")):
        bars(folder, column, name, label)


def by_matches(folder, latencies, engines):
    figure, axes = plot.subplots(figsize=(7, 4.5))
    for engine in engines:
        points = [(max(latencies.matches[corpus, query], 1), time / 1e6)
                  for (corpus, of, mode, query), time in latencies.median.items()
                  if of == engine and mode == "facets"]
        on_top = 3 if engine == "wsearch" else 2
        axes.scatter(*zip(*points), s=8, zorder=on_top, color=COLOURS[engine], label=NAMES[engine], rasterized=True)
    axes.set(xscale="log", yscale="log", xlabel="matches", ylabel="ms, top 10 + total + three facets")
    finish(figure, axes, folder, "latency-by-matches")


def by_size(folder, latencies, engines):
    corpora = [c for c in latencies.corpora() if articles(c)]
    if not corpora:
        return
    figure, axes = plot.subplots(figsize=(7, 4.5))
    for engine in engines:
        for percent, style in ((50, "-"), (95, ":")):
            points = [(articles(c), percentile(sorted(times), percent) / 1e6)
                      for c in corpora if (times := latencies.times(c, engine, "facets"))]
            label = NAMES[engine] if percent == 50 else None
            if points:
                axes.plot(*zip(*points), style, marker="o", color=COLOURS[engine], label=label)
    axes.set(xscale="log", yscale="log", xlabel="articles", ylabel="ms (line: median, dots: p95)")
    finish(figure, axes, folder, "latency-by-size")


def bars(folder, column, name, label):
    measured = rows(folder, "indexing")
    corpora = sorted({row["corpus"] for row in measured}, key=size_order)
    engines = [e for e in NAMES if any(row["engine"] == e for row in measured)]
    figure, axes = plot.subplots(figsize=(7, 4))
    for place, engine in enumerate(engines):
        values = {row["corpus"]: value(row, column) for row in measured if row["engine"] == engine}
        shown = [(at + place * 0.8 / len(engines), values[c]) for at, c in enumerate(corpora) if c in values]
        axes.bar(*zip(*shown), width=0.8 / len(engines), color=COLOURS[engine], label=NAMES[engine])
    axes.set_xticks([at + 0.3 for at in range(len(corpora))], corpora)
    axes.set_ylabel(label)
    finish(figure, axes, folder, name)


def value(row, column):
    if column == "rate":
        return int(row["text_bytes"]) / 1e6 / float(row["seconds"])
    return int(row[column]) / (max(int(row["text_bytes"]), 1) if column == "file_bytes" else 1e6)


def finish(figure, axes, folder, name):
    if axes.get_legend_handles_labels()[0]:
        axes.legend(frameon=False, fontsize=8, bbox_to_anchor=(1.01, 1), loc="upper left")
    axes.spines[["top", "right"]].set_visible(False)
    figure.tight_layout()
    figure.savefig(os.path.join(folder, name + ".png"), dpi=110, bbox_inches="tight")
    figure.savefig(os.path.join(folder, name + ".svg"), metadata={"Date": None}, bbox_inches="tight")
    plot.close(figure)


if __name__ == "__main__":
    main(sys.argv[1])
