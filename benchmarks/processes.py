"""What a user's single command costs: cold starts, a long-lived reader, tagging."""

import os
import shutil

import corpora
from cache import say
from engines import WSEARCH, python
from session import Measured


def cold(run, name, index, queries, runs):
    """A process a query: start, open, answer with snippets, print.

    `cached`: the index is in the page cache. `evicted`: the system was told to drop it.
    """
    for query in one_a_class(queries):
        command = [WSEARCH, "query", text(query), "--index", index, "--json"]
        for rank in ("best", "fast"):
            for state in ("cached", "evicted"):
                for number in range(runs + 1):
                    if state == "evicted":
                        evict(index)
                    taken = Measured([*command, "--rank", rank], (0, 1))
                    if number:
                        run.add("process", name, rank, state, query["class"], number,
                                f"{taken.seconds:.4f}", taken.resident)


def evict(path):
    """Drops a file from the page cache, where the system can."""
    if not hasattr(os, "posix_fadvise"):
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
    finally:
        os.close(descriptor)


def batch(run, name, index, queries, folder):
    """All queries in one process, as `wsearch query --batch` runs them; its peak memory is a reader's."""
    asked = os.path.join(folder, "batch.tsv")
    with open(asked, "w", encoding="utf-8") as file:
        file.writelines(f"{query['id']}\t{text(query)}\n" for query in queries)
    for rank in ("best", "fast"):
        command = [WSEARCH, "query", "--batch", asked, "--format", "jsonl", "--limit", "10", "--index", index]
        taken = Measured([*command, "--rank", rank], (0, 1))
        run.add("process", name, rank, "batch", f"{len(queries)} queries", 1, f"{taken.seconds:.4f}", taken.resident)


def one_a_class(queries):
    """The first query of each class."""
    return {query["class"]: query for query in reversed(queries)}.values()


def text(query):
    """The words as a user would type them, in the query language of wsearch."""
    words = query["words"]
    typed = {"phrase": '"' + " ".join(words) + '"', "any": " OR ".join(words),
             "prefix": words[0] + "*"}.get(query["kind"], " ".join(words))
    if query.get("country"):
        typed += f" country:{query['country']} date:{query['from']}..{query['to']}"
    return typed


def tag(run, name, corpus, folder, articles):
    """Tagging by wsearch and by spaCy's small English model, over the first articles."""
    excerpt = os.path.join(folder, "excerpt.jsonl")
    text_bytes = corpora.excerpt(corpus, excerpt, articles)
    commands = {"wsearch": [WSEARCH, "tag", "--json", excerpt],
                "spacy": [*python("spacy_peer.py"), excerpt]}
    for engine, command in commands.items():
        try:
            taken = Measured([*one_core(), *command])
        except (RuntimeError, OSError) as error:
            say(f"{engine} is not measured: {error}")
            continue
        seconds = taken.seconds if engine == "wsearch" else float(taken.output.split()[-1])
        run.add("tagging", name, engine, articles, text_bytes, f"{seconds:.3f}")


def one_core():
    return ["taskset", "-c", "0"] if shutil.which("taskset") else []
