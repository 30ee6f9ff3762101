/**
 * From the ledger to the topic, in the order of positions; the only room of this service that knows Kafka.
 * May use: {@code gongkai.command.ledger} the Kafka client and Spring JDBC.
 */
package gongkai.command.relay;
