package gongkai.command.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.command.importing.SampleTable;
import gongkai.event.UnitEntry;
import gongkai.event.UnitKind;
import gongkai.time.CountingUnit;
import gongkai.time.TimeLimit;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Wording from here and from other counties: what is unambiguous reads as stated, what is ambiguous is asked about. */
class PhrasesTest {

    private static final UnitDirectory UNITS = new UnitDirectory(Stream.concat(
                    SampleTable.units().stream(),
                    Stream.of(
                            new UnitEntry("610926-A01", "县供销社", UnitKind.AGENCY, List.of()),
                            new UnitEntry("610926-D90", "市生态环境局平利分局", UnitKind.DEPARTMENT, List.of())))
            .toList());

    static List<CSVRecord> phrases() throws IOException {
        List<CSVRecord> all = new ArrayList<>();
        for (var file : List.of("phrases.tsv", "more-phrases.tsv")) {
            all.addAll(read(file));
        }
        return all;
    }

    private static List<CSVRecord> read(String file) throws IOException {
        var stream = Objects.requireNonNull(PhrasesTest.class.getResourceAsStream("/reading/" + file));
        try (var records = CSVFormat.TDF
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return records.getRecords();
        }
    }

    static Stream<CSVRecord> limits() throws IOException {
        return phrases().stream().filter(it -> it.get("axis").equals("DEADLINE"));
    }

    static Stream<CSVRecord> responsibilities() throws IOException {
        return phrases().stream().filter(it -> it.get("axis").equals("RESPONSIBILITY"));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void an_unambiguous_limit_is_read_as_stated_and_an_ambiguous_one_is_asked_about(CSVRecord line) {
        if (line.get("phrase").equals("同上")) {
            return; // read by the row above; see TaskReaderTest
        }
        for (var phrase : line.get("phrase").split(" / ", -1)) {
            var words = phrase.replaceFirst(" \\(.*", "");
            var readings = TimeLimitReader.read(words, 2019);
            var asked = readings.stream().anyMatch(it -> it.question().isPresent());
            assertThat(asked)
                    .as(words + " → " + readings)
                    .isEqualTo(line.get("ambiguous").equals("yes"));
            if (!asked) {
                assertThat(readings).allMatch(LimitReading::adopted);
                assertThat(String.join(
                                "+",
                                readings.stream().map(it -> kind(it.limit())).toList()))
                        .as(words + " → " + readings)
                        .isEqualTo(line.get("kind")
                                .replace("MULTI_RULE", "WORKING_DAYS_AFTER_TRIGGER+WORKING_DAYS_AFTER_TRIGGER"));
            }
        }
    }

    private static String kind(TimeLimit limit) {
        return switch (limit) {
            case TimeLimit.FixedDate _ -> "FIXED_DATE";
            case TimeLimit.AfterTrigger it -> afterTrigger(it) + (it.atMost().isPresent() ? "+MAX" : "");
            case TimeLimit.Recurring it ->
                switch (it.every()) {
                    case MONTH -> "RECURRING_MONTHLY";
                    case QUARTER -> "RECURRING_QUARTERLY";
                    case YEAR -> "RECURRING_YEARLY";
                };
            case TimeLimit.Window _ -> "WINDOW";
            case TimeLimit.Lasting _ -> "MIN_DURATION";
            case TimeLimit.Ongoing _ -> "ONGOING";
            case TimeLimit.Unclear _ -> "UNCLEAR";
        };
    }

    private static String afterTrigger(TimeLimit.AfterTrigger it) {
        return switch (it.unit()) {
                    case HOURS -> "HOURS";
                    case DAYS -> "CALENDAR_DAYS";
                    case WORKING_DAYS -> "WORKING_DAYS";
                    case MONTHS -> "CALENDAR_MONTHS";
                }
                + "_AFTER_TRIGGER";
    }

    @ParameterizedTest
    @MethodSource("limits")
    void each_reading_keeps_the_words_that_it_was_read_from(CSVRecord line) {
        var phrase = line.get("phrase");
        assertThat(TimeLimitReader.read(phrase, 2019))
                .allSatisfy(it ->
                        assertThat(Words.joined(phrase)).contains(it.limit().text()));
    }

    @ParameterizedTest
    @MethodSource("responsibilities")
    void an_ambiguous_responsibility_is_asked_about_and_an_unambiguous_one_stops_nothing(CSVRecord line) {
        for (var phrase : line.get("phrase").split(" / ", -1)) {
            if (phrase.equals("同上") || phrase.equals("空白单元格")) {
                continue; // read by the row above; see TaskReaderTest
            }
            var read = new ResponsibilityReader(UNITS, 2019).read(phrase, "第1行·责任单位");
            if (line.get("ambiguous").equals("yes")) {
                assertThat(read.findings()).as(phrase).isNotEmpty();
            } else {
                assertThat(read.findings())
                        .as(phrase)
                        .noneMatch(it -> it.severity() != gongkai.event.FindingSeverity.NOTE);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("limits")
    void the_amount_and_unit_of_a_limit_in_hours_are_hours(CSVRecord line) {
        TimeLimitReader.read(line.get("phrase"), 2019).stream()
                .map(LimitReading::limit)
                .filter(TimeLimit.AfterTrigger.class::isInstance)
                .map(TimeLimit.AfterTrigger.class::cast)
                .forEach(it -> assertThat(it.unit() == CountingUnit.HOURS)
                        .isEqualTo(line.get("phrase").contains("小时")));
    }
}
