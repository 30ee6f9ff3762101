package gongkai.command.importing.reading;

import gongkai.event.Assignment;
import gongkai.event.Finding;
import gongkai.event.FindingCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whom 公开内容 names as the actor, and whether that is whom 责任单位 names. */
final class ContentActors {

    private static final Pattern ACTOR =
            Pattern.compile("(?:县|市|区)?政府各(?:工作)?部门|各(?:工作)?部门|各乡?镇(?:人民)?政府|各乡?镇|(?:县|市|区)级(?!以上)[^，。、；的和与]{0,8}部门");

    private final ResponsibilityReader responsibilities;

    ContentActors(ResponsibilityReader responsibilities) {
        this.responsibilities = responsibilities;
    }

    /** The actors that the content names beyond those of the cell; empty when there are none. */
    String othersIn(String content, List<Assignment> assigned) {
        var units = assigned.stream().map(Assignment::unit).collect(Collectors.toSet());
        List<String> others = new ArrayList<>();
        var actor = ACTOR.matcher(Words.joined(content));
        while (actor.find()) {
            if (!isAmong(actor.group(), units) && !others.contains(actor.group())) {
                others.add(actor.group());
            }
        }
        return String.join("、", others);
    }

    private boolean isAmong(String actor, Set<String> units) {
        var named = responsibilities.codesOf(actor).collect(Collectors.toSet());
        return !named.isEmpty() && units.containsAll(named);
    }

    static Finding finding(String others, String responsibility, String cell) {
        return Findings.of(
                FindingCode.CONTENT_NAMES_OTHERS,
                cell,
                "公开内容写的是“" + others + "”，责任单位写的是“" + Words.joined(responsibility) + "”。",
                "请确认由谁公开；如由前者公开，请在答复中指定责任单位。");
    }

    static Finding withoutSubject(String others, String responsibility, String cell) {
        return Findings.of(
                FindingCode.CONTENT_NAMES_OTHERS,
                cell,
                "公开内容没有主语；同一分类的其他行写的是“" + others + "”，责任单位写的是“" + Words.joined(responsibility) + "”。",
                "请确认由谁公开；如由前者公开，请在答复中指定责任单位。");
    }
}
