/**
 * The public language: the facts that a ledger may hold, one sealed file a stream.
 * May use: {@code gongkai.time} and the JDK.
 */
package gongkai.event;
