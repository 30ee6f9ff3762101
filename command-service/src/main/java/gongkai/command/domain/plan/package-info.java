/**
 * Decisions about one year's task table: its import, the answers to its questions, corrections, and who owes what because of it.
 * May use: {@code gongkai.command.domain} with its obligations, {@code gongkai.event}, {@code gongkai.status} and the
 * JDK.
 */
package gongkai.command.domain.plan;
