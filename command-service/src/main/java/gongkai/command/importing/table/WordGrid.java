package gongkai.command.importing.table;

import gongkai.command.importing.rows.GridCell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/** A Word table laid out on its grid, with merges both ways resolved (ECMA-376 part 1, 17.4.17, 17.4.22, 17.4.84). */
final class WordGrid {

    private static final int MAX_COLUMNS = 200;

    private WordGrid() {}

    static List<List<GridCell>> of(Element table) {
        Map<Integer, String> above = new HashMap<>();
        List<List<GridCell>> rows = new ArrayList<>();
        for (var row : WordXml.blocksOf(table)) {
            if (row.getLocalName().equals("tr") && !isDeleted(row)) {
                rows.add(cellsOf(row, above));
            }
        }
        return rows;
    }

    private static List<GridCell> cellsOf(Element row, Map<Integer, String> above) {
        List<GridCell> cells = new ArrayList<>();
        int column = number(row, "trPr", "gridBefore", 0);
        for (var cell : WordXml.blocksOf(row)) {
            if (!cell.getLocalName().equals("tc")) {
                continue;
            }
            int span = number(cell, "tcPr", "gridSpan", 1);
            if (continues(cell, "hMerge") && !cells.isEmpty()) {
                var before = cells.removeLast();
                cells.add(new GridCell(before.text(), before.column(), before.span() + span, before.continued()));
            } else {
                var continued = continues(cell, "vMerge");
                var text = continued ? above.getOrDefault(column, "") : WordXml.linesOf(cell);
                above.put(column, text);
                cells.add(new GridCell(text, column, span, continued));
            }
            column += span;
        }
        return cells;
    }

    private static boolean isDeleted(Element row) {
        return WordXml.child(row, "trPr")
                .flatMap(it -> WordXml.child(it, "del"))
                .isPresent();
    }

    private static boolean continues(Element cell, String merge) {
        return WordXml.child(cell, "tcPr")
                .flatMap(it -> WordXml.child(it, merge))
                .filter(it -> WordXml.value(it).filter("restart"::equals).isEmpty())
                .isPresent();
    }

    private static int number(Element element, String properties, String name, int otherwise) {
        return WordXml.child(element, properties)
                .flatMap(it -> WordXml.child(it, name))
                .flatMap(WordXml::value)
                .map(Integer::valueOf)
                .map(it -> Math.clamp(it, otherwise, MAX_COLUMNS))
                .orElse(otherwise);
    }
}
