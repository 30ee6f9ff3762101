/**
 * A PostgreSQL and a Kafka for tests, each either embedded or in a container, so that no test is written twice. May use
 * embedded and Testcontainers.
 */
package gongkai.testing;
