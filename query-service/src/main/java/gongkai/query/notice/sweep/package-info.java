/**
 * Looks at each obligation when it is due to be looked at, and settles its notices; several services share the work.
 * May use: {@code gongkai.query.notice}, {@code gongkai.query.notice.rule}, {@code gongkai.query.notice.topic},
 * {@code gongkai.query.projection}, {@code gongkai.query.record}, {@code gongkai.record}, {@code gongkai.status},
 * {@code gongkai.event}, Caffeine and Spring.
 */
package gongkai.query.notice.sweep;
