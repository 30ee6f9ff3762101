-- What the command service may do where another role owns the tables; whoever adds a table says here what the service
-- needs of it. One statement, so that a running service never meets the moment between taking and giving.
DO $$
BEGIN
  REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${service};
  GRANT USAGE ON SCHEMA public TO ${service};
  -- Written once: neither the log, nor the trees over it, nor what was signed for it or imported into it, ever changes.
  GRANT SELECT, INSERT ON ledger_event, tree_node, source_document, cosignature TO ${service};
  -- Where the log and its trees end, and how far the topic is.
  GRANT SELECT, UPDATE ON log_head TO ${service};
  GRANT SELECT, INSERT, UPDATE ON ledger_head, relay_place TO ${service};
  -- What may be lost.
  GRANT SELECT, INSERT, UPDATE ON stream_snapshot TO ${service};
  GRANT SELECT, INSERT, UPDATE, DELETE ON idempotent_answer TO ${service};
  GRANT SELECT, INSERT, DELETE ON record_trace TO ${service};
END $$;
