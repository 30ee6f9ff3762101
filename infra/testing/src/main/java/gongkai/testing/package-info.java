/**
 * A PostgreSQL and a Kafka for tests, each either embedded or in a container, so that no test is written twice; and
 * programs of tests in JVMs of their own, which can be killed; and the law of access, which every service is held to. May use embedded, http, Testcontainers, JUnit and AssertJ.
 */
package gongkai.testing;
