-- Articles that the user took out, by what a run would know them again: nothing says what was in them.
CREATE TABLE removed (
  body_hash   INTEGER NOT NULL,     -- as in article: the same text stays out wherever it comes from
  external_id TEXT NOT NULL,
  file_id     INTEGER NOT NULL,     -- the file it was read from; 0 where that is forgotten
  -- In this order no index of another table has rows that look like these: `wsearch salvage` goes by that.
  PRIMARY KEY (body_hash, external_id, file_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX removed_by_id ON removed(external_id, file_id);

-- Finds a file again that has another path.
CREATE INDEX file_by_size ON file(size, modified);
