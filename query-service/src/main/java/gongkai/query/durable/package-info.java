/**
 * The schema of what cannot be read again from the topic: what was told to others, and to whom.
 * May use: Spring JDBC and Flyway.
 */
package gongkai.query.durable;
