-- Everything here can be dropped: it is read again from the topic.

-- The records as they came, each ledger without gaps.
CREATE TABLE record (
  position    bigint PRIMARY KEY,
  ledger      text        NOT NULL,
  leaf        bigint      NOT NULL,
  subject     text        NOT NULL,
  recorded_at timestamptz NOT NULL,
  record      bytea       NOT NULL,
  CONSTRAINT record_leaf UNIQUE (ledger, leaf)
);
CREATE INDEX record_subject ON record (subject, position);
CREATE INDEX record_time ON record (recorded_at);

-- Which obligations there are, for finding them.
CREATE TABLE obligation (
  id           text PRIMARY KEY,
  jurisdiction text NOT NULL,
  unit         text NOT NULL
);
CREATE INDEX obligation_jurisdiction ON obligation (jurisdiction, id);
CREATE INDEX obligation_unit ON obligation (unit, id);

-- How far each ledger has been applied, and where the feed goes on; moved in the transaction of the tables above.
CREATE TABLE ledger_place (
  ledger   text PRIMARY KEY,
  leaf     bigint NOT NULL,
  position bigint NOT NULL
);
CREATE TABLE feed_place (
  partition   integer PRIMARY KEY,
  next_offset bigint NOT NULL
);
