package gongkai.command.importing;

import gongkai.command.importing.rows.SourceTable;
import gongkai.command.importing.table.TableReader;
import gongkai.event.UnitEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The real table and register that ship as the sample. */
public final class SampleTable {

    private static final Path FOLDER = Path.of("../infra/standalone/src/main/resources/sample/pingli-2019");

    private SampleTable() {}

    public static byte[] docx() {
        return read("task-breakdown.docx");
    }

    public static String unitsCsv() {
        return new String(read("units.csv"), StandardCharsets.UTF_8);
    }

    public static SourceTable table() {
        return new TableReader().read("分解表.docx", docx());
    }

    public static List<UnitEntry> units() {
        return new UnitRegisterReader().read(unitsCsv());
    }

    private static byte[] read(String name) {
        try {
            return Files.readAllBytes(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
