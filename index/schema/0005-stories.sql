-- Articles that are near-copies of each other, by the one that stands for all. Derived.
CREATE TABLE story (
  article_id INTEGER PRIMARY KEY REFERENCES article(id),  -- the lead too
  lead_id    INTEGER NOT NULL REFERENCES article(id)      -- the earliest of them
) STRICT;
CREATE INDEX story_by_lead ON story(lead_id);
