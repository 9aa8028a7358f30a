#!/usr/bin/env python3
"""Labelled texts to learn the model of damaged texts from: `training.jsonl` laid over the articles' texts.

    Tests/Fixtures/ocr-articles/spans.py chronam1916.jsonl.gz > ocr.jsonl

Writes JSON Lines of {"text", "entities": [{"start", "end", "label"}], "persons": [[start, end]]}, offsets in code
points, as `wsearch-train model` and `wsearch-train evaluate` read them.
"""
import json
import os
import sys

from measure import HERE, articles


def collapsed(text):
    """The text with each run of space as one, and where each of its characters stood."""
    kept = [at for at, c in enumerate(text) if not c.isspace() or at == 0 or not text[at - 1].isspace()]
    return "".join(" " if text[at].isspace() else text[at] for at in kept), kept


def places(form, text):
    """Where a form stands in a collapsed text as whole words."""
    form = " ".join(form.split())
    start = text.find(form)
    while start >= 0:
        end = start + len(form)
        goes_on = end < len(text) and text[end].isalnum() and form[-1].isalnum()
        if not goes_on and not (start and text[start - 1].isalnum() and form[0].isalnum()):
            yield range(start, end)
        start = text.find(form, start + 1)


def spans(text, label):
    """Code points of every place of a person's forms, longer ones first; none within what is `not` a person."""
    flat, kept = collapsed(text)
    others = {at for other in label.get("not", []) for place in places(other, flat) for at in place}
    taken, found = set(), []
    for form in sorted({f for forms in label["people"] for f in forms}, key=len, reverse=True):
        for place in places(form, flat):
            if taken.isdisjoint(place) and not others.issuperset(place):
                taken.update(place)
                found.append((kept[place[0]], kept[place[-1]] + 1))
    return sorted(found)


def main(archive):
    with open(os.path.join(HERE, "training.jsonl"), encoding="utf-8") as lines:
        labels = {a["id"]: a for a in map(json.loads, lines)}
    texts = {a["id"]: a["body"] for a in articles(archive) if a["id"] in labels}
    if len(texts) < len(labels):
        sys.exit(f"{archive} has {len(texts)} of the {len(labels)} articles of training.jsonl")
    for name, label in labels.items():
        persons = spans(texts[name], label)
        entities = [{"start": start, "end": end, "label": "person"} for start, end in persons]
        print(json.dumps({"text": texts[name], "persons": persons, "entities": entities}))


if __name__ == "__main__":
    main(sys.argv[1]) if len(sys.argv) == 2 else sys.exit(__doc__)
