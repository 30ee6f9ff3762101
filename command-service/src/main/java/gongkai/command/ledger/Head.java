package gongkai.command.ledger;

/** Where a ledger ends: the leaf and the log position of its newest record. */
public record Head(String ledger, long leaf, long position) {}
