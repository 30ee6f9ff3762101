/**
 * The service that decides and remembers: import → command → decide → event → ledger → relay.
 * May use: all its rooms, to put them together.
 */
package gongkai.command;
