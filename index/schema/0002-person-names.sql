-- Every name by which an article itself names a person, once. Which articles have it, and what it means
-- there, is the column `name`.
CREATE TABLE person_name (
  id     INTEGER PRIMARY KEY,
  name   TEXT NOT NULL,
  family INTEGER NOT NULL,          -- the sound of the family name: whose members are told apart together
  key    INTEGER NOT NULL,          -- of the words; 0: a name alone
  other  INTEGER                    -- key of another way to write it, whose family it joins; NULL: none
) STRICT;
CREATE INDEX person_name_by_family ON person_name(family, key);
CREATE INDEX person_name_by_other ON person_name(other) WHERE other IS NOT NULL;
