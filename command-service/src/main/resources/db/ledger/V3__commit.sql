-- What is recorded later is not recorded earlier, whatever a clock says; and room beside the row for its next version.
ALTER TABLE log_head ADD COLUMN recorded_at timestamptz NOT NULL DEFAULT '1970-01-01T00:00:00Z';
UPDATE log_head SET recorded_at = coalesce((SELECT max(recorded_at) FROM ledger_event), recorded_at);
ALTER TABLE log_head SET (fillfactor = 10);
ALTER TABLE ledger_head SET (fillfactor = 50);

-- An event may not follow one that is not there. Strict: where no stream has such a hole, it is not called.
CREATE FUNCTION refuse_hole(subject text) RETURNS boolean LANGUAGE plpgsql STRICT AS $$
BEGIN
  RAISE EXCEPTION 'an event would leave a hole in the stream %', subject USING ERRCODE = 'GK001';
END $$;

-- Roots of complete subtrees of 256, 65,536, … leaves: with them any proof needs a few hundred hashes, not all.
CREATE TABLE tree_node (
  ledger text   NOT NULL,
  level  int    NOT NULL,
  index  bigint NOT NULL,
  hash   bytea  NOT NULL,
  PRIMARY KEY (ledger, level, index)
);

-- The trees of what is there already, from the hashes of their leaves upwards. What a ledger has committed to before
-- is left as it is; the first release committed to nothing.
DO $$
DECLARE
  done int := 0;
BEGIN
  CREATE TEMPORARY TABLE subtree ON COMMIT DROP AS
    SELECT ledger, 0 AS height, leaf AS index, leaf_hash AS hash FROM ledger_event;
  LOOP
    INSERT INTO subtree
      SELECT ledger, done + 1, index / 2, sha256('\x01'::bytea || string_agg(hash, ''::bytea ORDER BY index))
      FROM subtree WHERE height = done GROUP BY ledger, index / 2 HAVING count(*) = 2;
    EXIT WHEN NOT FOUND;
    done := done + 1;
  END LOOP;
  INSERT INTO tree_node
    SELECT ledger, height / 8, index, hash FROM subtree WHERE height > 0 AND height % 8 = 0;
  UPDATE ledger_head SET subtrees = coalesce(
    (SELECT string_agg(hash, ''::bytea ORDER BY height DESC) FROM subtree
     WHERE subtree.ledger = ledger_head.ledger AND (size >> height) % 2 = 1 AND index = (size >> height) - 1), '')
  WHERE subtrees = '';
END $$;
