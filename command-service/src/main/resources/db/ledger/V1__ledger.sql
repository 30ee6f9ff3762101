-- The log. A row is written once; the record's bytes are what is hashed, streamed and proven.
CREATE TABLE ledger_event (
  position    bigint PRIMARY KEY,
  ledger      text        NOT NULL,
  leaf        bigint      NOT NULL,
  subject     text        NOT NULL,
  sequence    bigint      NOT NULL,
  event_id    uuid        NOT NULL,
  type        text        NOT NULL,
  recorded_at timestamptz NOT NULL,
  record      bytea       NOT NULL,
  CONSTRAINT ledger_event_leaf UNIQUE (ledger, leaf),
  CONSTRAINT ledger_event_stream UNIQUE (subject, sequence)
);

-- One row: how many positions are taken. Locking it puts writers in one order.
CREATE TABLE log_head (
  one  boolean PRIMARY KEY DEFAULT true CHECK (one),
  size bigint NOT NULL
);
INSERT INTO log_head (size) VALUES (0);

CREATE TABLE ledger_head (
  ledger text PRIMARY KEY,
  size   bigint NOT NULL
);

-- How far the topic has everything.
CREATE TABLE relay_place (
  topic         text PRIMARY KEY,
  next_position bigint NOT NULL
);

-- The files that plans were read from, as they came.
CREATE TABLE source_document (
  sha256  text PRIMARY KEY,
  content bytea NOT NULL
);

-- Answers already given, by Idempotency-Key; no answer yet: in flight.
CREATE TABLE idempotent_answer (
  key         text PRIMARY KEY,
  fingerprint text        NOT NULL,
  begun_at    timestamptz NOT NULL DEFAULT now(),
  answer      text
);
