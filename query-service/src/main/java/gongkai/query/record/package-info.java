/**
 * The records themselves, by stream and position: every other answer is folded from them.
 * May use: {@code gongkai.query.projection}, {@code gongkai.record}, {@code gongkai.status}, {@code gongkai.event} and
 * Spring JDBC.
 */
package gongkai.query.record;
