-- Which plans there are, for finding them by county.
CREATE TABLE plan (
  id           text PRIMARY KEY,
  jurisdiction text NOT NULL
);
CREATE INDEX plan_jurisdiction ON plan (jurisdiction, id);
