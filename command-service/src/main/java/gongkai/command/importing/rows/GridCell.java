package gongkai.command.importing.rows;

/**
 * A cell in its place after merging.
 *
 * @param text raw, paragraphs divided by line breaks; a cell that continues a vertical merge has the first one's text
 * @param column the first grid column that it covers, from 0
 * @param span how many grid columns it covers
 * @param continued whether it is merged with the cell above it
 */
public record GridCell(String text, int column, int span, boolean continued) {

    /** One that begins where it stands. */
    public GridCell(String text, int column, int span) {
        this(text, column, span, false);
    }

    boolean covers(int index) {
        return column <= index && index < column + span;
    }
}
