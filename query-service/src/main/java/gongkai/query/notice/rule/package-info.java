/**
 * Which notices one obligation gives, and when: decided from its records, the calendar and a moment, nothing else.
 * May use: {@code gongkai.status}, {@code gongkai.event} and {@code gongkai.time}.
 */
package gongkai.query.notice.rule;
