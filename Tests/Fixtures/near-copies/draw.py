#!/usr/bin/env python3
"""Draws pairs of articles by their exact similarity, seeded: what near-copies are judged on.

    draw.py NAME=articles.jsonl[.gz] ... > pairs.tsv

From each collection, of each fifth of the Jaccard similarity from .2 to 1 of the sets of three words in a row
of two bodies, equally many pairs, so that each fifth has 30; where one has too few the others give the rest. A
line a pair: collection, the two ids, similarity.
"""
import gzip, json, random, re, sys, zlib
import numpy as np

MOST = 60  # articles that share three words; more tell little, and pairs that matter share rarer ones

def shingles(text):
    text = re.sub(rb"-[ \r]*\n\s*", b"", text.encode())
    words = re.findall(rb"[0-9a-z\x80-\xff]+", text.lower())
    hashes = [zlib.crc32(w) * 0x9E3779B97F4A7C15 & 0xFFFFFFFFFFFFFFFF for w in words]
    found = [(a * 3 + (b << 7) + c * 31) * 0xC2B2AE3D27D4EB4F & 0xFFFFFFFFFFFFFFFF
             for a, b, c in zip(hashes, hashes[1:], hashes[2:])]
    return np.unique(np.array(found, dtype=np.uint64))

def pairs(path):
    with (gzip.open if path.endswith(".gz") else open)(path, "rt") as file:
        articles = [json.loads(line) for line in file]
    ids = [a["id"] for a in articles]
    sets = [shingles(a["body"]) for a in articles]
    owner = np.repeat(np.arange(len(sets), dtype=np.uint32), [len(s) for s in sets])
    keys = np.concatenate(sets)
    order = np.argsort(keys, kind="stable")
    keys, owner = keys[order], owner[order]
    starts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]])
    ends = np.r_[starts[1:], len(keys)]
    size = ends - starts
    codes = []
    for s, e in zip(starts[(size > 1) & (size <= MOST)], ends[(size > 1) & (size <= MOST)]):
        o = owner[s:e].astype(np.uint64)
        i, j = np.triu_indices(len(o), 1)
        codes.append(o[i] << np.uint64(32) | o[j])
        if len(codes) > 2_000_000:
            codes = [np.concatenate(codes)]
    code, shared = np.unique(np.concatenate(codes), return_counts=True)
    code = code[shared >= 2]
    for c in code:
        a, b = int(c >> np.uint64(32)), int(c & np.uint64(0xFFFFFFFF))
        both = len(np.intersect1d(sets[a], sets[b], assume_unique=True))
        yield both / (len(sets[a]) + len(sets[b]) - both), ids[a], ids[b]

def main():
    collections = [argument.split("=", 1) for argument in sys.argv[1:]]
    share = 30 // len(collections)
    generator = random.Random(1916)
    drawn, rest = [], []
    for name, path in collections:
        fifths = [[] for _ in range(5)]
        for similarity, a, b in pairs(path):
            if similarity >= .2:
                fifths[min(4, int((similarity - .2) / .16))].append((a, b, similarity))
        print(name, [len(f) for f in fifths], file=sys.stderr)
        for number, fifth in enumerate(fifths):
            fifth.sort()
            found = generator.sample(fifth, min(share, len(fifth)))
            drawn += [(name, number, *pair) for pair in found]
            rest += [(name, number, *pair) for pair in fifth if pair not in found]
    for number in range(5):
        missing = 30 - sum(pair[1] == number for pair in drawn)
        drawn += generator.sample([pair for pair in rest if pair[1] == number], missing)
    for name, number, a, b, similarity in drawn:
        print(name, a, b, f"{similarity:.3f}", sep="\t")

main()
