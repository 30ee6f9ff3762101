/**
 * What each unit owes, one by one: which obligations there are, how each stands, and by what evidence.
 * May use: {@code gongkai.query.projection}, {@code gongkai.query.record}, {@code gongkai.query.asof},
 * {@code gongkai.record}, {@code gongkai.status}, {@code gongkai.event}, {@code gongkai.time}, {@code gongkai.http},
 * Caffeine and Spring.
 */
package gongkai.query.obligation;
