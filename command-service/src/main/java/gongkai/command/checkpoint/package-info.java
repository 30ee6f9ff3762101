/**
 * Signs what each ledger commits to, with a key and a memory that lie outside the database.
 * May use: {@code gongkai.command.ledger}, {@code gongkai.proof} and Spring.
 */
package gongkai.command.checkpoint;
