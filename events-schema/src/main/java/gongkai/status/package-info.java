/**
 * The one pure function from facts, {@code at} and {@code known} to a status, with the breaches that follow from it.
 * May use: {@code gongkai.event}, {@code gongkai.time} and the JDK.
 */
package gongkai.status;
