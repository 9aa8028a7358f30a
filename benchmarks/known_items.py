#!/usr/bin/env python3
"""Makes judged collections of any articles, one a kind of question, whose answer is the article it comes from.

    benchmarks/known_items.py ARTICLES.jsonl[.gz] FOLDER [--queries 300] [--seed 1]

`headline`: its headline finds the article without it. `lede`: the first sentence finds the rest. `half`: the
first half of the text, up to 1,500 characters, finds the second. Sentences are cut roughly, the same for all.
"""

import argparse
import gzip
import json
import os
import random
import re
from collections import Counter


def articles(path):
    with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            if len(article["body"]) > 300:
                yield str(article["id"]), " ".join(article.get("title", "").split()), sentences(article["body"])


def sentences(text):
    return re.split(r"(?<=[a-z]\.)\s+(?=[A-Z])", " ".join(text.split()))


def write(folder, corpus, queries):
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "corpus.jsonl"), "w", encoding="utf-8") as file:
        for name, title, text in corpus:
            file.write(json.dumps({"id": name, "title": title, "text": text}, ensure_ascii=False) + "\n")
    with open(os.path.join(folder, "queries.tsv"), "w", encoding="utf-8") as file:
        file.writelines(f"{name}\t{text}\n" for name, text in queries)
    with open(os.path.join(folder, "qrels.txt"), "w", encoding="utf-8") as file:
        file.writelines(f"{name} 0 {name} 1\n" for name, _ in queries)


def headlines(all_articles, count):
    seen = Counter(title for _, title, _ in all_articles)
    asked = [item for item in all_articles if seen[item[1]] == 1 and len(item[1].split()) >= 4]
    asked = random.sample(asked, min(count, len(asked)))
    return ([(name, "", " ".join(text)) for name, _, text in all_articles],
            [(name, re.sub(r"<.*?>", "", title).lower()) for name, title, _ in asked])


def parts(all_articles, count, fewest, cut):
    """Asks for the sentences before `cut` of some articles, which keep those behind it and lose their title."""
    asked = [item for item in all_articles if len(item[2]) >= fewest]
    asked = {item[0]: item for item in random.sample(asked, min(count, len(asked)))}
    corpus = [(name, "", " ".join(text[cut(text):])) if name in asked else (name, title, " ".join(text))
              for name, title, text in all_articles]
    return corpus, [(name, " ".join(text[:cut(text)])[:1500]) for name, _, text in asked.values()]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles")
    parser.add_argument("folder")
    parser.add_argument("--queries", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    random.seed(options.seed)
    found = list(articles(options.articles))
    write(os.path.join(options.folder, "headline"), *headlines(found, options.queries))
    write(os.path.join(options.folder, "lede"), *parts(found, options.queries, 4, lambda text: 1))
    write(os.path.join(options.folder, "half"), *parts(found, options.queries, 8, lambda text: len(text) // 2))


if __name__ == "__main__":
    main()
