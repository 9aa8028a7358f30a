#!/usr/bin/env python3
"""Damages an index in a thousand ways and looks whether any answer is wrong in silence.

    run.py BINARY [--files 1000] [--seed 1] [--commands 20] [--folder F]

Each file is a copy of a sound index with one damage (damage.py), drawn from the seed. Over each, commands
are run and compared with what they print over the sound one. What is looked for:
- a crash;
- another answer without a word: status, error or note must tell of it;
- an answer that changed where `check` finds nothing;
- a file that `check --repair` leaves unsound without saying what is lost, or that loses an article no
  damaged page held.
Ends with status 1 where there is any.
"""

import argparse
import json
import pathlib
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

import damage

WORDS = "minister talks harbour summit report election court police river market school budget".split()
PEOPLE = ["Anna Lund", "Walter Bexley", "Keir Starmer", "Olaf Berg", "Mary Stone"]
PLACES = ["Paris", "Germany", "the United States", "Oslo", "Ukraine", "London"]

COMMANDS = [
    ["query", "talks", "--json"],
    ["query", "minister of the harbour", "--json", "--facet", "person,country,date,source,language"],
    ["query", "running", "elections", "--json", "--passages", "2"],
    ["query", "--json", "--limit", "5", "--sort", "newest"],
    ["query", "summit", "--json", "--person", "Keir Starmer"],
    ["query", "court", "--json", "--country", "FR", "--date-interval", "month"],
    ["query", "--json", "--from", "2021", "--to", "2023-06", "--timeline", "person"],
    ["query", '"police report"', "--json", "--match", "all"],
    ["query", "reprt~ budg*", "--json"],
    ["query", "ministre élection", "--json", "--language", "fr"],
    ["query", "source:Post talks", "--json"],
    ["query", "mentions:2022 river", "--json"],
    ["query", "school market", "--format", "trec", "--limit", "50"],
    ["query", "river", "--format", "jsonl", "--limit", "all", "--with-body"],
    ["query", "market", "--explain"],
    ["show", "a7", "a19", "d3", "--json"],
    ["show", "a7", "--query", "talks", "--json"],
    ["stats", "--json"],
    ["person", "list", "--json"],
    ["person", "rules"],
]


def write_articles(folder):
    """Some hundreds of articles in two files, with duplicates; one long, one in French."""
    generator = random.Random(17)

    def sentence():
        words = [generator.choice(WORDS) for _ in range(generator.randrange(5, 14))]
        words.insert(2, generator.choice(PEOPLE))
        words.insert(5, "in " + generator.choice(PLACES))
        return " ".join(words).capitalize() + f" on 3 May {generator.randrange(2019, 2024)}."

    for name, count in [("a", 260), ("b", 60)]:
        with open(folder / f"{name}.jsonl", "w") as file:
            for number in range(count):
                length = 400 if number == 40 else generator.randrange(2, 25)
                body = " ".join(sentence() for _ in range(length))
                article = {"id": f"{name}{number}", "title": sentence()[:60], "body": body}
                article["date"] = f"20{generator.randrange(19, 24)}-0{generator.randrange(1, 10)}-11"
                article["source"] = generator.choice(["Harbour Post", "Daily News", "AP"])
                if number % 9 == 0:
                    article["body"] = "Le ministre a dit que les élections sont pour " + body[:80]
                file.write(json.dumps(article) + "\n")
    with open(folder / "d.jsonl", "w") as file:
        lines = (folder / "a.jsonl").read_text().splitlines()
        for number in range(8):
            article = json.loads(lines[number * 5])
            article.update(id=f"d{number}", title=f"Again {number}")
            file.write(json.dumps(article) + "\n")


class Runner:
    """Runs the binary; a command that does not end in two minutes counts as a crash."""

    def __init__(self, binary):
        self.binary = binary

    def run(self, index, *arguments):
        command = [self.binary, *arguments, "--index", str(index)]
        try:
            ended = subprocess.run(command, capture_output=True, timeout=120)
        except subprocess.TimeoutExpired:
            return -1, "", "does not end"
        output = ended.stdout.decode("utf-8", "replace")
        return ended.returncode, output, ended.stderr.decode("utf-8", "replace")


VOLATILE = re.compile(
    r'"(seconds|cursor|path|file_bytes)":("[^"]*"|[0-9.e-]+|null)|[0-9.]+ m?s\b')


def tells(outcome):
    status, output, errors = outcome
    return status == 2 and bool(errors.strip()) or "another program has written" in output + errors


def is_crash(outcome):
    return outcome[0] < 0 or outcome[0] > 64


def answers(runner, index, commands):
    return [runner.run(index, *command) for command in commands]


def key(outcome):
    return outcome[0], VOLATILE.sub("", outcome[1])


