package gongkai.command.importing.table;

/**
 * A cell in its place after merging.
 *
 * @param text raw, paragraphs divided by line breaks; a cell that continues a vertical merge has the first one's text
 * @param span how many grid columns it covers
 */
record GridCell(String text, int column, int span) {}
