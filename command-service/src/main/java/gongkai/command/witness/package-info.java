/**
 * Asks witnesses on other machines to cosign what was signed here, and keeps their cosignatures.
 * May use: {@code gongkai.command.checkpoint}, {@code gongkai.command.ledger}, {@code gongkai.proof}, Spring JDBC and the
 * JDK's HTTP client.
 */
package gongkai.command.witness;
