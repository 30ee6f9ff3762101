package gongkai.command.importing.rows;

/** Too many tables wait to be read already; this one may be sent again in a moment. */
public final class ReadersBusyException extends RuntimeException {}
