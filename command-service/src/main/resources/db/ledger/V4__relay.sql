-- One relay at a time: whose turn it is, which turn (older ones are refused), and until when, by this database's clock.
ALTER TABLE relay_place ADD COLUMN holder     text        NOT NULL DEFAULT '';
ALTER TABLE relay_place ADD COLUMN epoch      bigint      NOT NULL DEFAULT 0;
ALTER TABLE relay_place ADD COLUMN since      timestamptz NOT NULL DEFAULT now();
ALTER TABLE relay_place ADD COLUMN expires_at timestamptz NOT NULL DEFAULT now();

-- The topic that the place is about, and where each of its partitions ended: another topic, or a shorter one, is filled
-- again. Not known before this release, so everything is sent once more.
ALTER TABLE relay_place ADD COLUMN topic_id  text     NOT NULL DEFAULT '';
ALTER TABLE relay_place ADD COLUMN ends      bigint[] NOT NULL DEFAULT '{}';

-- Room beside the row for its next version.
ALTER TABLE relay_place SET (fillfactor = 10);
