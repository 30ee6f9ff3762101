package gongkai.query.office;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** How high a row must be to show its wrapped text: programs that open a workbook do not all work it out themselves. */
final class RowHeight {

    private static final float POINTS_A_LINE = 14.5f;
    private static final float HIGHEST = 409;
    private static final int WIDTH_OF_A_CHARACTER = 256;

    private RowHeight() {}

    /** In points, at most what Excel allows; what continues a cell above has room there. */
    static float of(List<OfficeCell> cells, XSSFSheet sheet) {
        int lines = IntStream.range(0, cells.size())
                .filter(column -> !cells.get(column).continued())
                .map(column -> lines(cells.get(column), sheet.getColumnWidth(column) / WIDTH_OF_A_CHARACTER))
                .max()
                .orElse(1);
        return Math.min(HIGHEST, Math.max(1, lines) * POINTS_A_LINE);
    }

    private static int lines(OfficeCell it, int charactersAcross) {
        return it.lines().stream()
                .mapToInt(line -> Math.max(1, Math.ceilDiv(width(line.text()), Math.max(1, charactersAcross - 1))))
                .sum();
    }

    /** A Chinese character is twice as wide as a Latin one. */
    private static int width(String text) {
        return text.codePoints().map(it -> it < 0x1100 ? 1 : 2).sum();
    }
}
