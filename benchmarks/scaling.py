"""How cost grows with the corpus: fits over the measured sizes, and what they say of larger ones."""

import math
import statistics
from collections import defaultdict

from measurements import NAMES, articles, facts, percentile, rows, table

LARGER = (10_000_000, 100_000_000)
# Fewer measured sizes than this say nothing of the next.
FEWEST = 3


# A fit that misses a measured size by more is no ground to speak of larger ones.
WORST = 0.3
# A power below this is mostly a constant, which hides how the rest will grow.
LEAST_EXPONENT = 0.4


class Line:
    """cost = constant + slope · size, by least squares of the relative error, so that every size counts."""

    def __init__(self, points):
        weights = [1 / cost ** 2 for _, cost in points]
        total = sum(weights)
        mean_size = sum(w * size for w, (size, _) in zip(weights, points)) / total
        mean_cost = sum(w * cost for w, (_, cost) in zip(weights, points)) / total
        spread = sum(w * (size - mean_size) ** 2 for w, (size, _) in zip(weights, points))
        both = sum(w * (size - mean_size) * (cost - mean_cost) for w, (size, cost) in zip(weights, points))
        self.slope = both / spread if spread else 0
        self.foretells = True
        self.constant = mean_cost - self.slope * mean_size
        self.worst = worst(self, points)

    def at(self, size):
        return self.constant + self.slope * size

    def __str__(self):
        return f"{shown(self.constant)} + {shown(self.slope * 1e6)} · millions"


class Power:
    """cost = factor · size ^ exponent, by least squares on logarithms."""

    def __init__(self, points):
        fit = statistics.linear_regression(*zip(*((math.log(size), math.log(cost)) for size, cost in points)))
        self.exponent, self.factor = fit.slope, math.exp(fit.intercept)
        self.foretells = self.exponent >= LEAST_EXPONENT
        self.worst = worst(self, points)

    def at(self, size):
        return self.factor * size ** self.exponent

    def __str__(self):
        return f"{shown(self.at(1e6))} · millions ^ {self.exponent:.2f}"


def worst(fit, points):
    """The largest relative error."""
    return max(abs(fit.at(size) / cost - 1) for size, cost in points)


def best(points):
    """The line or the power, whichever misses by less; no line that falls."""
    line, power = Line(points), Power(points)
    return line if line.slope > 0 and line.worst <= power.worst else power


def section(folder, latencies):
    parts = [growth_table(folder, latencies), match_table(latencies)]
    return "## Scaling\n\n" + "\n\n".join(part for part in parts if part) if any(parts) else ""


def growth_table(folder, latencies, wanted=("",)):
    """What grows with the number of articles, from the generated corpora, and what the fit says of larger sizes.

    `wanted` are beginnings of labels.
    """
    lines = []
    for label, points in quantities(folder, latencies):
        points = [(size, cost) for size, cost in points if cost > 0]
        if len(points) < FEWEST or not label.startswith(tuple(wanted)):
            continue
        fit = best(points)
        foretells = fit.foretells and fit.worst <= WORST
        larger = [shown(fit.at(size)) if foretells else "–" for size in LARGER]
        lines.append([label, str(fit), f"{100 * fit.worst:.0f} %", *larger])
    if not lines:
        return ""
    return (f"Cost by millions of articles: a straight line or a power, whichever misses the measured sizes by less. **The last "
            f"two columns are extrapolated, not measured**, and stay empty where a fit misses by more than "
            f"{100 * WORST:.0f} % or is a power below {LEAST_EXPONENT}, mostly a constant. {breaks(folder)}\n\n" + table(
                ["wsearch", "fit", "worst miss", *(f"at {size // 1_000_000}M articles" for size in LARGER)], lines))


def shown(value):
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def quantities(folder, latencies):
    """The label with its unit, and (articles, cost), of everything that is fitted."""
    built = [row for row in rows(folder, "indexing") if row["engine"] == "wsearch" and articles(row["corpus"])]
    yield "indexing, all cores, s", [(articles(r["corpus"]), float(r["seconds"])) for r in built]
    yield "peak memory of indexing, MB", [(articles(r["corpus"]), int(r["peak_resident_bytes"]) / 1e6) for r in built]
    yield "file, MB", [(articles(r["corpus"]), int(r["file_bytes"]) / 1e6) for r in built]
    yield "distinct terms, thousands", [
        (articles(corpus), of["statistics"]["distinct_terms"] / 1e3)
        for corpus, of in facts(folder)["corpora"].items() if articles(corpus)]
    for state in ("cached", "evicted"):
        yield f"one process, index {state}, p50 ms", process(folder, state, "seconds", 1000)
    yield "one process, peak MB", process(folder, "cached", "peak_resident_bytes", 1e-6, largest=True)
    yield "long-lived reader, peak MB", process(folder, "batch", "peak_resident_bytes", 1e-6, largest=True)
    for name in latencies.class_names():
        yield f"warm query, {name}, p50 ms", [
            (articles(corpus), percentile(times, 50) / 1e6) for corpus in latencies.corpora()
            if articles(corpus) and (times := latencies.times(corpus, "wsearch", "facets", name))]


def process(folder, state, column, scale, largest=False):
    found = defaultdict(list)
    for row in rows(folder, "process"):
        if row["state"] == state and row["rank"] == "best" and articles(row["corpus"]):
            found[articles(row["corpus"])].append(float(row[column]) * scale)
    return [(size, max(values) if largest else statistics.median(values)) for size, values in sorted(found.items())]


def breaks(folder):
    """Where the fits end for sure: the file no longer fits into the memory of the machine measured."""
    points = [(articles(row["corpus"]), int(row["file_bytes"])) for row in rows(folder, "indexing")
              if row["engine"] == "wsearch" and articles(row["corpus"])]
    memory, line = facts(folder)["memory_bytes"], Line(points)
    if line.slope <= 0:
        return ""
    return (f"They end at some {(memory - line.constant) / line.slope / 1e6:.0f} million articles: there the file outgrows the "
            f"{memory >> 30} GB of the machine measured, the page cache no longer holds it, and a query waits for the disk; "
            "benchmarks/README.md names the other limits.")


def match_table(latencies):
    """Least squares of time on matches over single words with at least 1,000 matches."""
    lines = []
    for engine in NAMES:
        points = [(latencies.matches[corpus, query], time)
                  for (corpus, of, mode, query), time in latencies.median.items()
                  if of == engine and mode == "facets" and latencies.matches[corpus, query] >= 1000
                  and latencies.classes[corpus, query] in ("very common", "common")]
        if len(points) > 2:
            line = Line(points)
            lines.append([NAMES[engine], len(points), f"{line.slope:.1f}", f"{line.constant / 1000:.0f}",
                          f"{Power(points).exponent:.2f}"])
    return ("Time against matches, single words with a thousand matches or more, top 10 + total + facets; the exponent is that of a power:\n\n" + table(
        ["", "queries", "ns a match", "constant µs", "exponent"], lines)) if lines else ""
