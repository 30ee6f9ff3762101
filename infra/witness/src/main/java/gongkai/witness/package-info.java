/**
 * A witness 见证方: cosigns the checkpoints of ledgers that it was told of, each tree only if it adds to the one before.
 * May use: {@code gongkai.proof}, picocli and the JDK.
 */
package gongkai.witness;
