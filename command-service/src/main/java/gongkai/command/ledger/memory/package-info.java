/**
 * The log in memory, for tests and measurements of what lies around it: the same writer, no disk.
 * May use: {@code gongkai.command.ledger}, {@code gongkai.command.ledger.commit}, {@code gongkai.record} and
 * {@code gongkai.proof}.
 */
package gongkai.command.ledger.memory;
