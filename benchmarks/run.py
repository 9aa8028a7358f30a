#!/usr/bin/env python3
"""Measures wsearch beside its peers and keeps what was measured; `make bench` runs it.

    benchmarks/run.py --quick                      1k and 10k articles, under three minutes
    benchmarks/run.py --sizes 1k,10k,100k,1M
    benchmarks/run.py --corpus news.jsonl.gz       any JSON Lines instead of generated articles

Method and limits: benchmarks/README.md.
"""

import argparse
import csv
import datetime
import json
import os
import platform
import shlex
import shutil
import subprocess
import sys

import corpora
import summary
from engines import BENCH, HERE, WSEARCH, Measured, Session, engines, python, size
from sample import sample

WORK = os.path.join(HERE, "..", ".build", "bench")
HEADS = {
    "indexing": ["corpus", "engine", "seconds", "text_bytes", "file_bytes", "peak_resident_bytes"],
    "latency": ["corpus", "engine", "mode", "round", "query", "class", "matches", "nanoseconds"],
    "answers": ["corpus", "engine", "query", "class", "total", "people", "countries", "dated"],
    "process": ["corpus", "class", "run", "seconds", "peak_resident_bytes"],
    "reader": ["corpus", "engine", "anonymous_bytes", "resident_bytes"],
    "tagging": ["corpus", "engine", "articles", "text_bytes", "seconds"],
}


def main():
    options = arguments()
    run = Run()
    for name, articles in options.corpora:
        folder = os.path.join(WORK, name)
        os.makedirs(folder, exist_ok=True)
        path = options.corpus or corpora.generated(BENCH, articles, folder)
        measure(run, name, path, folder, options)
        run.write()
        if not options.keep:
            shutil.rmtree(folder)
    subprocess.run([*python("../charts.py"), run.folder], check=False)
    print(summary.text(run.folder))


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--sizes", default="1k,10k,100k")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--corpus")
    parser.add_argument("--engines", help="comma-separated; all by default")
    parser.add_argument("--rounds", type=int, help="of every engine; the slow stop at --budget")
    parser.add_argument("--budget", type=float, default=60, help="seconds of rounds an engine and corpus")
    parser.add_argument("--keep", action="store_true", help="keep corpora and indexes for the next run")
    options = parser.parse_args()
    options.rounds = options.rounds or (3 if options.quick else 9)
    options.budget = min(options.budget, 10) if options.quick else options.budget
    if options.corpus:
        name = os.path.basename(options.corpus).split(".")[0]
        options.corpora = [(name, None)]
    else:
        sizes = "1k,10k" if options.quick else options.sizes
        options.corpora = [(f"generated-{size}", number(size)) for size in sizes.split(",")]
    return options


def number(text):
    scale = {"k": 1_000, "M": 1_000_000}.get(text[-1], 1)
    return int(text.rstrip("kM")) * scale


class Run:
    """The folder of a day's run. Measuring a corpus again replaces its rows and leaves the others."""

    def __init__(self):
        machine = f"{os.cpu_count()}-core-{platform.machine()}"
        self.folder = os.path.join(HERE, "runs", f"{datetime.date.today()}-{machine}")
        self.rows = {name: [] for name in HEADS}
        self.facts = {}

    def add(self, table, *row):
        self.rows[table].append([str(value) for value in row])

    def write(self):
        os.makedirs(self.folder, exist_ok=True)
        for name, head in HEADS.items():
            measured = {row[0] for row in self.rows[name]}
            kept = [row for row in self.stored(name) if row[0] not in measured]
            with open(self.path(name + ".csv"), "w", newline="", encoding="utf-8") as file:
                csv.writer(file, lineterminator="\n").writerows([head, *kept, *self.rows[name]])
        facts = {"corpora": {}}
        if os.path.exists(self.path("machine.json")):
            with open(self.path("machine.json"), encoding="utf-8") as file:
                facts = json.load(file)
        facts.update(machine())
        facts["corpora"].update(self.facts)
        with open(self.path("machine.json"), "w", encoding="utf-8") as file:
            file.write(json.dumps(facts, indent=2) + "\n")
        with open(self.path("summary.md"), "w", encoding="utf-8") as file:
            file.write(summary.text(self.folder))

    def stored(self, name):
        if not os.path.exists(self.path(name + ".csv")):
            return []
        with open(self.path(name + ".csv"), newline="", encoding="utf-8") as file:
            return list(csv.reader(file))[1:]

    def path(self, name):
        return os.path.join(self.folder, name)


def measure(run, name, corpus, folder, options):
    say(f"{name}: indexing")
    wanted = options.engines.split(",") if options.engines else None
    tested = [e for e in engines(corpus, folder) if not wanted or e.name in wanted]
    index = os.path.join(folder, "wsearch", "index.db")
    for engine in tested:
        if engine.build:
            build(run, name, engine, index, folder)
    statistics = corpora.statistics(index)
    run.facts[name] = {
        "command": shlex.join(["make", "bench", f"ARGS={shlex.join(public(sys.argv[1:]))}"]),
        "load_average": os.getloadavg()[0], "statistics": statistics}
    for row in run.rows["indexing"]:
        row[3] = str(statistics["text_bytes"]) if row[0] == name else row[3]
    queries = sample(index, os.path.join(folder, "queries.jsonl"))
    corpora.export_queries(queries, folder)
    ask(run, name, tested, queries, options)
    cold(run, name, index, queries, 3 if options.quick else 10)
    tag(run, name, corpus, folder, 200 if options.quick else 1000)
    run.facts[name]["load_average_after"] = os.getloadavg()[0]


