/**
 * Decisions about what one unit owes: its terms, the evidence under it, the cases that it answers, its supervision.
 * May use: {@code gongkai.command.domain}, {@code gongkai.event}, {@code gongkai.statute},
 * {@code gongkai.status}, {@code gongkai.time} and the JDK.
 */
package gongkai.command.domain.obligation;
