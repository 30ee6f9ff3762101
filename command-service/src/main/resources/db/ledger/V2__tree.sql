-- What each record contributes to its ledger's Merkle tree (RFC 6962): SHA-256 of a zero byte and the record.
ALTER TABLE ledger_event ADD COLUMN leaf_hash bytea;
UPDATE ledger_event SET leaf_hash = sha256('\x00'::bytea || record);
ALTER TABLE ledger_event ALTER COLUMN leaf_hash SET NOT NULL;

-- The roots of the tree's complete subtrees, 32 bytes each, largest first; empty: to be counted from the leaves.
ALTER TABLE ledger_head ADD COLUMN subtrees bytea NOT NULL DEFAULT '';
