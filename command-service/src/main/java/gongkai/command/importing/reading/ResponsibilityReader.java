package gongkai.command.importing.reading;

import static java.util.function.Predicate.not;

import gongkai.event.Assignment;
import gongkai.event.Finding;
import gongkai.event.FindingCode;
import gongkai.event.Role;
import gongkai.event.UnitEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads 责任单位: who leads, who cooperates, whom a class word stands for, and whom the words leave open. */
final class ResponsibilityReader {

    private static final Pattern LEADING = Pattern.compile("牵头单位[：:]|(按职责分工)?\\s*(分别)?\\s*牵头\\s*(落实|负责)?");
    private static final Pattern COOPERATING = Pattern.compile("配合单位[：:]|配合(落实)?\\s*$");
    private static final Pattern SEPARATOR = Pattern.compile("[、，,；;\\n]");
    private static final Pattern OPEN_END = Pattern.compile("等(有关|相关)?(部门|单位)$");
    private static final Pattern UNNAMED = Pattern.compile("(县级|县)?(有关|相关)(部门|单位)");

    private final UnitDirectory directory;

    ResponsibilityReader(UnitDirectory directory) {
        this.directory = directory;
    }

    Read<List<Assignment>> read(String raw, String cell) {
        var words = Words.withoutBookmarks(raw).strip();
        if (words.isEmpty()) {
            return new Read<>(
                    List.of(), List.of(Findings.of(FindingCode.CELL_BLANK, cell, "责任单位为空，且不在合并单元格内。", "请指定责任单位。")));
        }
        boolean leads = LEADING.matcher(words).find();
        var role = !leads && COOPERATING.matcher(words).find() ? Role.COOPERATING : Role.LEAD;
        Map<String, Assignment> assignments = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        namesIn(words)
                .forEach(name -> unitsMeantBy(name, cell, findings)
                        .forEach(it -> assignments.putIfAbsent(it.code(), new Assignment(it.code(), it.name(), role))));
        if (role == Role.COOPERATING) {
            findings.add(Findings.of(
                    FindingCode.LEAD_MISSING, cell, "“" + Words.joined(raw) + "”只写了配合单位，没有牵头单位。", "请指定牵头单位。"));
        }
        return new Read<>(List.copyOf(assignments.values()), findings);
    }

    private static Stream<String> namesIn(String words) {
        var names = COOPERATING
                .matcher(LEADING.matcher(words).replaceAll("\n"))
                .replaceAll("\n")
                .replace("按职责分工", "\n");
        return SEPARATOR.splitAsStream(names).map(Words::joined).filter(not(String::isEmpty));
    }

    private List<UnitEntry> unitsMeantBy(String name, String cell, List<Finding> findings) {
        if (UNNAMED.matcher(name).matches()) {
            findings.add(Findings.of(FindingCode.UNITS_UNNAMED, cell, "“" + name + "”没有点名任何单位。", "请指定具体责任单位。"));
            return List.of();
        }
        var openEnd = OPEN_END.matcher(name);
        if (openEnd.find()) {
            findings.add(Findings.of(
                    FindingCode.UNITS_OPEN,
                    cell,
                    "“" + openEnd.group() + "”还包括哪些单位没有写明；已点名的单位照常分解。",
                    "请补充其余责任单位，或确认没有其他单位。"));
            var named = openEnd.replaceAll("");
            return named.isEmpty() ? List.of() : unitsMeantBy(named, cell, findings);
        }
        return UnitClass.meantBy(name)
                .map(it -> members(it, name, cell, findings))
                .orElseGet(() -> named(name, cell, findings));
    }

    private List<UnitEntry> members(UnitClass unitClass, String name, String cell, List<Finding> findings) {
        var members = directory.of(unitClass.kinds());
        if (members.isEmpty()) {
            findings.add(Findings.of(FindingCode.CLASS_EMPTY, cell, "单位目录中没有属于“" + name + "”的单位。", "如有此类单位，请先补入单位目录。"));
        }
        return members;
    }

    private List<UnitEntry> named(String name, String cell, List<Finding> findings) {
        var unit = directory.named(name);
        if (unit.isEmpty()) {
            findings.add(Findings.of(
                    FindingCode.UNIT_UNKNOWN,
                    cell,
                    "单位目录中没有“" + name + "”。",
                    "请改正单元格，或在单位目录中增加该单位或别名（PUT units）；相近的单位：" + directory.nearest(name) + "。"));
        }
        return unit.stream().toList();
    }
}
