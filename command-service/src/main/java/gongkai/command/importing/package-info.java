/**
 * From a file to a plan: read the table, read its words, and send the commands that follow.
 * May use: {@code gongkai.command.dispatch}, {@code gongkai.command.domain}, {@code gongkai.event}, and its own rooms.
 */
package gongkai.command.importing;
