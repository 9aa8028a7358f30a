#!/usr/bin/env python3
"""People and countries of 90 newspaper articles of 1916, read by OCR, and the countries of 784 more: what `wsearch tag`
finds of them.

    Tests/Fixtures/ocr-articles/measure.py --wsearch .build/release/wsearch chronam1916.jsonl.gz

`labels.jsonl` and `countries.jsonl` have ids and labels alone; the texts are read from the archive named, JSON Lines of Chronicling
America's pages (Library of Congress, public domain). `--draw` prints which articles were drawn from it.
"""
import argparse
import gzip
import json
import os
import random
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))


def articles(path):
    opened = gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")
    with opened as lines:
        yield from map(json.loads, lines)


def draw(path, seed=1916, count=60, left_out=()):
    """The articles to label: of a size to be read in a minute, none of those `left_out`, in a seeded order."""
    ids = sorted(a["id"] for a in articles(path) if 700 <= len(a["body"]) <= 2200 and a["id"] not in left_out)
    return random.Random(seed).sample(ids, count)


def same_name(one, other):
    """The same printed name, or the one inside the other with the same last word."""
    one, other = ([w.strip(".,;:'\"()") for w in n.lower().split()] for n in (one, other))
    short, long = sorted((one, other), key=len)
    return short[-1:] == long[-1:] and set(short) <= set(long)


def meets(forms, texts):
    return any(same_name(f, t) for f in forms for t in texts)


def tags(binary, texts):
    lines = "".join(json.dumps({k: a[k] for k in ("id", "title", "body", "date") if a.get(k)}) + "\n" for a in texts)
    told = subprocess.run(
        [binary, "tag", "--json", "--format", "jsonl", "-"], input=lines.encode(), stdout=subprocess.PIPE, check=True)
    return {t["id"]: t for t in map(json.loads, told.stdout.decode().splitlines())}


def count(label, tag):
    """Right, wrong and missed of people, where they are labelled, and of countries; a `maybe` counts neither way."""
    counts = {}
    if "people" in label:
        counts["people"] = count_people(label, tag)
    said, right = {c["code"] for c in tag.get("countries", [])}, set(label["countries"])
    maybe = set(label["countries_maybe"])
    counts["countries"] = (len(said & right), len(said - right - maybe), len(right - said))
    return counts


def count_people(label, tag):
    named = [[p["name"]] + [m["text"] for m in p["mentions"]] for p in tag.get("people", [])]
    found = [any(meets(forms, texts) for texts in named) for forms in label["people"]]
    known = label["people"] + label["people_maybe"]
    wrong = sum(not any(meets(forms, texts) for forms in known) for texts in named)
    return sum(found), wrong, len(found) - sum(found)


def report(name, right, wrong, missed):
    f1 = 2 * right / max(1, 2 * right + wrong + missed)
    print(f"{name:30} F1 {f1:.3f}  {right} right, {wrong} wrong, {missed} missed")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive")
    parser.add_argument("--wsearch", default=".build/release/wsearch")
    parser.add_argument("--draw", action="store_true")
    parser.add_argument("--left-out", help="a file of JSON Lines whose ids are not to be drawn")
    options = parser.parse_args()
    if options.draw:
        left_out = {a["id"] for a in articles(options.left_out)} if options.left_out else set()
        print("\n".join(draw(options.archive, left_out=left_out)))
        return
    labels = {}
    for file, readers in (("labels.jsonl", ""), ("countries.jsonl", ", one reader")):
        for label in articles(os.path.join(HERE, file)):
            labels[label["id"]] = label | {"part": label["part"] + readers}
    texts = [a for a in articles(options.archive) if a["id"] in labels]
    if len(texts) < len(labels):
        print(f"{len(labels) - len(texts)} of {len(labels)} articles are not in {options.archive}")
    told = tags(options.wsearch, texts)
    for part in sorted({a["part"] for a in labels.values()}, reverse=True):
        counts = [count(labels[a["id"]], told.get(a["id"], {})) for a in texts if labels[a["id"]]["part"] == part]
        for kind in ("people", "countries"):
            labelled = [c[kind] for c in counts if kind in c]
            if labelled:
                report(f"{part}: {kind}", *map(sum, zip(*labelled)))


if __name__ == "__main__":
    main()
