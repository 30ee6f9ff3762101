/**
 * Who is told by which channel: subscriptions, one delivery for each notice and subscription, and its attempts.
 * May use: {@code gongkai.query.delivery.channel}, {@code gongkai.query.delivery.address}, {@code gongkai.query.notice},
 * {@code gongkai.query.notice.rule}, {@code gongkai.query.durable}, {@code gongkai.query.asof}, {@code gongkai.time},
 * {@code gongkai.http} and Spring.
 */
package gongkai.query.delivery;
