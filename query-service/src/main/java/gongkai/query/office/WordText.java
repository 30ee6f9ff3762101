package gongkai.query.office;

import gongkai.query.office.OfficeCell.Line;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFRun.FontCharRange;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;

/** Text into Word: a paragraph a line, in the typeface of official documents; POI escapes what XML would misread. */
final class WordText {

    private static final String TYPEFACE = "仿宋";
    private static final double SIZE = 9;
    private static final String LINK_BLUE = "0563C1";

    private WordText() {}

    /** Into an empty cell. */
    static List<XWPFRun> write(XWPFTableCell cell, OfficeCell it) {
        List<XWPFRun> runs = new ArrayList<>();
        for (int line = 0; line < it.lines().size(); line++) {
            var paragraph = line == 0 ? cell.getParagraphArray(0) : cell.addParagraph();
            runs.add(append(paragraph, it.lines().get(line)));
        }
        return runs;
    }

    static XWPFRun append(XWPFParagraph paragraph, String text) {
        return append(paragraph, new Line(text));
    }

    private static XWPFRun append(XWPFParagraph paragraph, Line line) {
        paragraph.setSpacingAfter(0);
        var run = line.address()
                .<XWPFRun>map(it -> paragraph.createHyperlinkRun(it.toASCIIString()))
                .orElseGet(paragraph::createRun);
        var parts = line.text().split("\t", -1);
        for (int part = 0; part < parts.length; part++) {
            if (part > 0) {
                run.addTab();
            }
            run.setText(parts[part], part);
        }
        run.setFontFamily(TYPEFACE, FontCharRange.ascii);
        run.setFontFamily(TYPEFACE, FontCharRange.hAnsi);
        run.setFontFamily(TYPEFACE, FontCharRange.eastAsia);
        run.setFontSize(SIZE);
        line.address().ifPresent(_ -> run.setColor(LINK_BLUE));
        return run;
    }
}
