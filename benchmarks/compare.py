#!/usr/bin/env python3
"""How many times longer the working tree takes than another commit; `make bench-compare BASE=...` runs it.

Both index the same generated articles and answer the same queries in turns; then valgrind counts the
instructions of the loops that matter in both, which hardly vary from run to run.
"""

import argparse
import os
import re
import shutil
import statistics
import subprocess
from collections import defaultdict

import corpora
from engines import BINARIES, HERE, Engine
from measurements import table
from rounds import compare
from sample import sample
from session import Session
from summary import spread

ROOT = os.path.join(HERE, "..")
WORK = os.path.join(ROOT, ".build", "compare")
LOOPS = {"postings": "reading and scoring postings", "facets": "postings and facets", "tokens": "cutting words",
         "tags": "tagging"}


class Side:
    """One version: its binaries and its index."""

    def __init__(self, name, binaries):
        self.name, self.binaries = name, binaries
        self.index = os.path.join(WORK, name, "index.db")

    def build_index(self, corpus):
        """Seconds of processor time that indexing took."""
        shutil.rmtree(os.path.dirname(self.index), ignore_errors=True)
        os.makedirs(os.path.dirname(self.index))
        process = subprocess.Popen([os.path.join(self.binaries, "wsearch"), "index", corpus, "--index", self.index],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        if os.waitstatus_to_exitcode(status):
            raise SystemExit(f"{self.name} cannot index {corpus}")
        return usage.ru_utime + usage.ru_stime

    def session(self, queries):
        command = [os.path.join(self.binaries, "wsearch-bench"), "query", "--index", self.index, "--queries", queries]
        return Session(Engine(self.name, None, command, None))

    def instructions(self, loop, corpus):
        """Of one repeat: what three take more than one, so that starting does not count."""
        once, thrice = (self.counted(loop, corpus, repeats) for repeats in (1, 3))
        return (thrice - once) / 2 if once and thrice else None

    def counted(self, loop, corpus, repeats):
        """Instructions, by valgrind, which cannot read the debug information of Swift: it gets a copy without."""
        program = os.path.join(WORK, self.name, "wsearch-bench")
        if not os.path.exists(program):
            shutil.copy(os.path.join(self.binaries, "wsearch-bench"), program)
            subprocess.run(["strip", "--strip-debug", program], check=True)
        source = ["--index", self.index] if loop in ("postings", "facets") else ["--corpus", corpus]
        command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null",
                   program, "loop", loop, *source, "--repeats", str(repeats)]
        found = subprocess.run(command, capture_output=True, text=True, check=False,
                               env={**os.environ, "SWIFT_DETERMINISTIC_HASHING": "1"})
        collected = re.search(r"Collected : (\d+)", found.stderr)
        return int(collected[1]) if collected and found.returncode == 0 else None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("base", help="a commit")
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=9)
    options = parser.parse_args()
    os.makedirs(WORK, exist_ok=True)
    base, tree = Side("base", built(options.base)), Side("tree", BINARIES)
    corpus = os.path.join(WORK, "corpus.jsonl")
    with open(corpus, "wb") as file:
        subprocess.run([os.path.join(tree.binaries, "wsearch-bench"), "generate", "--articles", str(options.articles)],
                       stdout=file, check=True)
    print(f"Times as long as {options.base}; below 1 the working tree is faster.\n")
    seconds = [side.build_index(corpus) for side in (base, tree)]
    print(f"indexing, processor time: {seconds[1] / seconds[0]:.2f} ({seconds[0]:.1f} s, now {seconds[1]:.1f} s)\n")
    print(latency(base, tree, options.rounds) + "\n")
    print(instructions(base, tree, corpus))


def built(commit):
    """The binaries of a commit, from a clone that is kept for the next comparison."""
    revision = subprocess.run(["git", "rev-parse", "--verify", f"{commit}^{{commit}}"], cwd=ROOT, capture_output=True,
                              text=True, check=True).stdout.strip()
    clone = os.path.join(WORK, revision[:12])
    if not os.path.exists(clone):
        subprocess.run(["git", "clone", "--quiet", "--shared", "--no-checkout", ROOT, clone], check=True)
        subprocess.run(["git", "checkout", "--quiet", revision], cwd=clone, check=True)
    for product in ("wsearch", "wsearch-bench"):
        subprocess.run(["swift", "build", "-c", "release", "--quiet", "--product", product], cwd=clone, check=True)
    return os.path.join(clone, ".build", "release")


def latency(base, tree, rounds):
    """Ratios by class, over the medians of each query's rounds."""
    path = os.path.join(WORK, "queries.jsonl")
    queries = sample(tree.index, path)
    corpora.export_queries(queries, WORK)
    sessions = [base.session(path), tree.session(path)]
    first = {s.engine.name: {row[0]: row[1:5] for row in s.round("facets")} for s in sessions}
    compare(first, queries)
    times = defaultdict(list)
    for number in range(rounds):
        for session in sessions if number % 2 else reversed(sessions):
            for mode in ("facets", "top"):
                for query, *_, nanoseconds in session.round(mode):
                    times[session.engine.name, mode, query].append(nanoseconds)
    for session in sessions:
        session.close()
    median = {key: statistics.median(of) for key, of in times.items()}
    ratio = lambda mode, query: median["tree", mode, query["id"]] / median["base", mode, query["id"]]
    names = dict.fromkeys(query["class"] for query in queries)
    return table(["class", "top 10 + total + facets", "top 10 alone"], [
        [name or "**all**", *(spread([ratio(mode, q) for q in queries if name in (None, q["class"])])
                              for mode in ("facets", "top"))] for name in (None, *names)])


def instructions(base, tree, corpus):
    if not shutil.which("valgrind"):
        return "Instructions are not counted: valgrind is not installed."
    excerpt = os.path.join(WORK, "excerpt.jsonl")
    corpora.excerpt(corpus, excerpt, 300)
    lines = []
    for loop, label in LOOPS.items():
        counts = [side.instructions(loop, excerpt) for side in (base, tree)]
        known = all(counts)
        lines.append([label, f"{counts[1] / counts[0]:.3f}" if known else "–",
                      *(f"{count / 1e6:.1f}" if count else "cannot be counted" for count in counts)])
    return table(["instructions", "ratio", "base, millions", "now, millions"], lines)


if __name__ == "__main__":
    main()
