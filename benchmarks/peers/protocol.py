"""How a peer is driven, so that engines can take turns within one round.

    PEER version                    prints `name version`; fails with the reason when it is not installed
    PEER build DOCUMENTS FOLDER     indexes documents.jsonl: id, title, body, date, month, day, people, countries
    PEER query FOLDER QUERIES       one round for every line on standard input: `facets` or `top`

A round prints one line a query, `round,mode,query,total,people,countries,dated,nanoseconds`, then an
empty line. people and countries are the sums of the ten highest counts, which do not depend on how
ties are ordered; dated is the number of matches that have a date. They tell whether two engines
gave the same answer. A query that an engine has no means to ask has no line.
"""

import json
import sys
import time


def lines(path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def main(build, open_index, version):
    """`build(documents, folder)`; `open_index(folder)` gives `answer(query, mode) -> four counts or None`."""
    verb = sys.argv[1]
    if verb == "version":
        print(version())
    elif verb == "build":
        build(lines(sys.argv[2]), sys.argv[3])
    else:
        rounds(open_index(sys.argv[2]), list(lines(sys.argv[3])))


def rounds(answer, queries):
    for number, mode in enumerate((line.strip() for line in sys.stdin), start=1):
        for query in queries:
            start = time.perf_counter_ns()
            counts = answer(query, mode)
            elapsed = time.perf_counter_ns() - start
            if counts:
                print(number, mode, query["id"], *counts, elapsed, sep=",")
        print(flush=True)
