package gongkai.command.importing.reading;

import gongkai.event.Finding;
import gongkai.event.FindingCode;
import java.util.regex.Pattern;

/** What must be asked about a rule that was found in 公开内容. */
final class ContentQuestions {

    private static final Pattern IRREGULAR = Pattern.compile("定期");
    private static final Pattern WITHIN_DAYS = Pattern.compile(".*[日天]内");

    private ContentQuestions() {}

    static Finding of(String clause, String cell) {
        if (IRREGULAR.matcher(clause).find()) {
            return Findings.of(
                    FindingCode.FREQUENCY_UNSTATED, cell, "“" + clause + "”没有写明多久一次。", "请确定频次（每月、每季度或每年）和每期截止日。");
        }
        if (WITHIN_DAYS.matcher(clause).matches()) {
            return Findings.of(
                    FindingCode.RULE_PROPOSED,
                    cell,
                    "内容含有另一条时限“" + clause + "”：按自然日还是工作日、起算事件由谁登记、由谁公开，都没有写明。",
                    "已拟为规则，请确认后采用。");
        }
        return Findings.of(FindingCode.RULE_PROPOSED, cell, "内容含有另一条规则“" + clause + "”：每期截止日和首期没有写明。", "已拟为规则，请确认后采用。");
    }

    static Finding frequencyOf(String clause, int row, String cell) {
        return Findings.of(
                FindingCode.RULE_PROPOSED,
                cell,
                "第" + row + "行“" + clause + "”像是本行的频次：是否如此、每期截止日和首期，都没有写明。",
                "已拟为规则，请确认后采用。");
    }
}
