package gongkai.command.importing.reading;

import gongkai.command.importing.reading.ResponsibilityWords.Named;
import gongkai.event.Assignment;
import gongkai.event.Finding;
import gongkai.event.FindingCode;
import gongkai.event.Role;
import gongkai.event.UnitEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads 责任单位: who leads, who cooperates, whom a class word stands for, and whom the words leave open. */
final class ResponsibilityReader {

    private static final Pattern OPEN_END = Pattern.compile("等(?:有关|相关|各)?(?:职能)?(?:部门|单位|部门单位)?(?:\\(单位\\))?$");
    private static final Pattern UNNAMED = Pattern.compile(
            "(?:市|县|区|县级|市级|区级|县直|市直|区直|政府|县政府|市政府|区政府|各级)*各?(?:有关|相关|涉及|对应).*(?:部门|单位|机构|科室|镇|乡)(?:\\(单位\\))?");
    private static final Pattern LOWER_LEVEL = Pattern.compile("各(?:县|市|区|县区|县市区|县\\(市、?区\\))+(?:人民政府|政府)?");
    private static final Pattern BY_DOCUMENT = Pattern.compile("谁.+谁.+|.*(?:起草|制定|制作|制发|印发|主办|承办)(?:部门|单位|机构)");
    private static final Pattern TWO_CLASSES = Pattern.compile("(各.+?)(各.+)");
    private static final Pattern WITH_OTHER_NAME = Pattern.compile("(.+?)\\((?<formerly>原)?(.+?)\\)");
    private static final Pattern CONJUNCTION = Pattern.compile("(.+?)(?:和|及|与|以及)(.+)");

    private final UnitDirectory directory;
    private final int year;

    /** @param year of the plan, against which old names of bodies are held */
    ResponsibilityReader(UnitDirectory directory, int year) {
        this.directory = directory;
        this.year = year;
    }

    Read<List<Assignment>> read(String raw, String cell) {
        if (Words.joined(raw).isEmpty()) {
            return new Read<>(
                    List.of(), List.of(Findings.of(FindingCode.CELL_BLANK, cell, "责任单位为空，且不在合并单元格内。", "请指定责任单位。")));
        }
        var words = ResponsibilityWords.of(raw);
        Map<String, Assignment> assignments = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (var named : words.names()) {
            unitsMeantBy(named.name(), cell, findings)
                    .forEach(it ->
                            assignments.putIfAbsent(it.code(), new Assignment(it.code(), it.name(), named.role())));
        }
        leadMissing(words, raw, cell).ifPresent(findings::add);
        partsUndivided(words, assignments.size(), findings, cell).ifPresent(findings::add);
        return new Read<>(List.copyOf(assignments.values()), List.copyOf(findings));
    }

    /** The codes of all units that a list of words names, without any question; for comparing one cell with another. */
    Stream<String> codesOf(String words) {
        return ResponsibilityWords.of(words).names().stream()
                .map(Named::name)
                .flatMap(it -> unitsMeantBy(it, "", new ArrayList<>()))
                .map(UnitEntry::code);
    }

    private Optional<Finding> leadMissing(ResponsibilityWords words, String raw, String cell) {
        var onlyCooperating =
                words.cooperates() && words.names().stream().allMatch(it -> it.role() == Role.COOPERATING);
        return onlyCooperating
                ? Optional.of(Findings.of(
                        FindingCode.LEAD_MISSING, cell, "“" + Words.joined(raw) + "”只写了配合单位，没有牵头单位。", "请指定牵头单位。"))
                : Optional.empty();
    }

    private static Optional<Finding> partsUndivided(
            ResponsibilityWords words, int units, List<Finding> findings, String cell) {
        var open = findings.stream()
                .anyMatch(it -> it.code() == FindingCode.UNITS_OPEN || it.code() == FindingCode.UNITS_UNNAMED);
        return words.severally() && units > 1 && !open
                ? Optional.of(
                        Findings.of(FindingCode.PARTS_UNDIVIDED, cell, "“分别牵头”没有写明各单位负责哪一部分。", "如需划分，请在答复中说明各自范围。"))
                : Optional.empty();
    }

    private Stream<UnitEntry> unitsMeantBy(String name, String cell, List<Finding> findings) {
        if (BY_DOCUMENT.matcher(name).matches()) {
            findings.add(
                    Findings.of(FindingCode.UNITS_BY_DOCUMENT, cell, "“" + name + "”随每份文件而定，不在导入时分解。", "登记文件时指定责任单位。"));
            return Stream.empty();
        }
        if (UNNAMED.matcher(name).matches() || LOWER_LEVEL.matcher(name).matches()) {
            findings.add(Findings.of(FindingCode.UNITS_UNNAMED, cell, "“" + name + "”没有点名任何单位。", "请指定具体责任单位。"));
            return Stream.empty();
        }
        var unitClass = UnitClass.meantBy(name);
        if (unitClass.isPresent()) {
            return membersOf(unitClass.get(), name, cell, findings).stream();
        }
        var openEnd = OPEN_END.matcher(name);
        if (openEnd.find()) {
            return openEnded(name.substring(0, openEnd.start()), openEnd.group(), cell, findings);
        }
        var classes = TWO_CLASSES.matcher(name);
        if (classes.matches() && UnitClass.meantBy(classes.group(1)).isPresent()) {
            return Stream.of(classes.group(1), classes.group(2)).flatMap(it -> unitsMeantBy(it, cell, findings));
        }
        return named(name, cell, findings);
    }

