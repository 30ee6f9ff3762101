/**
 * The command service's own numbers, each with its name, unit and meaning here; the rooms that they are about tell them by
 * observers of their own, or are asked.
 * May use: {@code gongkai.command.ledger.commit}, {@code gongkai.command.relay}, Micrometer and Spring.
 */
package gongkai.command.metrics;
