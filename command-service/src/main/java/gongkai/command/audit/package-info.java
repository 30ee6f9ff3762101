/**
 * Reads a whole ledger again and says whether it is what it committed to; also as a program of its own.
 * May use: {@code gongkai.command.ledger} with its PostgreSQL reader, {@code gongkai.proof}, {@code gongkai.record}, picocli.
 */
package gongkai.command.audit;
