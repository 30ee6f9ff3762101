/**
 * A key for every person, outside the ledger and its backups: sealing, opening, and erasing for good (ADR 0038).
 * May use: {@code gongkai.person}, the present state of counties, and the file system.
 */
package gongkai.command.person;
