/**
 * Measures the ledger and its rivals side by side, and writes down what it saw.
 * May use: its own rooms, {@code gongkai.embedded} and the libraries of the rivals.
 */
package gongkai.bench;
