/**
 * 通报: a month's figures by unit, with ranking and slips, each with what it is made of; as issued, or as of any moment.
 * May use: {@code gongkai.query.bulletin.figure}, {@code gongkai.query.obligation}, {@code gongkai.query.office},
 * {@code gongkai.query.wording}, {@code gongkai.query.asof}, {@code gongkai.status}, {@code gongkai.event},
 * {@code gongkai.time}, {@code gongkai.http} and Spring.
 */
package gongkai.query.bulletin;
