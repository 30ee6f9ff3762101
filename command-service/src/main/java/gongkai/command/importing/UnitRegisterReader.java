package gongkai.command.importing;

import gongkai.event.Identifier;
import gongkai.event.UnitEntry;
import gongkai.event.UnitKind;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a unit register: CSV with the header {@code code,name,kind,aliases}, aliases split by {@code ;}. */
@Component
public class UnitRegisterReader {

    private static final int MAX_UNITS = 5_000;
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .setIgnoreEmptyLines(true)
            .setIgnoreHeaderCase(true)
            .get();

    /** @throws UnitRegisterException naming the line and the column that cannot be read */
    public List<UnitEntry> read(String csv) {
        int broken = csv.indexOf('\uFFFD');
        if (broken >= 0) {
            throw new UnitRegisterException(
                    csv.substring(0, broken + 1).lines().count(),
                    "there are characters that are not UTF-8; save the file as «CSV UTF-8» and send that");
        }
        try (var records = FORMAT.parse(new StringReader(csv.startsWith("\uFEFF") ? csv.substring(1) : csv))) {
            if (!records.getHeaderNames().containsAll(List.of("code", "name", "kind"))) {
                throw new UnitRegisterException(
                        1,
                        "the header must be «code,name,kind,aliases», but reads «%s»"
                                .formatted(String.join(",", records.getHeaderNames())));
            }
            List<UnitEntry> units = new ArrayList<>();
            Map<String, Long> seen = new HashMap<>();
            for (var line : records) {
                var unit = read(line);
                var earlier = seen.putIfAbsent(unit.code(), lineOf(line));
                if (earlier != null) {
                    throw new UnitRegisterException(
                            lineOf(line),
                            "the code «%s» stands in line %d already; give each unit its own"
                                    .formatted(unit.code(), earlier));
                }
                units.add(unit);
                if (units.size() > MAX_UNITS) {
                    throw new UnitRegisterException(lineOf(line), "a register holds at most " + MAX_UNITS + " units");
                }
            }
            if (units.isEmpty()) {
                throw new UnitRegisterException(2, "there is no unit below the header; add one line a unit");
            }
            return units;
        } catch (UncheckedIOException | IOException | IllegalArgumentException e) {
            throw new UnitRegisterException(1, "this is not CSV that can be read (" + reason(e) + ")");
        }
    }

    /** The library's own words, not those of what wraps them. */
    private static @Nullable String reason(Exception it) {
        return it instanceof UncheckedIOException wrapped && wrapped.getCause() != null
                ? wrapped.getCause().getMessage()
                : it.getMessage();
    }

    private static UnitEntry read(CSVRecord line) {
        var code = field(line, "code");
        if (!Identifier.UNIT.matcher(code).matches()) {
            throw new UnitRegisterException(lineOf(line), "the code «%s» must look like «610926-D03»".formatted(code));
        }
        return new UnitEntry(code, field(line, "name"), kind(line), aliases(line));
    }

    private static String field(CSVRecord line, String column) {
        var value = line.isSet(column) ? line.get(column) : "";
        if (value.isEmpty() || value.length() > 100) {
            throw new UnitRegisterException(
                    lineOf(line), "the column «%s» must hold 1 to 100 characters".formatted(column));
        }
        return value;
    }

    private static UnitKind kind(CSVRecord line) {
        var value = field(line, "kind");
        return Arrays.stream(UnitKind.values())
                .filter(it -> it.name().equals(value))
                .findFirst()
                .orElseThrow(() -> new UnitRegisterException(
                        lineOf(line),
                        "the kind «%s» is none of %s".formatted(value, Arrays.toString(UnitKind.values()))));
    }

    private static List<String> aliases(CSVRecord line) {
        return line.isSet("aliases") && !line.get("aliases").isEmpty()
                ? Arrays.stream(line.get("aliases").split("[;；]"))
                        .map(String::strip)
                        .filter(it -> !it.isEmpty())
                        .toList()
                : List.of();
    }

    private static long lineOf(CSVRecord line) {
        return line.getRecordNumber() + 1;
    }
}
