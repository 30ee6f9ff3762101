-- What was told to others cannot be untold: this schema is kept when views are rebuilt, and belongs into the backup.

-- Each notice once. A number: it was issued, in this order, without gaps. None: its reason had gone before it was sent.
CREATE TABLE notice (
  id           text PRIMARY KEY,
  number       bigint UNIQUE,
  jurisdiction text        NOT NULL,
  unit         text        NOT NULL,
  obligation   text        NOT NULL,
  kind         text        NOT NULL,
  raised_at    timestamptz NOT NULL,
  settled_at   timestamptz NOT NULL,
  over_at      timestamptz,
  document     text        NOT NULL
);
CREATE INDEX notice_obligation ON notice (obligation);
CREATE INDEX notice_jurisdiction ON notice (jurisdiction, number);
CREATE INDEX notice_unit ON notice (unit, number);

-- The next number; locked until its notices are committed, so that numbers follow the order of commits.
CREATE TABLE notice_head (
  one  boolean PRIMARY KEY DEFAULT true CHECK (one),
  next bigint NOT NULL
);
INSERT INTO notice_head (next) VALUES (1);

-- How far a topic has them all.
CREATE TABLE notice_place (
  topic text PRIMARY KEY,
  next  bigint NOT NULL
);
INSERT INTO notice_place (topic, next) VALUES ('gongkai.notices', 1);
