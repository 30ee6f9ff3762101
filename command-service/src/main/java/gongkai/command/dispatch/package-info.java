/**
 * Where commands meet their deciders: the only room that knows Axon, with thin shells around pure decisions and
 * Axon's storage engine laid onto the ledger.
 * May use: {@code gongkai.command.domain}, {@code gongkai.command.ledger}, {@code gongkai.event},
 * {@code gongkai.record}, {@code gongkai.status}, Spring, Axon, Jackson (for snapshots) and Caffeine.
 */
package gongkai.command.dispatch;
