package gongkai.command.importing.reading;

import gongkai.event.Finding;
import gongkai.event.FindingCode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Wording that is probably not what was meant; it stays as it is until a person says so. */
final class SlipsOfThePen {

    private static final Pattern QUESTION = Pattern.compile("是否(?!涉密|公开为)");

    private static final List<Map.Entry<String, String>> KNOWN = List.of(
            Map.entry("明确标准", "明确标注"), Map.entry("机关代表列席", "相关代表列席"), Map.entry("既时", "即时"), Map.entry("截止到位", "落实到位"));

    private SlipsOfThePen() {}

    static Stream<Finding> in(String content, String cell) {
        var words = Words.joined(content);
        var question = QUESTION.matcher(words).find()
                ? Stream.of(Findings.of(FindingCode.WORDING_DOUBTFUL, cell, "内容写成了设问（“是否”），像检查指标而不是任务。", "请确认要做的是什么。"))
                : Stream.<Finding>empty();
        var slips = KNOWN.stream()
                .filter(it -> words.contains(it.getKey()))
                .map(it -> Findings.of(
                        FindingCode.WORDING_DOUBTFUL,
                        cell,
                        "“" + it.getKey() + "”疑为“" + it.getValue() + "”之误。",
                        "原文保留，请确认。"));
        return Stream.concat(question, slips);
    }
}
