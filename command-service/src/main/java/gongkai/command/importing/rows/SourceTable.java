package gongkai.command.importing.rows;

import java.util.List;

/**
 * A task table as it stands in its document.
 *
 * @param heading the lines above the table, title included
 */
public record SourceTable(List<String> heading, List<SourceRow> rows) {}
