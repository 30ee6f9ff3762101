/**
 * Follows traced requests through the log and onto the topic (ADR 0040): what is measured, and under which names.
 * May use: {@code gongkai.command.ledger.commit}, {@code gongkai.command.relay}, Micrometer's tracing and Spring JDBC.
 */
package gongkai.command.tracing;
