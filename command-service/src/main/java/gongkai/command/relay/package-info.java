/**
 * From the ledger to its topics, events in the order of positions, by one service at a time; the only room here that knows Kafka.
 * May use: {@code gongkai.broker}, {@code gongkai.command.ledger}, {@code gongkai.command.checkpoint}, {@code gongkai.proof}, the Kafka client,
 * Spring JDBC, and Spring's health.
 */
package gongkai.command.relay;
