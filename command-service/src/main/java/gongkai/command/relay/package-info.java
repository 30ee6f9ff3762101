/**
 * From the ledger to the topic, in the order of positions; the only room of this service that knows Kafka.
 * May use: {@code gongkai.command.ledger} and the Kafka client.
 */
package gongkai.command.relay;
