-- Format version 3. The prose is index/README.md; the invariants stand beside the columns.
PRAGMA application_id = 0x77737263; -- 'wsrc'
PRAGMA user_version = 4;

-- Facts about the index as a whole: 'language' (the stems' default), 'writer' (who holds it), ...
CREATE TABLE meta (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The paths given to `wsearch index`, so that a run without a path repeats them.
CREATE TABLE root (
  path TEXT PRIMARY KEY             -- absolute
) STRICT, WITHOUT ROWID;

-- Files read. A file whose size and modification time are unchanged is not read again.
CREATE TABLE file (
  id       INTEGER PRIMARY KEY,
  path     TEXT NOT NULL UNIQUE,    -- absolute, symbolic links resolved; '-' is standard input
  name     TEXT NOT NULL DEFAULT '',  -- what ids made of the path come from: the path below the root
  size     INTEGER NOT NULL,        -- bytes; -1 until all its articles are stored
  modified INTEGER NOT NULL,        -- nanoseconds since 1970
  leftover INTEGER NOT NULL DEFAULT 0,  -- articles kept though the file no longer holds them
  failure  TEXT                     -- why it, or a part of it, could not be read; NULL when all was
) STRICT;

-- One row an article. Text is stored once, here; article_fts only indexes it. Long columns come
-- last: SQLite walks a long row's pages to reach what lies behind them.
CREATE TABLE article (
  id           INTEGER PRIMARY KEY, -- ascending in order of arrival
  external_id  TEXT NOT NULL,       -- the source's id; unique within a file, not in the index
  file_id      INTEGER NOT NULL REFERENCES file(id),
  content_hash INTEGER NOT NULL,    -- of every column below, to tell changed from unchanged
  body_hash    INTEGER NOT NULL,    -- of the body (title too when it is empty)
  text_hash    INTEGER NOT NULL,    -- of title, date and body, to find other places of the article
  date         TEXT,                -- YYYY, YYYY-MM or YYYY-MM-DD; NULL: undated
  date_source  TEXT,                -- given, header, metadata, url, file_name, text
  published_at TEXT,                -- the day with its time, ISO 8601: '2025-09-07T21:04:05+02:00'; else NULL
  byline       TEXT,
  source       TEXT,                -- paper, agency, feed
  url          TEXT,
  path         TEXT NOT NULL,       -- as given or walked to, '#member' in a container
  place        TEXT,                -- JSON: where it lies there; NULL: all of it
  language     TEXT,                -- ISO 639-1
  title        TEXT NOT NULL,       -- UTF-8, NFC
  extra        TEXT,                -- JSON object of the source's other keys
  body         TEXT NOT NULL,       -- UTF-8, NFC
  bigrams      TEXT,                -- CJK runs of title and body as overlapping pairs; else NULL
  joined       TEXT                 -- words of the body that a line's end broke, whole; else NULL
) STRICT;
CREATE UNIQUE INDEX article_by_external_id ON article(external_id, file_id);
CREATE INDEX article_by_file ON article(file_id);
CREATE INDEX article_by_body ON article(body_hash);
CREATE INDEX article_by_text ON article(text_hash);

-- Where else an article of the same title, date and body was found. Nothing of it is lost but its text.
CREATE TABLE duplicate (
  id           INTEGER PRIMARY KEY,
  article_id   INTEGER NOT NULL REFERENCES article(id),
  external_id  TEXT NOT NULL,
  file_id      INTEGER NOT NULL REFERENCES file(id),
  content_hash INTEGER NOT NULL,
  date         TEXT,
  date_source  TEXT,
  published_at TEXT,
  byline       TEXT,
  source       TEXT,
  url          TEXT,
  path         TEXT NOT NULL,
  place        TEXT,
  language     TEXT,
  title        TEXT NOT NULL,
  extra        TEXT
) STRICT;
CREATE UNIQUE INDEX duplicate_by_external_id ON duplicate(external_id, file_id);
CREATE INDEX duplicate_by_article ON duplicate(article_id);
CREATE INDEX duplicate_by_file ON duplicate(file_id);

-- Stock tokenizer, so that the sqlite3 shell, Python and Datasette can MATCH. External content:
-- a row leaves only by FTS5's 'delete' command with the exact old text, in the transaction that
-- changes `article`. There are no triggers: one writer keeps both in step. Datasette and sqlite-utils
-- find the full text of a table by looking for content="article", spelled so.
CREATE VIRTUAL TABLE article_fts USING fts5(
  title, body, bigrams, joined,
  content="article", content_rowid="id",
  tokenize = 'unicode61 remove_diacritics 2'
);

-- The things in the world that articles mention.
CREATE TABLE entity (
  id    INTEGER PRIMARY KEY,
  kind  TEXT NOT NULL CHECK (kind IN ('person', 'country', 'date')),
  value TEXT NOT NULL,              -- canonical name; alpha-2 code; YYYY[-MM[-DD]]
  label TEXT NOT NULL               -- for people to read
) STRICT;
CREATE UNIQUE INDEX entity_by_value ON entity(kind, value);

-- The fact that an article mentions an entity, with every mention.
CREATE TABLE article_entity (
  article_id INTEGER NOT NULL REFERENCES article(id),
  entity_id  INTEGER NOT NULL REFERENCES entity(id),
  focus      INTEGER NOT NULL DEFAULT 0,  -- 1: a country that the article is about; a person whom it
                                          -- names itself by more than a name alone
  count      INTEGER NOT NULL,            -- of mentions
  -- JSON: [[field, start, end, rule, score], ...] in text order; field 0 title, 1 body; offsets in
  -- UTF-8 bytes, half-open; score null where a rule decided.
  mentions   TEXT NOT NULL,
  PRIMARY KEY (article_id, entity_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_entity_by_entity ON article_entity(entity_id);

-- The user's corrections of who is who, replayed in this order over the names that the text gives.
CREATE TABLE person_rule (
  id   INTEGER PRIMARY KEY,         -- ascending in the order of making
  rule TEXT NOT NULL,               -- one line: merge "V. Zelensky" into "Volodymyr Zelensky"
  made TEXT NOT NULL                -- ISO 8601, UTC
) STRICT;

-- The people of an article as it names them itself, where article_entity cannot tell: two of them are
-- shown as one, or one is hidden. An article without rows here shows each under one name of its own.
CREATE TABLE named_person (
  article_id INTEGER NOT NULL REFERENCES article(id),
  name       TEXT NOT NULL,
  mentions   TEXT NOT NULL,         -- as in article_entity
  PRIMARY KEY (article_id, name)
) STRICT, WITHOUT ROWID;

-- The vocabulary's terms by stem, so that `running` finds run, runs and running. Only terms that
-- differ from their stem are kept. A stem is that of the folded term in its language.
CREATE TABLE stem (
  language TEXT NOT NULL,           -- ISO 639-1
  stem     TEXT NOT NULL,
  term     TEXT NOT NULL,           -- as article_fts holds it
  PRIMARY KEY (language, stem, term)
) STRICT, WITHOUT ROWID;

-- Packed columns; the layout is ColumnLayout.swift. Derived.
CREATE TABLE column_chunk (
  name  TEXT NOT NULL,
  chunk INTEGER NOT NULL,
  data  BLOB NOT NULL,
  PRIMARY KEY (name, chunk)
) STRICT;

-- Stable views for readers (see "SQL" in the README).
CREATE VIEW article_person(article_id, name, mentions, assumed) AS
  SELECT article_id, value, count, 1 - focus FROM article_entity JOIN entity ON entity.id = entity_id
  WHERE kind = 'person';

CREATE VIEW article_country(article_id, code, name, mentions, focus) AS
  SELECT article_id, value, label, count, focus FROM article_entity
  JOIN entity ON entity.id = entity_id WHERE kind = 'country';

CREATE VIEW mention(article_id, kind, value, field, start, "end", rule, score) AS
  SELECT t.article_id, e.kind, e.value, iif(m.value ->> 0 = 0, 'title', 'body'),
    m.value ->> 1, m.value ->> 2, m.value ->> 3, m.value ->> 4
  FROM article_entity AS t JOIN entity AS e ON e.id = t.entity_id, json_each(t.mentions) AS m;
