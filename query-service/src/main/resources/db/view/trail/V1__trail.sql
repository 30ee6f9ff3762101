-- Where each event stands in whose trail. happened_at: for «at»; -infinity where an event counts from the beginning.
CREATE TABLE trail_event (
  position    bigint PRIMARY KEY,
  ledger      text        NOT NULL,
  type        text        NOT NULL,
  actor       text        NOT NULL,
  recorded_at timestamptz NOT NULL,
  happened_at timestamptz NOT NULL
);
CREATE INDEX trail_event_ledger ON trail_event (ledger, position);
CREATE INDEX trail_event_actor ON trail_event (ledger, actor, position);
CREATE INDEX trail_event_type ON trail_event (ledger, type, position);

-- The task and the units that an event is about; of an obligation's events, who owed it then.
CREATE TABLE trail_about (
  about    text   NOT NULL,
  position bigint NOT NULL,
  PRIMARY KEY (about, position)
);

-- Who owes an obligation now.
CREATE TABLE trail_obligation (
  obligation text PRIMARY KEY,
  unit       text NOT NULL
);
