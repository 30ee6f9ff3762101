-- A county's trail is narrowed by person, kind of event and times without touching the records. One wider index instead of
-- one for each question: a record that comes is entered once.
DROP INDEX record_ledger_position;
CREATE INDEX record_ledger_position ON record (ledger, position) INCLUDE (type, actor, recorded_at, occurred_at);
