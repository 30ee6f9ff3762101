-- What witnesses cosigned: the first cosignature of each over each tree, so that a note once complete keeps its bytes.
CREATE TABLE cosignature (
  ledger       text   NOT NULL,
  size         bigint NOT NULL,
  verifier_key text   NOT NULL,
  line         text   NOT NULL,
  PRIMARY KEY (ledger, size, verifier_key)
);
