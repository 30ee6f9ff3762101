-- What was handed out, and to whom: only ever added to, each row bound to the one before it by its hash.
CREATE TABLE reading (
  jurisdiction text        NOT NULL,
  number       bigint      NOT NULL,
  read_at      timestamptz NOT NULL,
  reader       text        NOT NULL,
  kind         text        NOT NULL,
  question     text        NOT NULL,
  at           timestamptz NOT NULL,
  known        timestamptz NOT NULL,
  position     bigint      NOT NULL,
  sha256       text        NOT NULL,
  length       bigint      NOT NULL,
  hash         text        NOT NULL,
  PRIMARY KEY (jurisdiction, number)
);
CREATE INDEX reading_kind ON reading (jurisdiction, kind, number);

-- The newest of each county; locked until a reading is committed, so that each has one successor.
CREATE TABLE reading_head (
  jurisdiction text   PRIMARY KEY,
  number       bigint NOT NULL,
  hash         text   NOT NULL
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'readings are only ever added to' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER reading_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON reading
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
