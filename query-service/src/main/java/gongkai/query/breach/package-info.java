/**
 * Who was late, since when, and whether it was cured.
 * May use: {@code gongkai.query.obligation}, {@code gongkai.query.asof}, {@code gongkai.status}, {@code gongkai.event},
 * {@code gongkai.time}, {@code gongkai.http} and
 * Spring.
 */
package gongkai.query.breach;
