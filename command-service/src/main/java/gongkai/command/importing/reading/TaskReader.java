package gongkai.command.importing.reading;

import gongkai.command.domain.plan.TaskReading;
import gongkai.command.importing.reading.ContentRules.Proposed;
import gongkai.command.importing.rows.Column;
import gongkai.command.importing.rows.SourceRow;
import gongkai.event.Assignment;
import gongkai.event.Finding;
import gongkai.event.FindingCode;
import gongkai.event.Rule;
import gongkai.event.RuleSource;
import gongkai.event.TableColumn;
import gongkai.event.TaskText;
import gongkai.time.TimeLimit.FixedDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads the rows of a table, each by its own cells and, where words point there, by its neighbours. */
final class TaskReader {

    private static final String AS_ABOVE = "同上";

    private final int year;
    private final Optional<LocalDate> issuedOn;
    private final ResponsibilityReader responsibilities;
    private final ContentActors actors;

    TaskReader(UnitDirectory units, int year, Optional<LocalDate> issuedOn) {
        this.year = year;
        this.issuedOn = issuedOn;
        this.responsibilities = new ResponsibilityReader(units, year);
        this.actors = new ContentActors(responsibilities);
    }

    List<TaskReading> read(List<SourceRow> rows) {
        return IntStream.range(0, rows.size()).mapToObj(it -> read(rows, it)).toList();
    }

    private TaskReading read(List<SourceRow> rows, int index) {
        var row = rows.get(index);
        List<Finding> findings = new ArrayList<>(SlipsOfThePen.in(row.text(Column.CONTENT), row.cell(Column.CONTENT))
                .toList());
        var units =
                responsibilities.read(effective(rows, index, Column.RESPONSIBILITY), row.cell(Column.RESPONSIBILITY));
        findings.addAll(units.findings());
        othersNamed(rows, index, units.value()).ifPresent(findings::add);
        findings.addAll(inferred(row));
        List<Rule> rules = new ArrayList<>(deadlineRules(rows, index, findings));
        rules.addAll(contentRules(rows, index, findings));
        return new TaskReading(
                row.number(), textOf(row), units.value(), List.copyOf(rules), List.copyOf(findings), continued(row));
    }

    private static List<TableColumn> continued(SourceRow row) {
        return Stream.of(TableColumn.values())
                .filter(it -> row.continues(Column.valueOf(it.name())))
                .toList();
    }

    private static TaskText textOf(SourceRow row) {
        return new TaskText(
                row.section(),
                row.text(Column.DIRECTORY),
                row.text(Column.CATEGORY),
                row.text(Column.CONTENT),
                row.text(Column.RESPONSIBILITY),
                row.text(Column.TIME_LIMIT));
    }

    /** The format could not say whether a blank continues the cell above; what depends on it is pointed out. */
    private static List<Finding> inferred(SourceRow row) {
        return Stream.of(Column.RESPONSIBILITY, Column.LEAD, Column.COOPERATING, Column.TIME_LIMIT)
                .filter(row.inferred()::contains)
                .map(it -> Findings.of(
                        FindingCode.CELL_INFERRED, row.cell(it), "此格为空，按合并单元格沿用上一格。", "请核对原表；如确为漏填，请在答复中指定。"))
                .toList();
    }

    /** “同上” is what the nearest row above says. */
    private static String effective(List<SourceRow> rows, int index, Column column) {
        int at = index;
        while (at > 0 && Words.joined(rows.get(at).text(column)).equals(AS_ABOVE)) {
            at--;
        }
        return rows.get(at).text(column);
    }