def articles(path):
    """What a sound index holds, and the pages that each article lies on."""
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    rows = connection.execute("SELECT id, external_id, title, body, date, source FROM article ORDER BY id")
    found = {row[0]: row[1:] for row in rows}
    pages = {}
    ids = iter(sorted(found))
    leaves = {}
    query = "SELECT pageno, path, pagetype, ncell FROM dbstat WHERE name = 'article' ORDER BY path"
    entries = connection.execute(query).fetchall()
    for page, path_, kind, count in entries:
        if kind == "leaf":
            leaves[path_] = [next(ids) for _ in range(count)]
            for id_ in leaves[path_]:
                pages.setdefault(id_, set()).add(page)
    for page, path_, kind, _ in entries:
        if kind == "overflow":
            leaf, cell = path_.rsplit("/", 1)
            pages[leaves[leaf + "/"][int(cell.split("+")[0], 16)]].add(page)
    connection.close()
    return found, pages


def damaged_pages(sound, damaged, size):
    old, new = sound.read_bytes(), damaged.read_bytes()
    count = len(old) // size
    return {n + 1 for n in range(count) if old[n * size:(n + 1) * size] != new[n * size:(n + 1) * size]}


class Survey:
    def __init__(self, runner, sound, sources, commands):
        self.runner, self.sound, self.commands = runner, sound, commands
        self.sources = sources
        self.wanted = [key(outcome) for outcome in answers(runner, sound, commands)]
        self.articles, self.pages = articles(sound)
        self.size = int.from_bytes(sound.read_bytes()[16:18], "big")
        self.counts = dict.fromkeys(
            "files answers same told crashes silent missed unmended lost".split(), 0)

    def complain(self, kind, what, detail):
        self.counts[kind] += 1
        print(f"{kind}: {what}: {detail}", flush=True)

    def look_at(self, damaged, what, is_edit):
        self.counts["files"] += 1
        told_or_other = False
        for command, wanted, outcome in zip(
                self.commands, self.wanted, answers(self.runner, damaged, self.commands)):
            self.counts["answers"] += 1
            name = " ".join(command)
            if is_crash(outcome):
                self.complain("crashes", what, f"{name}: status {outcome[0]} {outcome[2][:200]}")
            elif key(outcome) == wanted:
                self.counts["same"] += 1
            elif tells(outcome):
                self.counts["told"] += 1
                told_or_other = True
            else:
                told_or_other = True
                self.complain("silent", what, f"{name}: status {outcome[0]} {outcome[2][:200]}")
        check = self.runner.run(damaged, "check")
        if is_crash(check):
            self.complain("crashes", what, f"check: status {check[0]} {check[2][:200]}")
        if told_or_other and check[0] == 0 and "another program" not in check[1]:
            self.complain("missed", what, check[1][:200])
        if check[0] != 0:
            self.mend(damaged, what, is_edit)

    def mend(self, damaged, what, is_edit):
        broken = damaged_pages(self.sound, damaged, self.size)
        repair = self.runner.run(damaged, "check", "--repair")
        if is_crash(repair):
            return self.complain("crashes", what, f"repair: status {repair[0]} {repair[2][:200]}")
        if "nothing of an index can be read" in repair[2]:
            found = {}
        else:
            again = self.runner.run(damaged, "check")
            if again[0] != 0 and not (is_edit and "content" in again[1]):
                self.complain("unmended", what, (repair[1] + repair[2] + again[1] + again[2])[:400])
            if again[0] != 0 or is_edit:
                return
            found, _ = articles(damaged)
        for id_, article in self.articles.items():
            if found.get(id_) != article and not self.pages[id_] & broken:
                self.complain("lost", what, f"article {id_}, of pages that are sound")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("binary", type=pathlib.Path)
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--commands", type=int, default=len(COMMANDS))
    parser.add_argument("--only", type=int, help="the one file with this number")
    arguments = parser.parse_args()
    runner = Runner(str(arguments.binary.resolve()))
    with tempfile.TemporaryDirectory(prefix="wsearch-damage-") as name:
        folder = pathlib.Path(name)
        write_articles(folder)
        sound = folder / "sound.db"
        for source in ["a.jsonl", "d.jsonl", "b.jsonl"]:
            assert runner.run(sound, "index", str(folder / source))[0] == 0
        assert runner.run(sound, "person", "merge", "Olaf Berg", "Olaf B. Berg")[0] == 0
        assert runner.run(sound, "check")[0] == 0
        survey = Survey(runner, sound, folder, COMMANDS[:arguments.commands])
        numbers = range(arguments.files) if arguments.only is None else [arguments.only]
        for number in numbers:
            generator = random.Random(arguments.seed * 1_000_003 + number)
            kind = damage.KINDS[number % len(damage.KINDS)]
            place = folder / f"{number}"
            place.mkdir()
            damaged = place / "index.db"
            shutil.copy(sound, damaged)
            what = f"file {number}, {kind.__name__}: {kind(damaged, generator)}"
            survey.look_at(damaged, what, kind is damage.edit)
            shutil.rmtree(place)
    print(json.dumps(survey.counts))
    bad = ["crashes", "silent", "missed", "unmended", "lost"]
    return 1 if any(survey.counts[kind] for kind in bad) else 0


sys.exit(main())
