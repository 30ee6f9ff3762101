package gongkai.command.importing.rows;

/**
 * A cell in its place after merging.
 *
 * @param text raw, paragraphs divided by line breaks; a cell that continues a vertical merge has the first one's text
 * @param column the first grid column that it covers, from 0
 * @param span how many grid columns it covers
 */
public record GridCell(String text, int column, int span) {

    boolean covers(int index) {
        return column <= index && index < column + span;
    }
}