    private Stream<UnitEntry> openEnded(String named, String openEnd, String cell, List<Finding> findings) {
        findings.add(Findings.of(FindingCode.UNITS_OPEN, cell, "“" + openEnd + "”没有写明还有哪些单位。", "请补充其余责任单位，或确认没有其他单位。"));
        if (named.isEmpty()) {
            findings.add(Findings.of(FindingCode.WORDING_DOUBTFUL, cell, "“、" + openEnd + "”多写了一个顿号。", "请确认只是笔误。"));
            return Stream.empty();
        }
        return unitsMeantBy(named, cell, findings);
    }

    private List<UnitEntry> membersOf(UnitClass unitClass, String name, String cell, List<Finding> findings) {
        var members = directory.of(unitClass.kinds());
        if (members.isEmpty()) {
            findings.add(Findings.of(
                    FindingCode.CLASS_EMPTY, cell, "单位目录中没有属于“" + name + "”的单位。", "如有遗漏，请在单位目录中补入后重新导入，或在答复中指定。"));
        } else {
            findings.add(Findings.of(
                    FindingCode.CLASS_MEMBERS,
                    cell,
                    "“" + name + "”按单位目录展开为" + members.size() + "个单位，原文没有列出成员。",
                    "请确认成员名单（是否包括直属机构、垂直管理单位和县委部门），或在答复中指定。"));
        }
        return members;
    }

    private Stream<UnitEntry> named(String name, String cell, List<Finding> findings) {
        var both = WITH_OTHER_NAME.matcher(name);
        if (both.matches()) {
            return withOtherName(both.group(1), both.group(3), both.group("formerly") != null, cell, findings);
        }
        var unit = directory.named(name);
        if (unit.isPresent()) {
            notes(name, unit.get(), cell).forEach(findings::add);
            return unit.stream();
        }
        var former = directory.formerly(name);
        if (former.isPresent()) {
            findings.add(Findings.of(
                    FindingCode.UNIT_RENAMED,
                    cell,
                    "“" + name + "”是“" + former.get().name() + "”在另一时期的名称。",
                    "已归于该单位，请确认由其承继。"));
            return former.stream();
        }
        var conjunction = CONJUNCTION.matcher(name);
        if (conjunction.matches()
                && directory.named(conjunction.group(1)).isPresent()
                && directory.named(conjunction.group(2)).isPresent()) {
            return Stream.of(conjunction.group(1), conjunction.group(2)).flatMap(it -> named(it, cell, findings));
        }
        findings.add(Findings.of(
                FindingCode.UNIT_UNKNOWN,
                cell,
                "单位目录中没有“" + name + "”。",
                "最接近的是：" + directory.nearest(name) + "；请在单位目录中补入该单位，或作为别名加在已有单位上。"));
        return Stream.empty();
    }

    private Stream<UnitEntry> withOtherName(
            String name, String other, boolean formerly, String cell, List<Finding> findings) {
        var unit = directory.named(name).or(() -> directory.named(other)).or(() -> directory.formerly(other));
        if (unit.isEmpty()) {
            return named(name, cell, findings);
        }
        if (formerly) {
            findings.add(
                    Findings.of(FindingCode.UNIT_RENAMED, cell, "“" + name + "”原为“" + other + "”。", "请确认责任由更名后的单位承继。"));
        }
        return unit.stream();
    }

    private Stream<Finding> notes(String name, UnitEntry unit, String cell) {
        var renamed = ReformNames.of(name, year)
                .map(it -> Findings.of(
                        FindingCode.UNIT_RENAMED,
                        cell,
                        "“" + name + "”是机构改革前的名称，改革后一般为" + it.now() + "。",
                        "暂归于“" + unit.name() + "”，请确认由谁承继，并在单位目录中更名。"));
        var shortened = UnitDirectory.lacksLevel(name, unit)
                ? Optional.of(Findings.of(
                        FindingCode.WORDING_DOUBTFUL,
                        cell,
                        "“" + name + "”疑为“" + unit.name() + "”。",
                        "已归于“" + unit.name() + "”，请确认只是省略。"))
                : Optional.<Finding>empty();
        return Stream.of(renamed, shortened).flatMap(Optional::stream);
    }
}
