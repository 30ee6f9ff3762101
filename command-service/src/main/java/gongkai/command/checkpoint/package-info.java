/**
 * Signs what each ledger commits to, with keys and memories that lie outside the database.
 * May use: {@code gongkai.command.ledger}, {@code gongkai.proof} and Spring.
 */
package gongkai.command.checkpoint;
