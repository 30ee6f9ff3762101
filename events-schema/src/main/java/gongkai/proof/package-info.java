/**
 * Evidence that nothing was rewritten: the Merkle tree of RFC 6962 over a ledger's records, and proofs about it.
 * May use: the JDK alone.
 */
package gongkai.proof;
