"""The tables of a run, ratios first, as Markdown."""

import statistics
import sys
from collections import defaultdict

import scaling
from measurements import NAMES, PEERS, Latencies, facts, percentile, rows, size_order, table

MODES = {"facets": "Top 10 + total + three facets", "top": "Top 10 alone"}
# The share of the cores that others may have had while an index was built.
QUIET = 0.1


def text(folder):
    latencies, known = Latencies(folder), facts(folder)
    parts = [head(known)]
    for corpus in latencies.corpora():
        parts.append(f"## {corpus}\n\n{conditions(folder, known, corpus)}")
        parts += [ratio_table(latencies, corpus, mode) for mode in MODES]
        parts += [time_table(latencies, corpus, mode) for mode in MODES]
    parts += [scaling.section(folder, latencies), indexing_table(folder), process_table(folder),
              reader_table(folder), tagging_table(folder), corpus_table(known)]
    return "\n\n".join(part for part in parts if part) + "\n"


def head(known):
    versions = ", ".join(f"{name} {number}" for name, number in known["versions"].items())
    return (f"{known['processor']}, {known['cores']} cores, {known['memory_bytes'] >> 30} GB, "
            f"{known['system']}. {versions}.")


def conditions(folder, known, corpus):
    of = known["corpora"].get(corpus, {})
    left_out = "; ".join(f"{NAMES[row['engine']]} is left out: {row['reason']}"
                         for row in rows(folder, "left_out") if row["corpus"] == corpus)
    return (f"`{of.get('command')}`; load average {of.get('load_average', 0):.1f} before, "
            f"{of.get('load_average_after', 0):.1f} after. {left_out}").rstrip() + ("." if left_out else "")


def ratio_table(latencies, corpus, mode):
    """By class: times as long as wsearch, the median and quartiles over the queries."""
    engines = latencies.engines(corpus, PEERS)
    if not engines:
        return ""
    lines = []
    for name in [None, *latencies.class_names()]:
        cells = [spread(latencies.ratios(corpus, engine, mode, name)) for engine in engines]
        lines.append([f"**all {len(latencies.queries(corpus))}**" if name is None else name, *cells])
    return (f"{MODES[mode]}: times as long as wsearch (`--rank fast`), median [quartiles] over the queries:\n\n"
            + table(["class", *(NAMES[e] for e in engines)], lines))


def spread(values):
    if len(values) < 2:
        return f"{decimals(values[0])}" if values else "–"
    low, middle, high = map(decimals, statistics.quantiles(values, n=4, method="inclusive"))
    return f"{middle} [{low}–{high}]"


def decimals(ratio):
    return f"{ratio:.0f}" if ratio >= 20 else f"{ratio:.1f}" if ratio >= 0.95 else f"{ratio:.2f}"


def time_table(latencies, corpus, mode):
    """By engine and class: p50 / p95 / p99 over every timing."""
    lines = []
    for engine in latencies.engines(corpus):
        cells = [percentiles(latencies.times(corpus, engine, mode, name))
                 for name in [None, *latencies.class_names()]]
        lines.append([NAMES[engine], *cells])
    return (f"{MODES[mode]}: milliseconds, p50 / p95 / p99 over all timings:\n\n"
            + table(["", "**all**", *latencies.class_names()], lines))


def percentiles(times):
    return " / ".join(milliseconds(percentile(times, p)) for p in (50, 95, 99)) if times else "–"


def milliseconds(nanoseconds):
    value = nanoseconds / 1e6
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"


def indexing_table(folder):
    lines = [[row["corpus"], NAMES[row["engine"]], rate(row), f"{int(row['file_bytes']) / 1e6:.1f}",
              f"{int(row['file_bytes']) / max(int(row['text_bytes']), 1):.2f}",
              f"{int(row['peak_resident_bytes']) / 1e6:.0f}", f"{100 * float(row['others']):.0f} %" if row["others"] else "–", row["date"]]
             for row in sorted(rows(folder, "indexing"), key=lambda row: size_order(row["corpus"]))]
    note = ("wsearch reads, tags and stores the text on all cores; the peers get tagged articles on one core and most "
            "store no text. Indexes are kept between runs. `*`: built while other processes had more than "
            f"{100 * QUIET:.0f} % of the cores, or an unknown share, so slower than it would be alone.")
    return f"## Indexing\n\n{note}\n\n" + table(
        ["corpus", "", "MB/s", "file MB", "file / text", "peak RSS MB", "others had", "built"], lines) if lines else ""


def rate(row):
    busy = not row["others"] or float(row["others"]) > QUIET
    return f"{int(row['text_bytes']) / 1e6 / float(row['seconds']):.1f}" + ("*" if busy else "")


def process_table(folder):
    groups = defaultdict(list)
    for row in rows(folder, "process"):
        groups[row["corpus"], row["rank"], row["state"]].append(row)
    lines = []
    for corpus, rank, state in sorted(groups, key=lambda group: (size_order(group[0]), group[1:])):
        of = groups[corpus, rank, state]
        seconds = sorted(float(row["seconds"]) for row in of)
        peak = max(int(row["peak_resident_bytes"]) for row in of)
        lines.append([corpus, rank, state if state != "batch" else of[0]["class"] + " in one process",
                      *(f"{percentile(seconds, p) * 1000:.1f}" for p in (50, 95, 99)), f"{peak / 1e6:.0f}"])
    note = ("From start to exit, with snippets and facets, one query of each class. Cached: the file is in the page cache; "
            "evicted: it was dropped from it before each. The last line of each pair is a whole `--batch`.")
    return f"## `wsearch query` as a process\n\n{note}\n\n" + table(
        ["corpus", "--rank", "", "ms p50", "p95", "p99", "peak RSS MB"], lines) if lines else ""


def reader_table(folder):
    lines = [[row["corpus"], NAMES[row["engine"]], f"{int(row['anonymous_bytes']) / 1e6:.0f}",
              f"{int(row['resident_bytes']) / 1e6:.0f}"] for row in rows(folder, "reader")]
    note = "PostgreSQL's is its client's, not its server's."
    return f"## Memory of a long-lived reader after all rounds\n\n{note}\n\n" + table(
        ["corpus", "", "own MB", "with mapped files MB"], lines) if lines else ""


def tagging_table(folder):
    lines = [[row["corpus"], NAMES[row["engine"]], row["articles"],
              f"{int(row['text_bytes']) / 1e6 / float(row['seconds']):.3f}"] for row in rows(folder, "tagging")]
    return ("## Tagging, one core\n\nwsearch finds people, countries and dates; its start and JSON are timed, "
            "spaCy's are not.\n\n" + table(["corpus", "", "articles", "MB/s"], lines)) if lines else ""


def corpus_table(known):
    """The statistics of the corpora side by side: how far the generated ones resemble the others."""
    found = {corpus: of["statistics"] for corpus, of in sorted(known["corpora"].items(), key=lambda o: size_order(o[0]))}
    lines = []
    for name in next(iter(found.values()), {}):
        values = [of.get(name) for of in found.values()]
        if isinstance(values[0], dict):
            for inner in max((value for value in values if value), key=len):
                lines.append([f"{words(name)} {int(inner):,}", *(cell((value or {}).get(inner)) for value in values)])
        else:
            lines.append([words(name), *map(cell, values)])
    return "## The corpora\n\n" + table(["", *found], lines) if lines else ""


def words(name):
    return name.replace("_", " ")


def cell(value):
    return "–" if value is None else f"{value:,}" if isinstance(value, int) else str(value)


if __name__ == "__main__":
    print(text(sys.argv[1]))
