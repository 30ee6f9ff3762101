/**
 * The records themselves, by stream and position, and the Merkle tree over them: every other answer is folded from them.
 * May use: {@code gongkai.query.projection}, {@code gongkai.record}, {@code gongkai.proof}, {@code gongkai.status},
 * {@code gongkai.event}, Caffeine and Spring JDBC.
 */
package gongkai.query.record;
