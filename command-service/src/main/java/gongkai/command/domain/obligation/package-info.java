/**
 * Decisions about what one unit owes: publications, interpretations, cases and responses.
 * May use: {@code gongkai.command.domain}, {@code gongkai.event}, {@code gongkai.time} and the JDK.
 */
package gongkai.command.domain.obligation;
