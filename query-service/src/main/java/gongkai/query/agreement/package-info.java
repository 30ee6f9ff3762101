/**
 * Whether what came of a ledger is what the ledger committed to: roots compared with signed checkpoints, remembered here
 * because this database is not the ledger's.
 * May use: {@code gongkai.query.record}, {@code gongkai.query.projection}, {@code gongkai.query.ledger},
 * {@code gongkai.proof} and Spring.
 */
package gongkai.query.agreement;
