-- Who may sign in, and what the issuer says of them.
CREATE TABLE account (
  name text PRIMARY KEY CHECK (name ~ '^[a-z][a-z0-9.-]{1,39}$'),
  password text NOT NULL,
  -- Until when a password that somebody else was told holds; null: its owner has chosen it.
  one_time_until timestamptz,
  roles text[] NOT NULL,
  jurisdictions text[] NOT NULL,
  units text[] NOT NULL,
  enabled boolean NOT NULL DEFAULT true,
  -- Wrong passwords in a row, and until when no further one is looked at.
  failures int NOT NULL DEFAULT 0,
  locked_until timestamptz NOT NULL DEFAULT '-infinity',
  created_at timestamptz NOT NULL DEFAULT now()
);
