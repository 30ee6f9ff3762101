/**
 * How every Kafka client of a service reaches the broker, and as whom.
 * May use: Spring's annotations; knows no topic, and not Kafka's classes.
 */
package gongkai.broker;
