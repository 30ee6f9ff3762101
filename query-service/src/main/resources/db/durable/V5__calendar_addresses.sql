-- Who knows the address knows the secret; a copy of this table tells neither.
CREATE TABLE calendar_address (
  secret_hash bytea PRIMARY KEY,
  unit text NOT NULL,
  opened_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX calendar_address_unit ON calendar_address (unit, opened_at);
