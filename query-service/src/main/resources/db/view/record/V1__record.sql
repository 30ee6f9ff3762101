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

-- The Merkle tree over each ledger's records here: what is needed to go on, and the same at each 4,096th leaf, from
-- which the root of any earlier size is soon found.
CREATE TABLE ledger_tree (
  ledger   text PRIMARY KEY,
  size     bigint NOT NULL,
  subtrees bytea  NOT NULL
);
CREATE TABLE tree_milestone (
  ledger   text   NOT NULL,
  size     bigint NOT NULL,
  subtrees bytea  NOT NULL,
  PRIMARY KEY (ledger, size)
);
