-- An obligation may pass from one unit to another; whose it ever was, for finding it by unit.
CREATE TABLE unit_obligation (
  obligation text NOT NULL,
  unit       text NOT NULL,
  PRIMARY KEY (unit, obligation)
);
INSERT INTO unit_obligation (obligation, unit) SELECT id, unit FROM obligation;
ALTER TABLE obligation DROP COLUMN unit;
