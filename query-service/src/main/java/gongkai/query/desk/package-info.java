/**
 * The desk, where officers work: forms that write through the command API on their behalf, and what they have to do.
 * May use: {@code gongkai.query.desk.form}, {@code gongkai.query.desk.command}, what {@code gongkai.query.dashboard} has for pages of all rooms, the slices
 * {@code gongkai.query.obligation}, {@code gongkai.query.plan}, {@code gongkai.query.status},
 * {@code gongkai.query.deadline}, {@code gongkai.query.delivery} (with its channels and kinds of notice), {@code gongkai.query.record},
 * {@code gongkai.query.asof}, {@code gongkai.event}, {@code gongkai.status}, {@code gongkai.time}, {@code gongkai.http},
 * {@code gongkai.http.rule}, Caffeine, Commons CSV and Thymeleaf.
 */
package gongkai.query.desk;
