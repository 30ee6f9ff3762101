/**
 * From a file to a plan: read the table, read its words, and send the commands that follow.
 * May use: {@code gongkai.command.dispatch}, {@code gongkai.command.domain}, {@code gongkai.event},
 * {@code gongkai.status}, its own rooms, Commons CSV and Spring JDBC.
 */
package gongkai.command.importing;
