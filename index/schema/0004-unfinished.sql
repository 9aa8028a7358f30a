-- Large files whose reading was cut off: how many of their articles are stored, so that the next run goes
-- on behind these. A row is there from a batch that ends inside the file to the one that ends it.
CREATE TABLE unfinished (
  file_id  INTEGER PRIMARY KEY,     -- a file of which nothing was stored before
  size     INTEGER NOT NULL,        -- bytes, as it was then
  modified INTEGER NOT NULL,        -- nanoseconds since 1970
  reading  INTEGER NOT NULL,        -- hash of the options that decide what its articles are
  articles INTEGER NOT NULL         -- in the order of the file
) STRICT;
