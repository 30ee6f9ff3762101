/**
 * Server-sent events of what changes in a county, each with its position, so that a listener goes on where it was.
 * May use: {@code gongkai.query.obligation}, {@code gongkai.query.asof}, {@code gongkai.query.record},
 * {@code gongkai.event}, {@code gongkai.status}, {@code gongkai.http} and Spring.
 */
package gongkai.query.stream;
