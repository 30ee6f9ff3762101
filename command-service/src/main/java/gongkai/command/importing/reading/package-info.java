/**
 * Rows of text to a typed reading with its open questions; pure, nothing dropped and nothing guessed.
 * May use: {@code gongkai.command.importing.rows}, {@code gongkai.command.domain}, {@code gongkai.event}, {@code gongkai.time}
 * and the JDK.
 */
package gongkai.command.importing.reading;
