-- Whether what came is what the ledgers committed to. No rebuild touches these: they remember what a ledger once signed.

-- Keys that a ledger named when it was first asked, and those that signed together with one of them.
CREATE TABLE trusted_key (
  ledger       text NOT NULL,
  verifier_key text NOT NULL,
  PRIMARY KEY (ledger, verifier_key)
);

-- Signed checkpoints that are not compared yet: their records, or the keys, are still to come.
CREATE TABLE awaited_checkpoint (
  ledger       text        NOT NULL,
  size         bigint      NOT NULL,
  note         text        NOT NULL,
  published_at timestamptz NOT NULL,
  PRIMARY KEY (ledger, size, note)
);

-- The newest checkpoint of each ledger that its records agreed with.
CREATE TABLE agreed_checkpoint (
  ledger       text PRIMARY KEY,
  size         bigint      NOT NULL,
  root         bytea       NOT NULL,
  note         text        NOT NULL,
  published_at timestamptz NOT NULL
);

-- A checkpoint that contradicts its records, or the one before it. It stays until a rebuild of the records refutes it.
CREATE TABLE disagreement (
  ledger text PRIMARY KEY,
  size   bigint      NOT NULL,
  note   text        NOT NULL,
  reason text        NOT NULL,
  since  timestamptz NOT NULL
);
