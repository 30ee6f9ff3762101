/**
 * Records in, tables out: each view in a schema and with a place of its own, tables and places in one transaction;
 * catching up, parking and rebuilding. Knows neither Kafka nor HTTP.
 * May use: {@code gongkai.record}, {@code gongkai.event}, Spring JDBC, Flyway and PostgreSQL's driver.
 */
package gongkai.query.projection;
