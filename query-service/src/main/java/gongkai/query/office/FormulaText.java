package gongkai.query.office;

/**
 * Text that a spreadsheet would take for a formula when it stands at the beginning of a cell (OWASP, CSV Injection), the
 * full-width signs included.
 */
final class FormulaText {

    private static final String SIGNS = "=+-@\t\r\n＝＋－＠";

    private FormulaText() {}

    static boolean couldBe(String text) {
        return !text.isEmpty() && SIGNS.indexOf(text.charAt(0)) >= 0;
    }

    /** Behind an apostrophe, by which spreadsheets know text. */
    static String quoted(String text) {
        return couldBe(text) ? "'" + text : text;
    }
}
