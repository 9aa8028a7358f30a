-- Articles that the user took out, by what a run would know them again: nothing says what was in them.
CREATE TABLE removed (
  external_id TEXT NOT NULL,
  file_id     INTEGER NOT NULL,     -- the file it was read from; 0 where that is forgotten
  body_hash   INTEGER NOT NULL,     -- as in article: the same text stays out wherever it comes from
  PRIMARY KEY (external_id, file_id, body_hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX removed_by_body ON removed(body_hash);

-- Finds a file again that has another path.
CREATE INDEX file_by_size ON file(size, modified);
