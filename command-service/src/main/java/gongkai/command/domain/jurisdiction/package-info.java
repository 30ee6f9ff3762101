/**
 * Decisions about the county itself: its unit register, its working calendar and the bulletins that it issues.
 * May use: {@code gongkai.command.domain}, {@code gongkai.event}, {@code gongkai.status}, {@code gongkai.time} and the JDK.
 */
package gongkai.command.domain.jurisdiction;
