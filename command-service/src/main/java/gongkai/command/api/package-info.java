/**
 * The command API: HTTP in, commands out, a receipt or a problem document back.
 * May use: {@code gongkai.command.importing}, {@code gongkai.command.dispatch}, {@code gongkai.command.domain},
 * {@code gongkai.command.calendar}, {@code gongkai.command.ledger}, {@code gongkai.event}, {@code gongkai.time},
 * {@code gongkai.http} and Spring MVC.
 */
package gongkai.command.api;
