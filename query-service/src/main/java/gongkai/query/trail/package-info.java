/**
 * Every event of an obligation in order, with both times, who, and where it stands in the ledger.
 * May use: {@code gongkai.query.record}, {@code gongkai.query.asof}, {@code gongkai.event}, {@code gongkai.record},
 * {@code gongkai.time}, {@code gongkai.http} and Spring.
 */
package gongkai.query.trail;
