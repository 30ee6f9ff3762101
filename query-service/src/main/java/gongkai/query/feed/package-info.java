/**
 * Topics in: events go to the projector, signed checkpoints to the comparison; the only Kafka of this service.
 * May use: {@code gongkai.broker}, {@code gongkai.query.projection}, {@code gongkai.query.ledger}, {@code gongkai.query.agreement}, Spring for Kafka, Micrometer's tracing.
 */
package gongkai.query.feed;
