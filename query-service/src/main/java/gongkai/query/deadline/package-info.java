/**
 * A unit's due dates as a calendar that any calendar program can subscribe to (RFC 5545).
 * May use: {@code gongkai.query.obligation}, {@code gongkai.query.asof}, {@code gongkai.query.record}, {@code gongkai.query.durable},
 * {@code gongkai.status}, {@code gongkai.event}, {@code gongkai.time}, {@code gongkai.http}, the biweekly library and Spring.
 */
package gongkai.query.deadline;
