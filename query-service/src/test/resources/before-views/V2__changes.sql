-- An obligation may pass from one unit to another; whose it ever was, for finding it by unit.
CREATE TABLE unit_obligation (
  obligation text NOT NULL,
  unit       text NOT NULL,
  PRIMARY KEY (unit, obligation)
);
INSERT INTO unit_obligation (obligation, unit) SELECT id, unit FROM obligation;
ALTER TABLE obligation DROP COLUMN unit;

-- Which plans there are, for finding them by county.
CREATE TABLE plan (
  id           text PRIMARY KEY,
  jurisdiction text NOT NULL
);
INSERT INTO plan (id, jurisdiction) SELECT DISTINCT subject, ledger FROM record WHERE subject ~ '^[0-9]{6}-[0-9]{4}$';
