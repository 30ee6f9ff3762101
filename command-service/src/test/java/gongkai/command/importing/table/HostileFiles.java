package gongkai.command.importing.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that nobody sends by mistake, by a name that says what they try; each is made only when it is asked for. */
public final class HostileFiles {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String WORD =
            "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
    private static final String END = "</w:body></w:document>";
    private static final String SHEET =
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";
    private static final String HEADINGS = "公开目录,分类,公开内容,责任单位,完成时限";
    private static final int MB = 1 << 20;

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    private HostileFiles() {}

    /** @param url where nobody may ask, however often a file says so */
    public static Map<String, Supplier<byte[]>> all(String url) {
        Map<String, Supplier<byte[]>> files = new LinkedHashMap<>();
        var laughs = laughs();
        var outside = "<!DOCTYPE d [<!ENTITY x SYSTEM \"" + url + "/entity\">]>";
        var elsewhere = "<!DOCTYPE d SYSTEM \"" + url + "/a.dtd\">";
        var parameters = "<!DOCTYPE d [<!ENTITY % p SYSTEM \"" + url + "/p.dtd\"> %p;]>";
        for (var doctype : Map.of("laughs", laughs, "entity", outside, "dtd", elsewhere, "parameter", parameters)
                .entrySet()) {
            var reference = doctype.getKey().equals("dtd") ? "" : "&x;";
            var document =
                    HEAD + doctype.getValue() + WORD + "<w:p><w:r><w:t>" + reference + "</w:t></w:r></w:p>" + END;
            files.put(doctype.getKey() + ".docx", () -> word(document).zip());
            files.put(
                    doctype.getKey() + "-types.docx",
                    () -> word(WORD + END)
                            .with("[Content_Types].xml", HEAD + doctype.getValue() + types("word/document"))
                            .zip());
            files.put(
                    doctype.getKey() + "-rels.docx",
                    () -> word(WORD + END)
                            .with("_rels/.rels", HEAD + doctype.getValue() + rels("word/document.xml"))
                            .zip());
            files.put(
                    doctype.getKey() + ".xlsx",
                    () -> excel(HEAD + doctype.getValue() + SHEET + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>"
                                    + reference + "</t></is></c></row></sheetData></worksheet>")
                            .zip());
        }
        files.put(
                "linked.docx",
                () -> word(WORD + END)
                        .with(
                                "word/_rels/document.xml.rels",
                                relationships(
                                        "<Relationship Id=\"t\" TargetMode=\"External\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\" Target=\""
                                                + url + "/t.dotm\"/>"))
                        .zip());
        files.put(
                "ratio.docx",
                () -> word(WORD + END).with("word/big.xml", new byte[100 * MB]).zip());
        files.put("many-large.docx", () -> {
            var file = word(WORD + END);
            var large = compressible(30 * MB);
            for (int i = 0; i < 20; i++) {
                file.with("word/media/" + i + ".xml", large);
            }
            return file.zip();
        });
        files.put("many-entries.docx", () -> {
            var file = word(WORD + END);
            for (int i = 0; i < 60_000; i++) {
                file.with("word/" + i, new byte[0]);
            }
            return file.zip();
        });
        files.put(
                "nested.docx",
                () -> word(WORD + END)
                        .with(
                                "word/embeddings/a.docx",
                                word(WORD + END)
                                        .with("b.xml", new byte[20 * MB])
                                        .zip())
                        .zip());
        files.put(
                "slip.docx",
                () -> word(WORD + END)
                        .with("../../../../../../tmp/gongkai-slip.txt", "x")
                        .with("/tmp/gongkai-slip.txt", "x")
                        .with("..\\..\\gongkai-slip.txt", "x")
                        .zip());
        files.put(
                "macro.docx",
                () -> word(WORD + END).with("word/vbaProject.bin", "x").zip());
        files.put(
                "macro.docm",
                () -> word(WORD + END).with("word/vbaProject.bin", "x").zip());
        files.put("ole.docx", HostileFiles::ole);
        files.put("old.doc", HostileFiles::ole);
        files.put(
                "truncated.docx",
                () -> half(word(WORD + "<w:p/>".repeat(9_000) + END).zip()));
        files.put("word-as.xlsx", () -> word(WORD + END).zip());
        files.put(
                "excel-as.docx", () -> excel(SHEET + "</sheetData></worksheet>").zip());
        files.put("word-as.csv", () -> word(WORD + END).zip());
        for (var ending : new String[] {"docx", "xlsx", "csv", "txt", "exe", ""}) {
            files.put("empty." + ending, () -> new byte[0]);
            files.put("random." + ending, () -> random(20 * MB - 4_096));
            files.put("zeros." + ending, () -> new byte[20 * MB - 4_096]);
        }
        files.put(
                "deep-tables.docx",
                () -> word(WORD + "<w:tbl><w:tr><w:tc>".repeat(30_000) + "<w:p/>"
                                + "</w:tc></w:tr></w:tbl>".repeat(30_000) + END)
                        .zip());
        files.put(
                "deep-elements.xlsx",
                () -> excel(SHEET + "<row>".repeat(200_000) + "</row>".repeat(200_000) + "</sheetData></worksheet>")
                        .zip());
        files.put(
                "giant-cell.docx",
                () -> word(WORD + "<w:tbl><w:tr>" + wordCell("公开内容") + wordCell("责任单位") + wordCell("完成时限")
                                + "</w:tr><w:tr>" + wordCell("甲".repeat(4 * MB)).repeat(1) + wordCell("甲镇")
                                + wordCell("4月底前") + "</w:tr></w:tbl>" + END)
                        .zip());
        files.put(
                "wide.docx",
                () -> word(WORD + "<w:tbl><w:tr>" + wordCell("公开内容").repeat(60_000) + "</w:tr></w:tbl>" + END)
                        .zip());
        files.put(
                "wide.xlsx",
                () -> excel(SHEET
                                + ("<row>" + "<c t=\"inlineStr\"><is><t>公开内容</t></is></c>".repeat(16_000) + "</row>")
                                        .repeat(8)
                                + "</sheetData></worksheet>")
                        .zip());
        files.put(
                "long.xlsx",
                () -> excel(SHEET + "<row><c><v>1</v></c></row>".repeat(300_000) + "</sheetData></worksheet>")
                        .zip());
        files.put(
                "incompressible.xlsx",
                () -> excel(SHEET + "<row><c t=\"inlineStr\"><is><t>" + letters(17 * MB)
                                + "</t></is></c></row></sheetData></worksheet>")
                        .zip());
        files.put("wide.csv", () -> (HEADINGS + ",".repeat(18 * MB)).getBytes(UTF_8));
        files.put("long.csv", () -> (HEADINGS + "\n" + "一,二,三,甲镇,适时\n".repeat(500_000)).getBytes(UTF_8));
        files.put("giant-cell.csv", () -> (HEADINGS + "\n一,二,\"" + "a".repeat(18 * MB) + "\",甲镇,适时\n").getBytes(UTF_8));
        files.put("open-quote.csv", () -> (HEADINGS + "\n\"" + "a,\n".repeat(6 * MB)).getBytes(UTF_8));
        files.put("quotes.csv", () -> "\"".repeat(18 * MB).getBytes(UTF_8));
        files.put("tabs.txt", () -> "\t\n\n".repeat(6 * MB).getBytes(UTF_8));
        files.put("above.txt", () -> "x\n".repeat(9 * MB).getBytes(UTF_8));
        files.put("lines.txt", () -> ("\t公开内容\n" + "x\n".repeat(8 * MB)).getBytes(UTF_8));
        return files;
    }

