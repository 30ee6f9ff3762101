-- Goes up with each change of what somebody signs in with or may: who signed in before signs in anew.
ALTER TABLE account ADD COLUMN version int NOT NULL DEFAULT 0;
