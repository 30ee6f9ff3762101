/**
 * The pages that people read, in Chinese and English: the county with its trend and heat map, the list of obligations,
 * units, tasks, what one unit owes, the plan with its open questions, the monthly bulletin, the difference between two
 * states of knowledge, the trails with who looked at what; and what pages of all rooms share: the layout, the two times, the words.
 * May use: the slices {@code gongkai.query.status}, {@code gongkai.query.breach}, {@code gongkai.query.obligation},
 * {@code gongkai.query.plan}, {@code gongkai.query.bulletin}, {@code gongkai.query.bulletin.figure},
 * {@code gongkai.query.difference}, {@code gongkai.query.explanation}, {@code gongkai.query.trail}, {@code gongkai.query.trail.change},
 * {@code gongkai.query.reading},
 * {@code gongkai.query.agreement}, {@code gongkai.query.record}, {@code gongkai.query.asof},
 * {@code gongkai.query.wording}, {@code gongkai.record}, {@code gongkai.status}, {@code gongkai.event},
 * {@code gongkai.time}, {@code gongkai.http} and Thymeleaf.
 */
package gongkai.query.dashboard;
