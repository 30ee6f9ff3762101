-- Makes a database what it was before trails were read from the records: migrations taken back, with the rows they found.

CREATE TABLE view_obligation.obligation (id text PRIMARY KEY, jurisdiction text NOT NULL);
CREATE INDEX obligation_jurisdiction ON view_obligation.obligation (jurisdiction, id);
CREATE TABLE view_obligation.unit_obligation (obligation text NOT NULL, unit text NOT NULL, PRIMARY KEY (unit, obligation));
INSERT INTO view_obligation.obligation SELECT DISTINCT obligation, jurisdiction FROM view_obligation.assignment;
INSERT INTO view_obligation.unit_obligation SELECT DISTINCT obligation, unit FROM view_obligation.assignment;
DROP TABLE view_obligation.assignment;
DELETE FROM view_obligation.flyway_schema_history WHERE version = '2';

ALTER TABLE view_due.due DROP CONSTRAINT due_pkey, ADD PRIMARY KEY (obligation);
CREATE INDEX due_jurisdiction ON view_due.due (jurisdiction);
DELETE FROM view_due.flyway_schema_history WHERE version = '2';

DROP INDEX view_record.record_ledger_position;
CREATE INDEX record_ledger_position ON view_record.record (ledger, position);
DELETE FROM view_record.flyway_schema_history WHERE version = '4';

CREATE SCHEMA view_trail;
CREATE TABLE view_trail.trail_event AS SELECT position, ledger, type, actor, recorded_at, occurred_at AS happened_at
  FROM view_record.record;
INSERT INTO projection.view_place SELECT 'trail', ledger, leaf, position FROM projection.view_place WHERE view = 'record';
DELETE FROM projection.flyway_schema_history WHERE version = '3';
