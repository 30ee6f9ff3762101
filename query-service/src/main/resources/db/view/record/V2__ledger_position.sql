-- Where a ledger stood at any position of the log, which is how each question about the past begins.
CREATE INDEX record_ledger_position ON record (ledger, position);
