/**
 * 变化: what changed between two states of knowledge about the same moment, through which events, and who was shown late
 * although nobody is late in what is known now.
 * May use: {@code gongkai.query.obligation}, {@code gongkai.query.status}, {@code gongkai.query.record},
 * {@code gongkai.query.asof}, {@code gongkai.event}, {@code gongkai.record}, {@code gongkai.status},
 * {@code gongkai.time}, {@code gongkai.http} and Spring.
 */
package gongkai.query.difference;
