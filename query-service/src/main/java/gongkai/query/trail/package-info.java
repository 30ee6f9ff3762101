/**
 * Every event of an obligation, a task, a unit, a person, a plan or a county in order: with both times, who, why, what it
 * changed, and where it stands in the ledger.
 * May use: {@code gongkai.query.obligation}, {@code gongkai.query.record}, {@code gongkai.query.asof},
 * {@code gongkai.query.trail.change}, {@code gongkai.query.wording}, {@code gongkai.event}, {@code gongkai.record},
 * {@code gongkai.status}, {@code gongkai.time}, {@code gongkai.http} and Spring.
 */
package gongkai.query.trail;
