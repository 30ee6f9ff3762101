package gongkai.query.office;

import gongkai.query.office.OfficeTable.Row.Cells;
import gongkai.query.office.OfficeTable.Row.Section;
import java.io.IOException;
import java.util.stream.IntStream;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Excel: a sheet a table, every cell text, and what could be a formula marked as text. */
final class ExcelWorkbook {

    private static final int CHARACTERS_ACROSS = 160;
    private static final int WIDTH_OF_A_CHARACTER = 256;
    private static final int LONGEST = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
    private static final String CUT = "…（未完，余下见系统）";

    private final XSSFWorkbook workbook;
    private final XSSFCellStyle plain;
    private final XSSFCellStyle quoted;
    private final XSSFCellStyle middle;

    private ExcelWorkbook(XSSFWorkbook workbook) {
        this.workbook = workbook;
        this.plain = style();
        this.quoted = style();
        quoted.setQuotePrefixed(true);
        this.middle = style();
        middle.setAlignment(HorizontalAlignment.CENTER);
    }

    static byte[] write(OfficeDocument document) throws IOException {
        try (var workbook = new XSSFWorkbook()) {
            var excel = new ExcelWorkbook(workbook);
            document.tables().forEach(it -> excel.sheet(document, it));
            return ReproduciblePackage.of(workbook, document.made());
        }
    }

    private void sheet(OfficeDocument document, OfficeTable it) {
        var sheet = workbook.createSheet(
                WorkbookUtil.createSafeSheetName(it.heading().orElse(document.title())));
        across(sheet, document.title(), it);
        var headings = sheet.createRow(1);
        IntStream.range(0, it.columns().size()).forEach(column -> {
            var of = it.columns().get(column);
            sheet.setColumnWidth(column, CHARACTERS_ACROSS * WIDTH_OF_A_CHARACTER * of.width() / it.width());
            text(headings, column, of.heading(), middle);
        });
        it.rows().forEach(row -> {
            switch (row) {
                case Section(var text) -> across(sheet, text, it);
                case Cells(var cells) -> {
                    var line = sheet.createRow(sheet.getLastRowNum() + 1);
                    IntStream.range(0, cells.size()).forEach(column -> cell(line, column, cells.get(column)));
                    line.setHeightInPoints(RowHeight.of(cells, sheet));
                }
            }
        });
        IntStream.range(0, it.columns().size()).forEach(column -> merge(sheet, it, column));
        across(sheet, document.remark(), it);
        sheet.createFreezePane(0, 2);
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setLandscape(true);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }

    private void across(XSSFSheet sheet, String text, OfficeTable it) {
        var row = sheet.createRow(sheet.getLastRowNum() + 1);
        text(row, 0, text, FormulaText.couldBe(text) ? quoted : middle);
        sheet.addMergedRegion(new CellRangeAddress(
                row.getRowNum(), row.getRowNum(), 0, it.columns().size() - 1));
    }

    private void cell(XSSFRow row, int column, OfficeCell it) {
        var text = it.text();
        text(row, column, text, FormulaText.couldBe(text) ? quoted : plain);
        it.address().ifPresent(address -> {
            var link = workbook.getCreationHelper().createHyperlink(HyperlinkType.URL);
            link.setAddress(address.toASCIIString());
            row.getCell(column).setHyperlink(link);
        });
    }

    private static void text(XSSFRow row, int column, String text, XSSFCellStyle style) {
        var cell = row.createCell(column);
        cell.setCellValue(text.length() <= LONGEST ? text : text.substring(0, LONGEST - CUT.length()) + CUT);
        cell.setCellStyle(style);
    }

    /** The first table row stands below title and headings. */
    private static void merge(XSSFSheet sheet, OfficeTable it, int column) {
        int first = 0;
        for (int row = 1; row <= it.rows().size(); row++) {
            if (row < it.rows().size() && continues(it, row, column)) {
                continue;
            }
            if (row - first > 1) {
                sheet.addMergedRegion(new CellRangeAddress(first + 2, row + 1, column, column));
            }
            first = row;
        }
    }

    private static boolean continues(OfficeTable it, int row, int column) {
        return it.rows().get(row) instanceof Cells(var cells)
                && cells.get(column).continued();
    }

    private XSSFCellStyle style() {
        var style = workbook.createCellStyle();
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        style.setDataFormat(workbook.createDataFormat().getFormat("@"));
        return style;
    }
}
