/**
 * Takes the State Council's notices into each ledger as they are issued.
 * May use: {@code gongkai.command.dispatch}, {@code gongkai.command.domain.jurisdiction}, {@code gongkai.command.ledger},
 * {@code gongkai.time} and Spring's scheduler.
 */
package gongkai.command.calendar;