    private static String laughs() {
        var doctype = new StringBuilder("<!DOCTYPE d [<!ENTITY l0 \"哈\">");
        for (int i = 1; i < 12; i++) {
            doctype.append("<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
        }
        return doctype + "<!ENTITY x \"&l11;\">]>";
    }

    private static String wordCell(String text) {
        return "<w:tc><w:p><w:r><w:t>" + text + "</w:t></w:r></w:p></w:tc>";
    }

    private static HostileFiles word(String document) {
        return new HostileFiles()
                .with("[Content_Types].xml", HEAD + types("word/document"))
                .with("_rels/.rels", HEAD + rels("word/document.xml"))
                .with("word/document.xml", document);
    }

    private static HostileFiles excel(String sheet) {
        return new HostileFiles()
                .with("[Content_Types].xml", HEAD + types("xl/workbook"))
                .with("_rels/.rels", HEAD + rels("xl/workbook.xml"))
                .with(
                        "xl/workbook.xml",
                        "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"s\"/></sheets></workbook>")
                .with(
                        "xl/_rels/workbook.xml.rels",
                        relationships(
                                "<Relationship Id=\"s\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/>"))
                .with("xl/worksheets/sheet1.xml", sheet);
    }

    private static String types(String main) {
        var kind = main.startsWith("xl") ? "spreadsheetml.sheet" : "wordprocessingml.document";
        return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/><Override PartName=\"/"
                + main + ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument." + kind
                + ".main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>";
    }

    private static String rels(String main) {
        return relationships(
                "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\""
                        + main + "\"/>");
    }

    private static String relationships(String inside) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + inside
                + "</Relationships>";
    }

    private static byte[] ole() {
        return Arrays.copyOf(HexFormat.of().parseHex("d0cf11e0a1b11ae1"), 4_096);
    }

    private static byte[] half(byte[] whole) {
        return Arrays.copyOf(whole, whole.length / 2);
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    /** Shrinks to about a hundredth: just less than what is noticed in a single entry. */
    private static byte[] compressible(int length) {
        var bytes = new byte[length];
        var chance = new Random(1);
        for (int i = 0; i < length; i += 120) {
            bytes[i] = (byte) chance.nextInt();
        }
        return bytes;
    }

    private static String letters(int length) {
        return new Random(1)
                .ints(length, 0x41, 0x5a)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private HostileFiles with(String name, String text) {
        return with(name, text.getBytes(UTF_8));
    }

    private HostileFiles with(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    private byte[] zip() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var it : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(it.getKey()));
                zip.write(it.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
