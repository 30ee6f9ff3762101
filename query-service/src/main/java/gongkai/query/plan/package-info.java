/**
 * A plan as it stands: each row with who takes part, its rules, and the questions that nobody has answered yet.
 * May use: {@code gongkai.query.asof}, {@code gongkai.query.record}, {@code gongkai.query.projection},
 * {@code gongkai.event}, {@code gongkai.record}, {@code gongkai.status} and {@code gongkai.http}.
 */
package gongkai.query.plan;
