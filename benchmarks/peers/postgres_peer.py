"""PostgreSQL 15 from Debian: tsvector with a GIN index, ts_rank, facets by GROUP BY.

A server of its own on a socket in a temporary folder, one connection, no parallel workers; started
and stopped here. It refuses to run as root, so root runs it as the user that Debian made for it.
"""

import atexit
import glob
import os
import shutil
import subprocess
import tempfile
import time

from protocol import main

SETTINGS = ["shared_buffers=2GB", "work_mem=256MB", "maintenance_work_mem=1GB", "max_parallel_workers_per_gather=0",
            "max_parallel_maintenance_workers=0", "jit=off", "fsync=off", "full_page_writes=off",
            "max_wal_size=8GB", "listen_addresses="]
TABLES = """
    CREATE TABLE article (id BIGINT PRIMARY KEY, text TSVECTOR NOT NULL, date TEXT, month INTEGER);
    CREATE TABLE article_person (article_id BIGINT, name TEXT);
    CREATE TABLE article_country (article_id BIGINT, code TEXT)"""
INDEXES = """
    CREATE INDEX ON article USING GIN (text);
    CREATE INDEX ON article_person (article_id);
    CREATE INDEX ON article_country (article_id)"""
TOP = "SELECT id FROM article WHERE {where} ORDER BY ts_rank(text, %(query)s::tsquery) DESC LIMIT 10"
FACETS = """
    WITH matched AS MATERIALIZED (SELECT id, month FROM article WHERE {where}),
    people AS (SELECT count(*) AS articles FROM matched JOIN article_person ON article_id = id
               GROUP BY name ORDER BY articles DESC LIMIT 10),
    countries AS (SELECT count(*) AS articles FROM matched JOIN article_country ON article_id = id
                  GROUP BY code ORDER BY articles DESC LIMIT 10),
    months AS (SELECT count(*) AS articles FROM matched WHERE month IS NOT NULL GROUP BY month)
    SELECT (SELECT count(*) FROM matched), (SELECT coalesce(sum(articles), 0)::bigint FROM people),
           (SELECT coalesce(sum(articles), 0)::bigint FROM countries),
           (SELECT coalesce(sum(articles), 0)::bigint FROM months)"""
MATCH = "text @@ %(query)s::tsquery"
FILTER = """ AND date BETWEEN %(from)s AND %(to)s
    AND EXISTS (SELECT FROM article_country WHERE article_id = id AND code = %(country)s)"""


class Server:
    """A cluster in `folder`, running until this process ends; waited for, so that its time counts as ours."""

    def __init__(self, folder):
        self.folder = folder
        settings = [word for setting in SETTINGS for word in ("-c", setting)]
        with open(os.devnull, "w", encoding="ascii") as log:
            self.process = subprocess.Popen(as_user("postgres", "-D", folder, "-k", folder, *settings),
                                            stdout=log, stderr=log, cwd="/")
        atexit.register(self.stop)
        while subprocess.run(as_user("pg_isready", "-q", "-h", folder), cwd="/", check=False).returncode:
            if self.process.poll() is not None:
                raise SystemExit("PostgreSQL does not start")
            time.sleep(0.05)

    def stop(self):
        subprocess.run(as_user("pg_ctl", "-D", self.folder, "-m", "fast", "stop"), stdout=subprocess.DEVNULL, cwd="/",
                       check=False)
        self.process.wait()

    def connect(self):
        import psycopg
        return psycopg.connect(host=self.folder, user="bench", dbname="postgres", autocommit=True)


def as_user(program, *arguments):
    """The command line of one of its programs; root hands it to the user postgres."""
    user = ["setpriv", "--reuid", "postgres", "--regid", "postgres", "--clear-groups"] if os.geteuid() == 0 else []
    return [*user, os.path.join(programs(), program), *arguments]


def programs():
    found = sorted(glob.glob("/usr/lib/postgresql/15/bin"))
    if not found:
        raise SystemExit("PostgreSQL 15 is not installed")
    return found[-1]


def build(documents, folder):
    # Its user can seldom reach a folder of root's, so the cluster stands elsewhere, behind a link.
    cluster = tempfile.mkdtemp(prefix="wsearch-bench-", dir="/var/tmp")
    os.symlink(cluster, os.path.join(folder, "cluster"))
    if os.geteuid() == 0:
        shutil.chown(cluster, "postgres", "postgres")
    subprocess.run(as_user("initdb", "-D", cluster, "--username", "bench", "--auth", "trust", "--encoding", "UTF8",
                           "--locale", "C", "--no-sync"), stdout=subprocess.DEVNULL, cwd="/", check=True)
    with Server(cluster).connect() as connection:
        connection.execute(TABLES)
        copy(connection, documents)
        connection.execute(INDEXES)
        connection.execute("VACUUM ANALYZE")
        connection.execute("CHECKPOINT")


def copy(connection, documents):
    """Articles by batches through a staging table, where PostgreSQL cuts them into words.

    The sign between title and body keeps a phrase from matching across.
    """
    connection.execute("CREATE TEMP TABLE staged (id BIGINT, title TEXT, body TEXT, date TEXT, month INTEGER)")
    batch = []
    for document in documents:
        batch.append(document)
        if len(batch) == 5000:
            copy_batch(connection, batch)
            batch = []
    copy_batch(connection, batch)


def copy_batch(connection, documents):
    rows(connection, "staged", ([d[name] for name in ("id", "title", "body", "date", "month")] for d in documents))
    rows(connection, "article_person", ((d["id"], name) for d in documents for name in d["people"]))
    rows(connection, "article_country", ((d["id"], code) for d in documents for code in d["countries"]))
    connection.execute("""INSERT INTO article SELECT id,
        to_tsvector('simple', title) || '|:1'::tsvector || to_tsvector('simple', body), date, month FROM staged""")
    connection.execute("TRUNCATE staged")


def rows(connection, table, values):
    with connection.cursor() as cursor, cursor.copy(f"COPY {table} FROM STDIN") as copied:
        for value in values:
            copied.write_row(value)


def open_index(folder):
    connection = Server(os.path.realpath(os.path.join(folder, "cluster"))).connect()
    return lambda query, mode: answer(connection, query, mode)


def tsquery(query):
    words = [f"'{word}'" for word in query["words"]]
    return {"all": " & ", "any": " | ", "phrase": " <-> ", "prefix": ""}[query["kind"]].join(words) + (
        ":*" if query["kind"] == "prefix" else "")


def answer(connection, query, mode):
    values = {"query": tsquery(query), **{key: query.get(key) for key in ("country", "from", "to")}}
    where = MATCH + (FILTER if query.get("country") else "")
    connection.execute(TOP.format(where=where), values).fetchall()
    if mode == "top":
        return 0, 0, 0, 0
    return connection.execute(FACETS.format(where=where), values).fetchone()


def version():
    import psycopg
    assert psycopg
    listed = subprocess.run([os.path.join(programs(), "postgres"), "--version"], capture_output=True, text=True, check=True)
    return "postgresql " + listed.stdout.split()[2]


if __name__ == "__main__":
    main(build, open_index, version)
