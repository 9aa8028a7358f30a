#!/usr/bin/env python3
"""Measures wsearch beside its peers and keeps what was measured; `make bench` runs it.

    benchmarks/run.py --quick                      1k and 10k articles, under three minutes
    benchmarks/run.py --sizes 1k,10k,100k,1M
    benchmarks/run.py --corpus news.jsonl.gz       any JSON Lines instead of generated articles

Method and limits: benchmarks/README.md.
"""

import argparse
import os
import shlex
import subprocess
import sys
import time

import processes
import rounds
import summary
from cache import CorpusFolder, empty, say
from engines import engines, python
from record import Run


def main():
    options = arguments()
    run = Run()
    for name, articles in options.corpora:
        start = time.monotonic()
        corpus = CorpusFolder(name, articles, options.corpus)
        measure(run, corpus, options)
        if not options.prepare:
            run.write()
        say(f"{name}: {time.monotonic() - start:.0f} s in all")
        if options.forget:
            empty(corpus.folder)
    if options.prepare:
        return
    subprocess.run([*python("../charts.py"), run.folder], check=False)
    print(summary.text(run.folder))


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--sizes", default="1k,10k,100k")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--corpus")
    parser.add_argument("--name", help="what to call it; else the file's name")
    parser.add_argument("--engines", help="comma-separated; all by default")
    parser.add_argument("--rounds", type=int, help="of every engine; the slow stop at --budget")
    parser.add_argument("--budget", type=float, default=60, help="seconds of rounds an engine and corpus")
    parser.add_argument("--prepare", action="store_true", help="only make corpora and indexes, for a later run")
    parser.add_argument("--reuse", action="store_true", help="keep the peers' indexes though tags have changed")
    parser.add_argument("--forget", action="store_true", help="keep no corpora and indexes for the next run")
    options = parser.parse_args()
    options.rounds = options.rounds or (3 if options.quick else 9)
    options.budget = min(options.budget, 4) if options.quick else options.budget
    if options.corpus:
        name = options.name or os.path.basename(options.corpus).split(".")[0]
        options.corpora = [(name, None)]
    else:
        sizes = "1k,10k" if options.quick else options.sizes
        options.corpora = [(f"generated-{size}", number(size)) for size in sizes.split(",")]
    return options


def number(text):
    scale = {"k": 1_000, "M": 1_000_000}.get(text[-1], 1)
    return int(text.rstrip("kM")) * scale


def measure(run, corpus, options):
    name, load = corpus.name, os.getloadavg()[0]
    tested = indexed(run, corpus, options)
    statistics, queries = corpus.statistics(), corpus.queries()
    if options.prepare:
        return
    run.facts[name] = {
        "command": shlex.join(["make", "bench", f"ARGS={shlex.join(public(sys.argv[1:]))}"]),
        "load_average": load, "statistics": statistics}
    for row in run.rows["indexing"]:
        row[3] = str(statistics["text_bytes"]) if row[0] == name else row[3]
    rounds.ask(run, name, tested, queries, options.rounds, options.budget)
    processes.cold(run, name, corpus.index, queries, 3 if options.quick else 10)
    processes.batch(run, name, corpus.index, queries, corpus.folder)
    processes.tag(run, name, corpus.corpus, corpus.folder, 100 if options.quick else 300)
    run.facts[name]["load_average_after"] = os.getloadavg()[0]


def indexed(run, corpus, options):
    """The engines whose index of the corpus stands; what is left out is told and recorded."""
    wanted = options.engines.split(",") if options.engines else None
    found, articles = [], corpus.articles
    for engine in engines(corpus.corpus, corpus.folder):
        if wanted and engine.name not in ("wsearch", *wanted):
            continue
        reason = engine.reason_to_leave_out(articles, options.quick)
        if not reason and engine.build:
            try:
                took = corpus.built(engine, options.reuse)
                run.add("indexing", corpus.name, engine.name, took["seconds"], 0, took["file_bytes"],
                        took["peak_resident_bytes"], "" if took["others"] is None else took["others"], took["date"])
            except RuntimeError as error:
                reason = str(error).strip().splitlines()[-1]
        if reason:
            say(f"{corpus.name}: {engine.name} is left out: {reason}")
            run.add("left_out", corpus.name, engine.name, reason)
        else:
            found.append(engine)
        articles = articles or corpus.statistics()["articles"]
    return found


def public(words):
    """The command line without folders."""
    return [os.path.basename(word) for word in words]


if __name__ == "__main__":
    main()
