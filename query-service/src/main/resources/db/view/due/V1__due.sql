-- When each obligation must be looked at next; a new record puts it first.
CREATE TABLE due (
  obligation    text PRIMARY KEY,
  jurisdiction  text        NOT NULL,
  position      bigint      NOT NULL,
  next_check_at timestamptz NOT NULL
);
CREATE INDEX due_next ON due (next_check_at) WHERE next_check_at < 'infinity';
CREATE INDEX due_jurisdiction ON due (jurisdiction);
