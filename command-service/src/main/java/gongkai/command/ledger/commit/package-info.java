/**
 * Many callers, one writer: appends that wait at the same time become one batch, placed in one order, and each caller
 * learns its own outcome. Knows nothing of the store but {@link gongkai.command.ledger.commit.LogStore}.
 * May use: {@code gongkai.command.ledger}, {@code gongkai.record}, {@code gongkai.proof} and the JDK.
 */
package gongkai.command.ledger.commit;
