"""The engines that are measured: how each builds an index, and how each is asked."""

import glob
import os
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
BINARIES = os.path.join(HERE, "..", ".build", "release")
WSEARCH = os.path.join(BINARIES, "wsearch")
BENCH = os.path.join(BINARIES, "wsearch-bench")
PEERS = os.path.join(HERE, "peers")
PYTHON = os.path.join(HERE, "..", ".venv-bench", "bin", "python")


class Engine:
    """`build` and `query` are command lines; None where an engine shares another's index."""

    def __init__(self, name, build, query, files):
        self.name, self.build, self.query, self.files = name, build, query, files


def python(script):
    return [PYTHON if os.path.exists(PYTHON) else sys.executable, os.path.join(PEERS, script)]


def engines(corpus, folder):
    """Every engine over one corpus, its files in `folder`."""
    at = lambda *parts: os.path.join(folder, *parts)
    asked, documents = at("queries.jsonl"), at("documents.jsonl")
    bench = [BENCH, "query", "--index", at("wsearch", "index.db"), "--queries", asked]
    found = [
        Engine("wsearch", [WSEARCH, "index", corpus, "--index", at("wsearch", "index.db")],
               bench, at("wsearch")),
        Engine("wsearch best", None, [*bench, "--rank", "best"], None),
        Engine("fts5", [*python("fts5.py"), "build", documents, at("fts5")],
               [*python("fts5.py"), "query", at("wsearch", "index.db"), asked], at("fts5")),
        Engine("tantivy", [*python("tantivy_peer.py"), "build", documents, at("tantivy")],
               [*python("tantivy_peer.py"), "query", at("tantivy"), asked], at("tantivy")),
    ]
    if java := lucene(folder):
        found.append(Engine("lucene", [*java, "build", at("documents.tsv"), at("lucene")],
                            [*java, "query", at("lucene"), at("queries.tsv")], at("lucene")))
    return found


def lucene(folder):
    """The command that runs the Lucene peer, compiled; None without Lucene 8 or a JDK."""
    parts = ("lucene-core-8*", "lucene-facet-8*", "lucene-analyzers-common-8*", "*hppc-[0-9]*")
    jars = [jar for part in parts for jar in glob.glob(f"/usr/share/java/{part}.jar")]
    if len(jars) < len(parts):
        return None
    classes = os.path.join(folder, "classes")
    source = os.path.join(PEERS, "lucene", "LucenePeer.java")
    path = os.pathsep.join([*jars, classes])
    try:
        subprocess.run(["javac", "-cp", path, "-d", classes, source], check=True)
    except FileNotFoundError:
        return None
    return ["java", "-Xmx2g", "-XX:+UseSerialGC", "-cp", path, "LucenePeer"]


class Measured:
    """What a command took: seconds, peak resident bytes, standard output."""

    def __init__(self, command, accepted=(0,)):
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.output = process.stdout.read()
        errors = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.seconds = time.perf_counter() - start
        self.resident = usage.ru_maxrss * 1024
        if process.returncode not in accepted:
            raise RuntimeError(f"{command[0]} failed: {errors.decode()[-500:]}")


class Session:
    """A running engine that answers a round of queries at a time (see peers/protocol.py)."""

    def __init__(self, engine):
        self.engine = engine
        self.process = subprocess.Popen(
            engine.query, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def round(self, mode):
        """The rows of one round: query, total, people, countries, dated, nanoseconds."""
        self.process.stdin.write(mode + "\n")
        self.process.stdin.flush()
        rows = []
        while (line := self.process.stdout.readline()) != "\n":
            if not line:
                raise RuntimeError(f"{self.engine.name} ended early")
            _, _, query, *counts = line.rstrip("\n").split(",")
            rows.append((query, *map(int, counts)))
        return rows

    def resident(self):
        """Bytes resident now, on Linux; the page cache that is mapped counts too."""
        try:
            with open(f"/proc/{self.process.pid}/status", encoding="ascii") as file:
                fields = dict(line.split(":", 1) for line in file)
            return int(fields["RssAnon"].split()[0]) * 1024, int(fields["VmRSS"].split()[0]) * 1024
        except OSError:
            return 0, 0

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def size(path):
    """Bytes of a file or of all files under a folder."""
    if os.path.isfile(path):
        return os.path.getsize(path)
    return sum(os.path.getsize(os.path.join(folder, name))
               for folder, _, names in os.walk(path) for name in names)
