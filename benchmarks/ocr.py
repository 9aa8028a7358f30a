#!/usr/bin/env python3
"""How much of the tags survives a bad scan: gold texts with seeded OCR errors, tagged and compared.

    benchmarks/ocr.py                         # the example articles, tagged by hand
    benchmarks/ocr.py --rate 2 GOLD.jsonl...  # lines {"text", "persons": [[start, end], ...]}, in characters

The text is set in a column of 45 characters and read back with errors in --rate of 100 characters: look-alikes
(rn for m, c for e, 1 for l), marks taken for letters, spaces lost and found. A person is right when the span is right to the
character; a country when the article names it. Same seed, same errors.
"""
import argparse
import glob
import json
import os
import random
import re
import subprocess

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
COLUMN = 45
# What scanners of news print take for what; from the confusions that OCR handbooks list.
LOOKALIKES = {
    "m": ["rn", "nn", "in"], "e": ["c", "o"], "c": ["e", "o"], "h": ["b", "li"], "b": ["h"], "l": ["1", "i", "I"],
    "i": ["l", "1", "j"], "I": ["l", "1"], "o": ["0", "c"], "O": ["0", "Q"], "u": ["n", "ii"], "n": ["u", "ri"],
    "a": ["s", "o"], "s": ["a", "8"], "t": ["f", "l"], "f": ["t", "r"], "r": ["t", "i"], "g": ["q", "y"],
    "d": ["cl", "a"], "w": ["vv", "iv"], "y": ["v"], "v": ["y"], "k": ["lc"], "p": ["n"], "S": ["8", "5"],
    "B": ["8", "R"], "G": ["C", "6"], "C": ["G", "("], "D": ["I)", "O"], "E": ["F"], "F": ["P", "E"], "H": ["II", "N"],
    "M": ["II", "N"], "N": ["M"], "P": ["F"], "R": ["K", "B"], "T": ["I"], "U": ["II"], "W": ["VV"], "0": ["O"],
    "1": ["l"], "5": ["S"], "8": ["B"], ".": [",", ""], ",": [".", ""], " ": ["", " . "],
}


def columns(text):
    """Spaces become line ends wherever a line would grow beyond the column."""
    letters, start, space = list(text), 0, None
    for at, letter in enumerate(letters):
        if letter == "\n":
            start, space = at + 1, None
        elif letter == " ":
            space = at
        if at - start >= COLUMN and space is not None:
            letters[space] = "\n"
            start, space = space + 1, None
    return "".join(letters)


def scanned(text, rate, numbers):
    """The text as read, and for every character of it where it begins there, with the end last."""
    pieces, starts, size = [], [], 0
    for letter in text:
        errors = LOOKALIKES.get(letter)
        read = numbers.choice(errors) if errors and numbers.random() < rate else letter
        starts.append(size)
        pieces.append(read)
        size += len(read)
    return "".join(pieces), starts + [size]


def example_articles():
    """The articles of Tests/Fixtures/gold: text, person spans in characters, countries, stretches not judged."""
    for path in sorted(glob.glob(os.path.join(ROOT, "Tests/Fixtures/gold/*.txt"))):
        head, body = open(path, encoding="utf-8").read().split("\n\n", 1)
        date = re.search(r"^date: *(\S+)", head, re.M)
        article = dict(text="", persons=[], countries=set(), unjudged=[], date=date and date[1])
        for piece in re.split(r"(⟦[^⟧]*⟧)", body):
            words, _, value = piece[1:-1].rpartition("|") if piece.startswith("⟦") else (piece, "", "")
            span = (len(article["text"]), len(article["text"]) + len(words))
            article["text"] += words
            if value == "-":
                article["unjudged"].append(span)
            elif re.fullmatch("[A-Z]{2}", value):
                article["countries"].add(value)
            elif value and not value[0].isdigit():
                article["persons"].append(span)
        yield article


def labelled(path):
    for line in open(path, encoding="utf-8"):
        row = json.loads(line)
        date = row.get("date")
        yield dict(text=row["text"], persons=[tuple(p[:2]) for p in row["persons"]], countries=None, unjudged=[],
                   date=date if date and re.fullmatch(r"\d{4}-\d\d-\d\d", date) else None)


def tagged(binary, texts):
    lines = [json.dumps(dict(id=str(i), body=text, date=date)) for i, (text, date) in enumerate(texts)]
    run = subprocess.run([binary, "tag", "--json", "--format", "jsonl", "-"], input="\n".join(lines) + "\n",
                         capture_output=True, text=True, check=True)
    return [json.loads(line) for line in run.stdout.splitlines()]


class Score:
    def __init__(self):
        self.right = self.found = self.wanted = 0

    def add(self, found, wanted):
        self.right += len(found & wanted)
        self.found += len(found)
        self.wanted += len(wanted)

    def __str__(self):
        precision, recall = self.right / max(self.found, 1), self.right / max(self.wanted, 1)
        return f"P {precision:.3f}  R {recall:.3f}  F1 {2 * self.right / max(self.found + self.wanted, 1):.3f}"


def measure(binary, articles, rate, seed):
    numbers = random.Random(seed)
    scans = [scanned(columns(a["text"]), rate, numbers) for a in articles]
    people, countries = Score(), Score()
    answers = tagged(binary, [(text, a["date"]) for (text, _), a in zip(scans, articles)])
    for article, (text, starts), tags in zip(articles, scans, answers):
        judged = lambda start, end: not any(start < starts[e] and starts[s] < end for s, e in article["unjudged"])
        found = set()
        for mention in (m for p in tags["people"] for m in p["mentions"]):
            start = len(text.encode()[:mention["start"]].decode())
            end = start + len(mention["text"])
            if judged(start, end):
                found.add((start, end))
        people.add(found, {(starts[s], starts[e]) for s, e in article["persons"]})
        if article["countries"] is not None:
            countries.add({c["code"] for c in tags["countries"]}, article["countries"])
    return people, countries


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="*")
    parser.add_argument("--wsearch", default=os.path.join(ROOT, ".build/release/wsearch"))
    parser.add_argument("--rate", type=float, action="append", help="errors in 100 characters; several times")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    sets = [(os.path.basename(path), list(labelled(path))) for path in options.gold]
    for name, articles in sets or [("example articles", list(example_articles()))]:
        for rate in options.rate or [0, 1, 2, 5]:
            people, countries = measure(options.wsearch, articles, rate / 100, options.seed)
            print(f"{name}  {rate:g} %  people {people}" + (f"  countries {countries}" if countries.wanted else ""))


if __name__ == "__main__":
    main()