def public(words):
    """The command line without folders."""
    return [os.path.basename(word) for word in words]


def build(run, name, engine, index, folder):
    fresh = not os.path.exists(engine.files)
    if fresh:
        os.makedirs(engine.files)
        taken = Measured(engine.build)
        run.add("indexing", name, engine.name, f"{taken.seconds:.3f}", 0, size(engine.files), taken.resident)
        say(f"{name}: {engine.name} built in {taken.seconds:.1f} s")
    if engine.name == "wsearch" and (fresh or not os.path.exists(os.path.join(folder, "documents.tsv"))):
        corpora.export(index, folder)


def ask(run, name, tested, queries, options):
    """Rounds of all queries; the engines take turns, each round begun by another."""
    classes = {query["id"]: query["class"] for query in queries}
    sessions = [Session(engine) for engine in tested if engine.query]
    answers = {}
    for session in sessions:
        rows = session.round("facets")
        session.round("top")
        answers[session.engine.name] = {row[0]: row[1:5] for row in rows}
        for query, total, people, countries, dated, _ in rows:
            run.add("answers", name, session.engine.name, query, classes[query], total, people, countries, dated)
    compare(answers, queries)
    matches = {query: answer[0] for query, answer in next(iter(answers.values())).items()}
    spent = dict.fromkeys(answers, 0)
    for number in range(options.rounds):
        turn = number % len(sessions)
        for session in sessions[turn:] + sessions[:turn]:
            engine = session.engine.name
            if number > 1 and spent[engine] > options.budget * 1e9:
                continue
            for mode in ("facets", "top"):
                for query, *_, nanoseconds in session.round(mode):
                    run.add("latency", name, engine, mode, number, query, classes[query],
                            matches[query], nanoseconds)
                    spent[engine] += nanoseconds
        say(f"{name}: round {number + 1} of {options.rounds}")
    for session in sessions:
        run.add("reader", name, session.engine.name, *session.resident())
        session.close()


def compare(answers, queries):
    """Prints where an engine's answer differs from the first's."""
    (first, expected), *others = answers.items()
    for name, given in others:
        differing = [q for q in queries if given[q["id"]] != expected[q["id"]]]
        say(f"{name}: {len(queries) - len(differing)} of {len(queries)} answers equal {first}'s")
        for query in differing[:3]:
            say(f"  {query['class']} {' '.join(query['words'])}: {given[query['id']]}, "
                f"{first} {expected[query['id']]} (total, people, countries, dated)")


def cold(run, name, index, queries, runs):
    """A process a query: start, open, answer with snippets, print."""
    seen = set()
    for query in queries:
        if query["class"] in seen or query["class"] == "filtered":
            continue
        seen.add(query["class"])
        words = query["words"]
        text = {"phrase": '"' + " ".join(words) + '"', "any": " OR ".join(words),
                "prefix": words[0] + "*"}.get(query["kind"], " ".join(words))
        for number in range(runs + 1):
            taken = Measured([WSEARCH, "query", text, "--index", index, "--json", "--rank", "fast"], (0, 1))
            if number:
                run.add("process", name, query["class"], number, f"{taken.seconds:.4f}", taken.resident)


def tag(run, name, corpus, folder, articles):
    """Tagging by wsearch and by spaCy's small English model, over the first articles."""
    excerpt = os.path.join(folder, "excerpt.jsonl")
    text_bytes = corpora.excerpt(corpus, excerpt, articles)
    commands = {"wsearch": [WSEARCH, "tag", "--json", excerpt],
                "spacy": [*python("spacy_peer.py"), excerpt]}
    for engine, command in commands.items():
        try:
            taken = Measured([*one_core(), *command])
        except (RuntimeError, OSError) as error:
            say(f"{engine} is not measured: {error}")
            continue
        seconds = taken.seconds if engine == "wsearch" else float(taken.output.split()[-1])
        run.add("tagging", name, engine, articles, text_bytes, f"{seconds:.3f}")


def one_core():
    return ["taskset", "-c", "0"] if shutil.which("taskset") else []


def machine():
    return {
        "cores": os.cpu_count(), "architecture": platform.machine(), "processor": processor(),
        "memory_bytes": os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"),
        "system": f"{platform.system()} {platform.release()}", "versions": versions()}


def processor():
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            return next(line.split(":")[1].strip() for line in file if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor()


def versions():
    import sqlite3
    listed = subprocess.run([*python("versions.py")], capture_output=True, text=True, check=False).stdout
    found = dict(line.split() for line in listed.splitlines())
    revision = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=HERE, capture_output=True,
                              text=True, check=False).stdout.strip()
    return {"wsearch": revision, "python": platform.python_version(), "sqlite (Python's)": sqlite3.sqlite_version, **found}


def say(text):
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
