/**
 * An event as it is stored and sent: one canonical JSON document, the same bytes in table, topic and leaf.
 * May use: {@code gongkai.event}, {@code gongkai.time}; the only room of the language that knows Jackson.
 */
package gongkai.record;
