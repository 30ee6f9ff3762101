/**
 * A PostgreSQL and a Kafka for tests, each either embedded or in a container, so that no test is written twice; and
 * programs of tests in JVMs of their own, which can be killed. May use embedded, Testcontainers and JUnit.
 */
package gongkai.testing;
