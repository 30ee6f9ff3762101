/**
 * Notices to their topic in the order of issue, and how far the topic of events reaches.
 * May use: {@code gongkai.broker}, {@code gongkai.query.notice}, {@code gongkai.query.durable}, {@code gongkai.record}, the Kafka client and Spring.
 */
package gongkai.query.notice.topic;
