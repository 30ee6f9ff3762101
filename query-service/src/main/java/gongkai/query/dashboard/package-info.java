/**
 * The pages, in Chinese: the county, its units, what one unit owes, the plan with its open questions, the
 * monthly bulletin, the trails with who looked at what.
 * May use: the slices {@code gongkai.query.status}, {@code gongkai.query.breach}, {@code gongkai.query.obligation},
 * {@code gongkai.query.plan}, {@code gongkai.query.bulletin}, {@code gongkai.query.explanation},
 * {@code gongkai.query.trail}, {@code gongkai.query.reading},
 * {@code gongkai.query.record}, {@code gongkai.query.asof}, {@code gongkai.status}, {@code gongkai.event},
 * {@code gongkai.time}, {@code gongkai.http} and Thymeleaf.
 */
package gongkai.query.dashboard;
