package gongkai.command.importing.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** A Word table laid out on its grid, with vertical merges resolved (ECMA-376 part 1, 17.4.84 and 17.4.17). */
final class WordGrid {

    private WordGrid() {}

    static List<List<GridCell>> of(XWPFTable table) {
        Map<Integer, String> above = new HashMap<>();
        List<List<GridCell>> rows = new ArrayList<>();
        for (var row : table.getRows()) {
            List<GridCell> cells = new ArrayList<>();
            int column = 0;
            for (var cell : row.getTableCells()) {
                var text = continuesMerge(cell) ? above.getOrDefault(column, "") : textOf(cell);
                above.put(column, text);
                cells.add(new GridCell(text, column, spanOf(cell)));
                column += spanOf(cell);
            }
            rows.add(cells);
        }
        return rows;
    }

    /** Word splits a cell into paragraphs and runs at will; each paragraph is one line of the raw text. */
    private static String textOf(XWPFTableCell cell) {
        return cell.getParagraphs().stream().map(XWPFParagraph::getText).collect(Collectors.joining("\n"));
    }

    private static boolean continuesMerge(XWPFTableCell cell) {
        var properties = cell.getCTTc().getTcPr();
        if (properties == null || !properties.isSetVMerge()) {
            return false;
        }
        var merge = properties.getVMerge();
        return !merge.isSetVal() || merge.getVal() == STMerge.CONTINUE;
    }

    private static int spanOf(XWPFTableCell cell) {
        var properties = cell.getCTTc().getTcPr();
        return properties == null || !properties.isSetGridSpan()
                ? 1
                : properties.getGridSpan().getVal().intValue();
    }
}
