"""The engines that are measured: how each builds an index, how each is asked, how far each is taken."""

import glob
import hashlib
import os
import subprocess
import sys
from dataclasses import dataclass

HERE = os.path.dirname(os.path.abspath(__file__))
BINARIES = os.path.join(HERE, "..", ".build", "release")
WSEARCH = os.path.join(BINARIES, "wsearch")
BENCH = os.path.join(BINARIES, "wsearch-bench")
PEERS = os.path.join(HERE, "peers")
PYTHON = os.path.join(HERE, "..", ".venv-bench", "bin", "python")


@dataclass
class Engine:
    """`build`, `query` and `version` are command lines; `build` is None where another's index serves."""

    name: str
    build: list
    query: list
    files: str
    version: list = None
    source: str = None
    # The largest corpus, in articles, of a whole run and of a quick one: beyond it a round takes hours.
    limit: int = None
    quick_limit: int = None

    def reason_to_leave_out(self, articles, quick):
        """Why it is not measured on a corpus of so many articles; None when it is."""
        limit = self.quick_limit if quick and self.quick_limit else self.limit
        if limit and articles and articles > limit:
            return f"more than {limit:,} articles would take it too long" + (" for a quick run" if quick else "")
        if self.version is None:
            return None
        found = subprocess.run(self.version, capture_output=True, text=True, check=False)
        return None if found.returncode == 0 else f"not installed ({last_line(found.stderr)})"

    def identity(self):
        """What its index depends on beside the documents: its version and its adapter."""
        if self.version is None:
            return digest(WSEARCH)
        found = subprocess.run(self.version, capture_output=True, text=True, check=True).stdout.strip()
        return f"{found} {digest(self.source)}"


def last_line(text):
    return (text.strip().splitlines() or ["no reason given"])[-1]


def digest(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:16]


def python(script, system=False):
    own = not system and os.path.exists(PYTHON)
    return [PYTHON if own else "/usr/bin/python3" if system else sys.executable, os.path.join(PEERS, script)]


def engines(corpus, folder):
    """Every engine over one corpus, its files in `folder`."""
    at = lambda *parts: os.path.join(folder, *parts)
    bench = [BENCH, "query", "--index", at("wsearch", "index.db"), "--queries", at("queries.jsonl")]
    fts5 = peer(folder, "fts5", "fts5.py")
    fts5.query = [*python("fts5.py"), "query", at("wsearch", "index.db"), at("queries.jsonl")]
    return [
        Engine("wsearch", [WSEARCH, "index", corpus, "--index", at("wsearch", "index.db")], bench, at("wsearch")),
        Engine("wsearch fields", None, [*bench, "--hit-fields", "all"], None),
        Engine("wsearch cores", None, [*bench, "--jobs", str(os.cpu_count())], None),
        Engine("wsearch best", None, [*bench, "--rank", "best"], None),
        fts5,
        peer(folder, "plain fts5", "plain_fts5.py", limit=100_000, quick_limit=10_000),
        peer(folder, "datasette", "datasette_sql.py", limit=10_000, quick_limit=1_000),
        peer(folder, "tantivy", "tantivy_peer.py"),
        lucene(folder),
        peer(folder, "xapian", "xapian_peer.py", system=True, limit=100_000, quick_limit=10_000),
        peer(folder, "postgresql", "postgres_peer.py", limit=100_000, quick_limit=1_000),
        peer(folder, "duckdb", "duckdb_peer.py", limit=100_000, quick_limit=1_000),
        peer(folder, "whoosh", "whoosh_peer.py", limit=10_000, quick_limit=1_000),
    ]


def peer(folder, name, script, system=False, **limits):
    command, files = python(script, system), os.path.join(folder, name.replace(" ", "-"))
    return Engine(
        name, [*command, "build", os.path.join(folder, "documents.jsonl"), files],
        [*command, "query", files, os.path.join(folder, "queries.jsonl")], files,
        version=[*command, "version"], source=command[-1], **limits)


def lucene(folder):
    """Asking for its version compiles it into the folder of the corpus."""
    files, classes = os.path.join(folder, "lucene"), os.path.join(folder, "classes")
    source = os.path.join(PEERS, "lucene", "LucenePeer.java")
    parts = ("lucene-core-8*", "lucene-facet-8*", "lucene-analyzers-common-8*", "*hppc-[0-9]*")
    jars = os.pathsep.join(jar for part in parts for jar in glob.glob(f"/usr/share/java/{part}.jar"))
    java = ["java", "-Xmx2g", "-XX:+UseSerialGC", "-cp", os.pathsep.join([jars, classes]), "LucenePeer"]
    compiled = ["sh", "-c", 'javac -cp "$0" -d "$1" "$2" && java -cp "$0:$1" LucenePeer version', jars, classes, source]
    return Engine(
        "lucene", [*java, "build", os.path.join(folder, "documents.tsv"), files],
        [*java, "query", files, os.path.join(folder, "queries.tsv")], files, version=compiled, source=source)
