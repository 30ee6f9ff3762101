/**
 * The log in PostgreSQL: one database is one log, each jurisdiction in it one ledger.
 * May use: {@code gongkai.command.ledger}, {@code gongkai.command.ledger.commit}, {@code gongkai.proof},
 * {@code gongkai.record}, Spring JDBC, Hikari and PostgreSQL's driver.
 */
package gongkai.command.ledger.postgres;
