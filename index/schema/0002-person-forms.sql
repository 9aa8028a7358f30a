-- Fuller names that were taken for a person whose canonical name has no middle names, so that a later
-- run still knows them: George W. Bush under George Bush is not George H. W. Bush.
CREATE TABLE person_form (
  name TEXT NOT NULL,               -- canonical, without the user's rules
  form TEXT NOT NULL,               -- as an article has it
  PRIMARY KEY (name, form)
) STRICT, WITHOUT ROWID;
