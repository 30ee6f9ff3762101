-- Which request a record came from, in W3C's words, while it is on its way to the topic; empty unless requests are traced.
-- Beside the record, which is canonical and hashed. It may be emptied at any time.
CREATE TABLE record_trace (
  position    bigint PRIMARY KEY,
  traceparent text NOT NULL
);
