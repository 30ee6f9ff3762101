/**
 * The log in PostgreSQL: one database is one log, each jurisdiction in it one ledger.
 * May use: {@code gongkai.command.ledger}, {@code gongkai.record} and Spring JDBC.
 */
package gongkai.command.ledger.postgres;
