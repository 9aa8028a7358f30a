"""What a run leaves in benchmarks/runs: raw CSV, the machine, the summary."""

import csv
import datetime
import json
import os
import platform
import sqlite3
import subprocess
from collections import defaultdict

import summary
from engines import HERE, engines

# Timings by the ten thousand: each corpus has a file of its own, which a new run of it replaces.
LATENCY = ["engine", "mode", "round", "query", "class", "matches", "nanoseconds"]

HEADS = {
    "indexing": ["corpus", "engine", "seconds", "text_bytes", "file_bytes", "peak_resident_bytes", "others", "date"],
    "answers": ["corpus", "engine", "query", "class", "total", "people", "countries", "dated"],
    "process": ["corpus", "rank", "state", "class", "run", "seconds", "peak_resident_bytes"],
    "reader": ["corpus", "engine", "anonymous_bytes", "resident_bytes"],
    "tagging": ["corpus", "engine", "articles", "text_bytes", "seconds"],
    "left_out": ["corpus", "engine", "reason"],
}


class Run:
    """The folder of a day's run. Measuring a corpus again replaces its rows and leaves the others."""

    def __init__(self):
        machine = f"{os.cpu_count()}-core-{platform.machine()}"
        self.folder = os.path.join(HERE, "runs", f"{datetime.date.today()}-{machine}")
        self.rows = {name: [] for name in HEADS}
        self.latencies = defaultdict(list)
        self.facts = {}

    def add(self, table, *row):
        self.rows[table].append([str(value) for value in row])

    def add_latency(self, corpus, *row):
        self.latencies[corpus].append([str(value) for value in row])

    def write(self):
        """Everything measured so far, so that a run that is cut short keeps its finished corpora."""
        os.makedirs(self.folder, exist_ok=True)
        for name, head in HEADS.items():
            kept = [row for row in self.stored(name) if row[0] not in self.facts]
            self.write_csv(name, [head, *kept, *self.rows[name]])
        for corpus, timings in self.latencies.items():
            self.write_csv(f"latency-{corpus}", [LATENCY, *timings])
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

    def write_csv(self, name, lines):
        with open(self.path(name + ".csv"), "w", newline="", encoding="utf-8") as file:
            csv.writer(file, lineterminator="\n").writerows(lines)

    def stored(self, name):
        """The rows of an earlier run of the day, unless its columns were others."""
        if not os.path.exists(self.path(name + ".csv")):
            return []
        with open(self.path(name + ".csv"), newline="", encoding="utf-8") as file:
            head, *rows = csv.reader(file)
        return rows if head == HEADS[name] else []

    def path(self, name):
        return os.path.join(self.folder, name)


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
    """wsearch by its commit, the interpreter, and every engine that is installed."""
    revision = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=HERE, capture_output=True,
                              text=True, check=False).stdout.strip()
    found = {"wsearch": revision, "python": platform.python_version(), "sqlite": sqlite3.sqlite_version}
    for engine in engines("", os.path.join(HERE, "..", ".build")):
        if engine.version:
            answer = subprocess.run(engine.version, capture_output=True, text=True, check=False)
            if answer.returncode == 0 and "fts5" not in answer.stdout:
                name, number = answer.stdout.split()
                found[name] = number
    return found
