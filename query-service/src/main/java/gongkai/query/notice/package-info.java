/**
 * Notices 通知: each kept once for ever, given a number when it is issued, and listed to catch up from.
 * May use: {@code gongkai.query.notice.rule}, {@code gongkai.query.durable}, {@code gongkai.event}, {@code gongkai.time},
 * {@code gongkai.http}, Jackson and Spring.
 */
package gongkai.query.notice;
