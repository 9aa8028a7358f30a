#!/usr/bin/env python3
"""Writes what a larger text says of words, for `wsearch-train lexicon --words`.

  words-from-packages.py > words.tsv

Needs the PyPI package spacy-lookups-data (MIT): en_lexeme_prob, the log probabilities of a million
words of written English by their case, and en_lexeme_cluster, in which of 1,000 Brown clusters (Brown
et al., 1992) the more frequent ones are. A cluster's number there is its path through the tree, the
first step in the lowest bit.

A line each: the word in lower case; how often it is capitalised, 1 to 5 for rare words and 6 to 10
for frequent ones by fifths (all capitals count neither way), 0 for unknown; its cluster from 1 in the
order of the tree's leaves, 0 for none; 1 where the word is frequent enough to be known by that alone.
"""
import collections, gzip, json, math, os, re, spacy_lookups_data

FOLDER = os.path.join(os.path.dirname(spacy_lookups_data.__file__), "data")
KNOWN = -16.0  # natural logarithms: one word in nine million
FREQUENT = -14.0
NEVER = -30.0


def table(name):
    with gzip.open(os.path.join(FOLDER, f"en_lexeme_{name}.json.gz"), "rt", encoding="utf-8") as file:
        return json.load(file)


def path(cluster):
    return bin(cluster)[:1:-1]


def statistic(forms):
    """The class of capitalisation, and the share.

    Much of that text was written in haste: a name in small letters counts a quarter, and nothing where
    the word is rare.
    """
    share = lambda isCapitalised: sum(
        math.exp(p) for word, p in forms.items() if (word[0].isupper() == isCapitalised)
        and not (len(word) > 1 and word.isupper()))
    upper, lower = share(True), share(False) / 4
    if upper + lower == 0:
        return 0, 1.0
    part = upper / (upper + lower)
    if part < .6 and max(forms.values()) < KNOWN:
        return 0, part
    return 1 + min(int(5 * part), 4) + (5 if math.log(upper + lower) > FREQUENT else 0), part


def cluster_of(word, forms, clusters, probability):
    """That of the commonest form; the capitalised one counts somewhat more, as names have it."""
    title = word[:1].upper() + word[1:]
    known = [form for form in (title, word, word.upper()) if clusters.get(form)]
    known = known or [form for form in forms if clusters.get(form)]
    weight = lambda form: probability.get(form, NEVER) + (1.5 if form == title else 0)
    return clusters[max(known, key=weight)] if known else 0


def main():
    clusters, probability = table("cluster"), table("prob")
    leaves = sorted({c for c in clusters.values() if c}, key=path)
    number = {0: 0} | {cluster: at + 1 for at, cluster in enumerate(leaves)}
    words = collections.defaultdict(dict)
    for form, p in probability.items():
        if re.fullmatch(r"[^\W\d_][\w'’.-]*", form):
            words[form.lower().replace("’", "'")][form] = p
    for word, forms in sorted(words.items()):
        capitalisation, share = statistic(forms)
        cluster = number[cluster_of(word, forms, clusters, probability)]
        # A word without a cluster that is written both ways is nobody's name and no common word.
        is_known = max(forms.values()) >= KNOWN and (cluster or share >= .6 or share < .3)
        is_known = is_known and ("." not in word or word.endswith("."))
        print(word, capitalisation, cluster, int(bool(is_known)), sep="\t")


if __name__ == "__main__":
    main()
