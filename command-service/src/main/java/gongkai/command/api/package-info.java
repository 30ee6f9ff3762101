/**
 * The command API: HTTP in, commands out, a receipt or a problem document back.
 * May use: {@code gongkai.command.importing}, {@code gongkai.command.dispatch}, {@code gongkai.command.domain},
 * {@code gongkai.command.ledger}, {@code gongkai.command.witness}, {@code gongkai.command.relay}, {@code gongkai.event}, {@code gongkai.time},
 * {@code gongkai.record}, {@code gongkai.status}, {@code gongkai.http} and its rooms, Jackson and Spring.
 */
package gongkai.command.api;