    private List<Rule> deadlineRules(List<SourceRow> rows, int index, List<Finding> findings) {
        var row = rows.get(index);
        var cell = row.cell(Column.TIME_LIMIT);
        var content = row.text(Column.CONTENT);
        var readings = TimeLimitReader.read(effective(rows, index, Column.TIME_LIMIT), year);
        readings.forEach(it -> {
            it.question().map(question -> Findings.of(question, cell)).ifPresent(findings::add);
            past(it, cell).ifPresent(findings::add);
        });
        RequirementReader.question(content)
                .map(question -> Findings.of(question, row.cell(Column.CONTENT)))
                .ifPresent(findings::add);
        return readings.stream()
                .map(it -> new Rule(
                        RequirementReader.read(content, it.limit()), it.limit(), RuleSource.DEADLINE, it.adopted()))
                .toList();
    }

    private Optional<Finding> past(LimitReading reading, String cell) {
        return issuedOn.filter(day -> reading.limit() instanceof FixedDate limit
                        && limit.dueOn().isBefore(day))
                .map(day -> Findings.of(
                        FindingCode.TIME_LIMIT_PAST,
                        cell,
                        "“" + reading.limit().text() + "”早于印发日期" + day + "。",
                        "请确认期限无误。"));
    }

    private List<Rule> contentRules(List<SourceRow> rows, int index, List<Finding> findings) {
        var row = rows.get(index);
        var cell = row.cell(Column.CONTENT);
        var own = ContentRules.read(row.text(Column.CONTENT), year);
        own.stream()
                .map(Proposed::clause)
                .distinct()
                .forEach(clause -> findings.add(ContentQuestions.of(clause, cell)));
        var below = frequencyBelow(rows, index);
        below.ifPresent(it -> findings.add(ContentQuestions.frequencyOf(it.clause(), it.row(), cell)));
        return Stream.concat(
                        own.stream().map(Proposed::rule),
                        below.stream().map(it -> it.proposed().rule()))
                .toList();
    }

    /** A frequency that stands in a row of its own below, and the number of that row. */
    private record Below(Proposed proposed, int row) {

        String clause() {
            return proposed.clause();
        }
    }

    private Optional<Below> frequencyBelow(List<SourceRow> rows, int index) {
        if (ContentRules.onlyFrequency(rows.get(index).text(Column.CONTENT), year)
                .isPresent()) {
            return Optional.empty();
        }
        return rows.stream()
                .skip(index + 1L)
                .takeWhile(it -> sameCategory(it, rows.get(index)))
                .flatMap(it -> ContentRules.onlyFrequency(it.text(Column.CONTENT), year).stream()
                        .map(limit -> new Below(ContentRules.frequency(limit), it.number())))
                .findFirst();
    }

    private static boolean sameCategory(SourceRow one, SourceRow other) {
        return !Words.joined(one.text(Column.CATEGORY)).isEmpty()
                && one.text(Column.CATEGORY).equals(other.text(Column.CATEGORY))
                && one.text(Column.DIRECTORY).equals(other.text(Column.DIRECTORY));
    }

    /** A row without a subject, whose neighbours of the same category all name others, is asked about as they are. */
    private Optional<Finding> othersNamed(List<SourceRow> rows, int index, List<Assignment> assigned) {
        var row = rows.get(index);
        var cell = row.cell(Column.CONTENT);
        var responsibility = row.text(Column.RESPONSIBILITY);
        var others = actors.othersIn(row.text(Column.CONTENT), assigned);
        if (!others.isEmpty()) {
            return Optional.of(ContentActors.finding(others, responsibility, cell));
        }
        var siblings = rows.stream()
                .filter(it -> it.number() != row.number() && sameCategory(it, row))
                .toList();
        var isFrequency =
                ContentRules.onlyFrequency(row.text(Column.CONTENT), year).isPresent();
        return isFrequency || siblings.size() < 2
                ? Optional.empty()
                : Stream.of(siblings)
                        .filter(all -> all.stream()
                                .allMatch(it -> !actors.othersIn(it.text(Column.CONTENT), assigned)
                                        .isEmpty()))
                        .map(all -> actors.othersIn(all.getFirst().text(Column.CONTENT), assigned))
                        .map(it -> ContentActors.withoutSubject(it, responsibility, cell))
                        .findFirst();
    }
}
