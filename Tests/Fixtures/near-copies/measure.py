#!/usr/bin/env python3
"""How right the stories of an index are, by the verdicts of pairs.tsv.

    measure.py WSEARCH NAME=articles.jsonl[.gz] ...

Indexes each collection whole with WSEARCH, then counts the pairs whose articles share a story. A line of pairs.tsv is a
pair as draw.py drew it: collection, the two ids, the similarity of their shingles; and the verdict, same or other, given by
reading both texts before any method was run. Same is a pair of which most of both texts, or nearly all of one, are the
other's, told of the same event; what is printed by one form of another day's event is other. Adverts and notices are the
texts that they are, and equal texts are the same.
"""
import os, sqlite3, subprocess, sys, tempfile


def stories(wsearch, path):
    with tempfile.TemporaryDirectory() as folder:
        index = os.path.join(folder, "index.db")
        subprocess.run([wsearch, "index", "--index", index, path], check=True, stdout=sys.stderr)
        rows = sqlite3.connect(index).execute(
            "SELECT external_id, lead_id FROM article JOIN story ON article_id = id UNION ALL"
            " SELECT d.external_id, ifnull(lead_id, d.article_id) FROM duplicate AS d"
            " LEFT JOIN story AS s ON s.article_id = d.article_id UNION ALL"
            " SELECT external_id, id FROM article WHERE id IN (SELECT article_id FROM duplicate)"
            " AND id NOT IN (SELECT article_id FROM story)")
        return dict(rows.fetchall())


def main():
    wsearch = sys.argv[1]
    found = {name: stories(wsearch, path)
             for name, path in (argument.split("=", 1) for argument in sys.argv[2:])}
    folder = os.path.dirname(os.path.abspath(__file__))
    right = wrong = missed = 0
    for line in open(os.path.join(folder, "pairs.tsv")):
        name, one, other, similarity, verdict = line.rstrip("\n").split("\t")
        if name not in found:
            continue
        story = found[name].get(one)
        together = story is not None and story == found[name].get(other)
        right += together and verdict == "same"
        wrong += together and verdict == "other"
        missed += not together and verdict == "same"
        if together != (verdict == "same"):
            print(name, one, other, similarity, verdict, "found" if together else "not found")
    print(f"right {right}, wrong {wrong}, missed {missed}:"
          f" precision {right / max(1, right + wrong):.3f}, recall {right / max(1, right + missed):.3f}")


main()
