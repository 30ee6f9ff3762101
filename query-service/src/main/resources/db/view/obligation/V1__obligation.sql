-- Which obligations there are, for finding them by county.
CREATE TABLE obligation (
  id           text PRIMARY KEY,
  jurisdiction text NOT NULL
);
CREATE INDEX obligation_jurisdiction ON obligation (jurisdiction, id);

-- An obligation may pass from one unit to another; whose it ever was, for finding it by unit.
CREATE TABLE unit_obligation (
  obligation text NOT NULL,
  unit       text NOT NULL,
  PRIMARY KEY (unit, obligation)
);
