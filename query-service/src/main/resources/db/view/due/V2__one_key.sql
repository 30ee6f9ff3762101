-- A county's obligations are found by the same index as each one.
DROP INDEX due_jurisdiction;
ALTER TABLE due DROP CONSTRAINT due_pkey, ADD PRIMARY KEY (jurisdiction, obligation);
