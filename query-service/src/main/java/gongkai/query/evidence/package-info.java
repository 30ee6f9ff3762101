/**
 * The evidence bundle 证据包: what was true and what was known, with the records and the proofs to check it offline.
 * May use: {@code gongkai.query.obligation}, {@code gongkai.query.asof}, {@code gongkai.bundle},
 * {@code gongkai.event}, {@code gongkai.proof}, {@code gongkai.record}, {@code gongkai.status}, {@code gongkai.http} and Spring.
 */
package gongkai.query.evidence;
