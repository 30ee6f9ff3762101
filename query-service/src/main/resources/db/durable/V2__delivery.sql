-- Who wants to be told, by which channel. The secret stands here and nowhere else; it is never given out again.
CREATE TABLE subscription (
  id           text PRIMARY KEY DEFAULT CAST(uuidv7() AS text),
  channel      text        NOT NULL,
  target       text        NOT NULL,
  secret       text,
  jurisdiction text        NOT NULL,
  unit         text,
  kinds        text[],
  disabled     text,
  created_at   timestamptz NOT NULL DEFAULT now(),
  next_number  bigint      NOT NULL
);

-- One row for each notice and subscription, made once. While it is claimed, some service is trying it.
CREATE TABLE delivery (
  id              uuid PRIMARY KEY DEFAULT uuidv7(),
  subscription    text        NOT NULL REFERENCES subscription ON DELETE CASCADE,
  number          bigint      NOT NULL REFERENCES notice (number),
  notice          text        NOT NULL,
  state           text        NOT NULL DEFAULT 'PENDING',
  attempts        integer     NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL DEFAULT now(),
  claimed_until   timestamptz NOT NULL DEFAULT '-infinity',
  last_error      text,
  settled_at      timestamptz,
  UNIQUE (subscription, number)
);
CREATE INDEX delivery_next ON delivery (next_attempt_at) WHERE state = 'PENDING';
CREATE INDEX delivery_notice ON delivery (subscription, notice);
