-- What long streams had come to, so that a load need not begin at their first event. A cache: it may be emptied at any
-- time. A row counts only while the log holds that very event, and only for the code that folded it.
CREATE TABLE stream_snapshot (
  subject   text PRIMARY KEY,
  sequence  bigint NOT NULL,
  event_id  uuid   NOT NULL,
  folded_by text   NOT NULL,
  state     bytea  NOT NULL
);
