"""Corpora and indexes between runs: built again only when what they depend on has changed.

A folder a corpus under $WSEARCH_BENCH_CACHE, else $XDG_CACHE_HOME/wsearch-bench, else
~/.cache/wsearch-bench: corpus.jsonl, the articles as the peers read them, a folder an engine and beside it
ENGINE.json with the key it was built for and what building took, the share of the cores that others had included.
"""

import glob
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from datetime import date

import corpora
from engines import BENCH, HERE, digest
from sample import sample
from session import Measured, size


def root():
    home = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return os.environ.get("WSEARCH_BENCH_CACHE") or os.path.join(home, "wsearch-bench")


class CorpusFolder:
    """What is kept of one corpus; `articles` are generated unless `source` names a file."""

    def __init__(self, name, articles=None, source=None):
        self.name, self.articles, self.source = name, articles, source
        self.folder = os.path.join(root(), name)
        os.makedirs(self.folder, exist_ok=True)
        self.corpus = source or self.path("corpus.jsonl")
        self.index = self.path("wsearch", "index.db")
        if self.stored("corpus").get("key") != self.corpus_key():
            self.begin()

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    def corpus_key(self):
        if self.source:
            facts = os.stat(self.source)
            return f"{os.path.abspath(self.source)} {facts.st_size} {facts.st_mtime_ns}"
        sources = ("CorpusGenerator", "Vocabulary", "ZipfSampler", "RandomSource", "GenerateCommand")
        return " ".join(digest(os.path.join(HERE, name + ".swift")) for name in sources) + f" {self.articles}"

    def begin(self):
        """Forgets everything of another corpus under this name."""
        empty(self.folder)
        if not self.source:
            with open(self.corpus, "wb") as file:
                subprocess.run([BENCH, "generate", "--articles", str(self.articles)], stdout=file, check=True)
        self.store("corpus", {"key": self.corpus_key()})

    def stored(self, name):
        try:
            with open(self.path(name + ".json"), encoding="utf-8") as file:
                return json.load(file)
        except (FileNotFoundError, json.JSONDecodeError):
            return {}

    def store(self, name, facts):
        with open(self.path(name + ".json"), "w", encoding="utf-8") as file:
            json.dump(facts, file, indent=2)
        return facts

    def built(self, engine, reuse):
        """What building the engine's index took, now or when it was last needed."""
        if engine.name == "wsearch":
            return self.built_own(engine, reuse)
        return self.built_for(engine, f"{engine.identity()} {self.stored('documents')['digest']}")

    def built_for(self, engine, key):
        name = os.path.basename(engine.files)
        if self.stored(name).get("key") == key:
            return self.stored(name)
        say(f"{self.name}: {engine.name} builds its index")
        empty(engine.files)
        taken = Measured(engine.build)
        return self.store(name, {
            "key": key, "seconds": round(taken.seconds, 3), "file_bytes": size(engine.files),
            "peak_resident_bytes": taken.resident, "others": taken.others, "date": str(date.today())})

    def built_own(self, engine, reuse):
        """The index of wsearch and, from it, the articles with their facet values for the peers.

        When another wsearch tags differently and `reuse` is wanted, it is measured while it indexes, but
        queries go to the older index, so that every engine's still holds the same facet values.
        """
        key = f"{engine.identity()} {self.stored('corpus')['key']}"
        if self.stored("wsearch").get("key") == key:
            return self.stored("wsearch")
        older = self.path("older")
        shutil.rmtree(older, ignore_errors=True)
        if os.path.exists(self.index):
            os.rename(engine.files, older)
        taken = self.built_for(engine, key)
        found = corpora.export(self.index, self.folder, ".new")
        known = self.stored("documents").get("digest")
        if reuse and known and found != known and version(older) == version(engine.files):
            say(f"{self.name}: tags have changed; queries go to the index of the older wsearch, as the peers' do")
            shutil.rmtree(engine.files)
            os.rename(older, engine.files)
        else:
            self.adopt(found)
        shutil.rmtree(older, ignore_errors=True)
        for left in glob.glob(self.path("*.new")):
            os.remove(left)
        return taken

    def adopt(self, found):
        for name in ("documents.jsonl", "documents.tsv"):
            os.replace(self.path(name + ".new"), self.path(name))
        self.store("documents", {"digest": found})

    def statistics(self):
        """What the corpus is like, counted once."""
        known = self.stored("documents")["digest"]
        if self.stored("statistics").get("documents") != known:
            self.store("statistics", {"documents": known, **corpora.statistics(self.index, self.corpus)})
        return {name: value for name, value in self.stored("statistics").items() if name != "documents"}

    def queries(self):
        """The queries sampled from the corpus, drawn once."""
        key = f"{self.stored('documents')['digest']} {digest(os.path.join(HERE, 'sample.py'))}"
        if self.stored("asked").get("key") != key:
            corpora.export_queries(sample(self.index, self.path("queries.jsonl")), self.folder)
            self.store("asked", {"key": key})
        with open(self.path("queries.jsonl"), encoding="utf-8") as file:
            return [json.loads(line) for line in file]


def version(folder):
    database = sqlite3.connect(f"file:{os.path.join(folder, 'index.db')}?mode=ro", uri=True)
    return database.execute("PRAGMA user_version").fetchone()[0]


def empty(folder):
    """An empty folder; what links in it or one level below point to goes too."""
    for link in filter(os.path.islink, glob.glob(os.path.join(folder, "*")) + glob.glob(os.path.join(folder, "*", "*"))):
        shutil.rmtree(os.path.realpath(link), ignore_errors=True)
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)


def say(text):
    print(text, file=sys.stderr, flush=True)
