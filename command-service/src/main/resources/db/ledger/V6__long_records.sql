-- A record of up to a page stays in its row as it is: compressing it, or laying it aside in pieces, cost more than writing it.
ALTER TABLE ledger_event ALTER COLUMN record SET STORAGE EXTERNAL;
ALTER TABLE ledger_event SET (toast_tuple_target = 8160);
