/**
 * The append-only log: batches in, records out by position; it knows records and leaves, not what they mean.
 * May use: {@code gongkai.record}, {@code gongkai.proof} and the envelope of {@code gongkai.event}.
 */
package gongkai.command.ledger;
