#!/usr/bin/env python3
"""What each constant of the ranking is worth: every one set to other values, the rest as they are.

A copy of the sources is built once in which the constants are read from the environment; the product keeps
them as constants. Prints nDCG@10 of the default mode by collection, and for each constant what is chosen on
all collections but one, with what that gives on the one left out.

    benchmarks/constants.py COLLECTION… [--only NAME…]
"""

import argparse
import os
import re
import shutil
import statistics
import subprocess

from engines import HERE
from measurements import table

ROOT = os.path.join(HERE, "..")
WORK = os.path.join(ROOT, ".build", "constants")
ENGINE = "Sources/SearchEngine"
# Name: where it stands, its declaration, and the values that are tried; the first one is the product's.
CONSTANTS = {
    "k1": ("Scoring/BM25.swift", "static let k1", [0.8, 0.6, 1.0, 1.2, 1.5]),
    "b": ("Scoring/BM25.swift", "static let b", [0.4, 0.3, 0.5, 0.6, 0.75]),
    "lead": ("Scoring/BM25.swift", "static let leadWeight", [0.5, 0, 0.25, 1]),
    "feedback": ("Ranking/Feedback.swift", "static let weight", [0.2, 0, 0.1, 0.15, 0.3]),
    "steepness": ("Ranking/Feedback.swift", "static let steepness", [15.0, 8, 25]),
    "longest query": ("Ranking/Feedback.swift", "static let longestQuery", [16.0, 4, 8, 1000]),
    "smoothing": ("Ranking/Smoothing.swift", "static let weight", [0.3, 0, 0.15, 0.4]),
    "near pairs": ("Ranking/Proximity.swift", "static let nearWeight", [0.08, 0, 0.04, 0.12]),
    "ordered pairs": ("Ranking/Proximity.swift", "static let orderedWeight", [0.07, 0, 0.035, 0.1]),
    "held weight": ("Evaluation/HeldWeight.swift", "static let share", [0.67, 0, 0.33, 1.0, 1.5]),
    "spellings": ("Planning/Planner.swift", "static let shareOfSpellings", [0.5, 0.25, 1]),
    "phrase words": ("Planning/Planner.swift", "static let shareOfPhraseWords", [0.15, 0.05, 0.3, 1]),
}
READER = """internal import OperatingSystem

func measured(_ name: String, _ value: Double) -> Double {
  guard let text = getenv(name) else { return value }
  return strtod(text, nil)
}
"""


def variable(name):
    return "CONSTANT_" + name.replace(" ", "_").upper()


def build():
    """The tool with constants that the environment sets."""
    sources = os.path.join(WORK, "sources")
    shutil.rmtree(sources, ignore_errors=True)
    shutil.copytree(ROOT, sources, ignore=shutil.ignore_patterns(".build", ".git"))
    for name, (file, declaration, values) in CONSTANTS.items():
        path = os.path.join(sources, ENGINE, file)
        with open(path) as text:
            old = text.read()
        new, count = re.subn(rf"({declaration})(: Double)? = ([\d.]+)$",
                             rf'\1 = measured("{variable(name)}", \3)', old, flags=re.MULTILINE)
        if count != 1 or float(re.search(rf"{declaration}(: Double)? = ([\d.]+)$", old, re.MULTILINE)[2]) != values[0]:
            raise SystemExit(f"{file} has no `{declaration} = {values[0]}`")
        with open(path, "w") as text:
            text.write(new)
    with open(os.path.join(sources, ENGINE, "Scoring", "Measured.swift"), "w") as text:
        text.write(READER)
    scratch = os.path.join(WORK, "build")
    subprocess.run(["swift", "build", "-c", "release", "--product", "wsearch-bench", "--package-path", sources,
                    "--scratch-path", scratch], check=True)
    return os.path.join(scratch, "release", "wsearch-bench")


def measured(tool, collection, name=None, value=None):
    """nDCG@10 of the default mode."""
    environment = dict(os.environ)
    if name:
        environment[variable(name)] = str(value)
    run = subprocess.run([tool, "relevance", "--collection", collection, "--match", "best"], env=environment,
                         stdout=subprocess.PIPE, text=True, check=True)
    row = next(line for line in run.stdout.splitlines() if line.startswith("| best | best |"))
    return float(row.split("|")[3])


def mean(values):
    return statistics.fmean(values)


def mark(value):
    return f"{value:.4f}".removeprefix("0")


def marks(results):
    """One a collection, and their mean."""
    return [mark(value) for value in [*results.values(), mean(results.values())]]


def left_out(results):
    """By collection: the value that is best on all others, and what it gives here. `results`: value, collection."""
    values, collections = list(results), list(next(iter(results.values())))
    chosen = {}
    for collection in collections:
        others = [other for other in collections if other != collection]
        best = max(values, key=lambda value: mean([results[value][other] for other in others]))
        chosen[collection] = (best, results[best][collection])
    return chosen


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("collections", nargs="+", metavar="COLLECTION")
    parser.add_argument("--only", nargs="*", choices=CONSTANTS, default=list(CONSTANTS))
    options = parser.parse_args()
    names = [os.path.basename(os.path.normpath(path)) for path in options.collections]
    tool = build()
    default = {name: measured(tool, path) for name, path in zip(names, options.collections)}
    rows, checks = [["as it is", "", *marks(default)]], []
    for constant in options.only:
        first, *others = CONSTANTS[constant][2]
        results = {first: default}
        for value in others:
            results[value] = {name: measured(tool, path, constant, value)
                              for name, path in zip(names, options.collections)}
            rows.append([constant, value, *marks(results[value])])
        chosen = left_out(results)
        checks.append([constant, first, " ".join(str(value) for value, _ in chosen.values()),
                       mark(mean([got for _, got in chosen.values()])), mark(mean(default.values()))])
    print(table(["constant", "value", *names, "mean"], rows))
    print()
    print(table(["constant", "as it is", "chosen on the others", "gives on those left out", "as it is gives"], checks))


if __name__ == "__main__":
    main()
