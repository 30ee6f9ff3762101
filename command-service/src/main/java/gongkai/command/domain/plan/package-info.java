/**
 * Decisions about one year's task table, and who owes what because of it.
 * May use: {@code gongkai.command.domain} with its obligations, {@code gongkai.event} and the JDK.
 */
package gongkai.command.domain.plan;
