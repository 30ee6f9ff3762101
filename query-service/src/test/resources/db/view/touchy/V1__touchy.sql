-- A view for tests, which can be told to fail.
CREATE TABLE touched (
  position bigint PRIMARY KEY,
  ledger   text NOT NULL
);
