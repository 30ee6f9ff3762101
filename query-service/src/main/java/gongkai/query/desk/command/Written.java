package gongkai.query.desk.command;

/**
 * That it stands in the ledger.
 *
 * @param position in the one order of the log, to be waited for by what is shown next
 */
public record Written(String id, long position) {}
