-- What the projector knows of itself. The views' own tables live in a schema each, view_<name>.

-- How far each view has applied each ledger; moved in the transaction of the view's tables.
CREATE TABLE view_place (
  view     text   NOT NULL,
  ledger   text   NOT NULL,
  leaf     bigint NOT NULL,
  position bigint NOT NULL,
  PRIMARY KEY (view, ledger)
);

-- A view that refused a record waits here, while the others go on.
CREATE TABLE parked_view (
  view     text PRIMARY KEY,
  ledger   text        NOT NULL,
  leaf     bigint      NOT NULL,
  position bigint      NOT NULL,
  error    text        NOT NULL,
  since    timestamptz NOT NULL
);

-- Where each partition of a topic goes on; moved in the same transaction as what came from it.
CREATE TABLE feed_place (
  topic       text    NOT NULL,
  partition   integer NOT NULL,
  next_offset bigint  NOT NULL,
  PRIMARY KEY (topic, partition)
);

-- Messages that are no records of ours, and were left behind once their ledger had told what is true; kept as evidence.
CREATE TABLE refused_message (
  topic     text        NOT NULL,
  partition integer     NOT NULL,
  at_offset bigint      NOT NULL,
  reason    text        NOT NULL,
  since     timestamptz NOT NULL,
  PRIMARY KEY (topic, partition, at_offset)
);

-- Earlier versions kept all tables in public. They are read from the topic again.
DROP TABLE IF EXISTS public.record, public.obligation, public.unit_obligation, public.plan, public.ledger_place,
  public.feed_place, public.flyway_schema_history;
