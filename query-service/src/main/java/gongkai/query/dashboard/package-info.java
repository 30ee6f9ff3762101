/**
 * The pages, in Chinese: the county, its units, what one unit owes, the plan with its open questions, the
 * monthly bulletin, the difference between two states of knowledge.
 * May use: the slices {@code gongkai.query.status}, {@code gongkai.query.breach}, {@code gongkai.query.obligation},
 * {@code gongkai.query.plan}, {@code gongkai.query.bulletin}, {@code gongkai.query.difference}, {@code gongkai.query.explanation},
 * {@code gongkai.query.record}, {@code gongkai.query.asof}, {@code gongkai.status}, {@code gongkai.event},
 * {@code gongkai.time}, {@code gongkai.http} and Thymeleaf.
 */
package gongkai.query.dashboard;
