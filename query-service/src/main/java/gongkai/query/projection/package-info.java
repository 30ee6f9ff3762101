/**
 * Topic in: applies each ledger's records in order, tables and place in one transaction; the only Kafka of this service.
 * May use: {@code gongkai.record}, {@code gongkai.event}, Spring JDBC and Spring for Kafka.
 */
package gongkai.query.projection;
