/**
 * How far each projection is, whether it agrees with what the ledgers signed, and the two levers: try again, build anew.
 * May use: {@code gongkai.query.projection}, {@code gongkai.query.record}, {@code gongkai.query.agreement},
 * {@code gongkai.query.feed}, {@code gongkai.query.asof}, {@code gongkai.time}, {@code gongkai.http}, {@code gongkai.http.access} and Spring.
 */
package gongkai.query.progress;
