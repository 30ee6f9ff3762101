package gongkai.query.office;

import java.time.Instant;
import java.util.List;

/**
 * A titled document that consists of tables.
 *
 * @param title one line
 * @param tables in order
 * @param remark one line below the last table
 * @param made the moment that the file names as its own, so that the same question gives the same bytes
 */
public record OfficeDocument(String title, List<OfficeTable> tables, String remark, Instant made) {

    public OfficeDocument {
        tables = List.copyOf(tables);
    }
}
