/**
 * A real PostgreSQL server and a real Kafka broker inside one process, for standalone and for tests. May use the JDK,
 * PostgreSQL's binaries and driver, and Kafka; nothing of Gongkai's other packages.
 */
package gongkai.embedded;
