/**
 * The task table in its own layout with how each row stands, as a county office files it.
 * May use: {@code gongkai.query.office}, {@code gongkai.query.wording}, {@code gongkai.query.plan},
 * {@code gongkai.query.breach}, {@code gongkai.query.obligation}, {@code gongkai.query.asof}, {@code gongkai.status},
 * {@code gongkai.event}, {@code gongkai.time}, {@code gongkai.http} and Spring.
 */
package gongkai.query.export;
