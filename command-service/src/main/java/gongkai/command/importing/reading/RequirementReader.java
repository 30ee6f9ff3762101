package gongkai.command.importing.reading;

import gongkai.event.FindingCode;
import gongkai.event.InterpretationForm;
import gongkai.event.Requirement;
import gongkai.event.RequirementKind;
import gongkai.time.TimeLimit;
import gongkai.time.TimeLimit.AfterTrigger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What counts as done, how often and in which form: an answer, an interpretation, an activity held, or else a publication. */
final class RequirementReader {

    private static final String COUNTED = "(?:个|次|件|篇|条|期|场|幅)";
    private static final Pattern AT_LEAST = Pattern.compile(
            "(?:不少于|不得少于|不低于|至少)(?:开展|举办|发布|公开|完成)?(\\d{1,3})" + COUNTED + "|(\\d{1,3})" + COUNTED + "(?:以上|及以上)");
    private static final Pattern EXACTLY = Pattern.compile("(?:开展|举办|组织|召开|发布|公开|进行)(\\d{1,3})" + COUNTED);
    private static final Pattern PERIODIC = Pattern.compile("每|按月|按季|按年|逐月");
    private static final Pattern ACTIVITY = Pattern.compile("(?:举办|开展|组织|召开).*(?:活动|征集|座谈|培训|发布会|听证会|开放日|见习)");
    private static final Pattern ANSWER = Pattern.compile("回应|答复|舆情|回复|受理");
    private static final Pattern INTERPRETATION = Pattern.compile("^解读|.*(?:形式|方式)[^，。]*解读|解读.*(?:不少于|至少)");
    private static final Pattern INTERPRETED_AFTER = Pattern.compile("^(?:政策)?解读");
    private static final Map<String, InterpretationForm> FORMS = new LinkedHashMap<>();

    static {
        FORMS.put("图片|图解|图表|图示|图文|海报|漫画", InterpretationForm.IMAGE);
        FORMS.put("视频|动漫|动画", InterpretationForm.VIDEO);
        FORMS.put("音频|广播", InterpretationForm.AUDIO);
        FORMS.put("文字|问答", InterpretationForm.TEXT);
        FORMS.put("新闻发布会", InterpretationForm.PRESS_CONFERENCE);
    }

    private RequirementReader() {}

    static Requirement read(String content, TimeLimit limit) {
        var words = Words.figures(content);
        if (limit instanceof AfterTrigger) {
            return Requirement.once(kindAfterTrigger(words, limit.text()));
        }
        var kind = INTERPRETATION.matcher(words).find()
                ? RequirementKind.INTERPRETATION
                : ACTIVITY.matcher(words).find() ? RequirementKind.ACTIVITY : RequirementKind.PUBLICATION;
        var forms = kind == RequirementKind.INTERPRETATION ? forms(words) : List.<InterpretationForm>of();
        return new Requirement(kind, quota(words), forms);
    }

    private static RequirementKind kindAfterTrigger(String content, String limit) {
        if (INTERPRETED_AFTER.matcher(limit).find()) {
            return RequirementKind.INTERPRETATION;
        }
        return ANSWER.matcher(content + limit).find() ? RequirementKind.RESPONSE : RequirementKind.PUBLICATION;
    }

    private static int quota(String words) {
        var atLeast = AT_LEAST.matcher(words);
        if (atLeast.find()) {
            return Math.max(1, Integer.parseInt(atLeast.group(1) == null ? atLeast.group(2) : atLeast.group(1)));
        }
        return exactly(words).orElse(1);
    }

    private static Optional<Integer> exactly(String words) {
        var exactly = EXACTLY.matcher(words);
        return exactly.find() && !PERIODIC.matcher(words).find()
                ? Optional.of(Math.max(1, Integer.parseInt(exactly.group(1))))
                : Optional.empty();
    }

    /** “开展1次” says neither “at least” nor “no more than”. */
    static Optional<LimitReading.Question> question(String content) {
        var words = Words.figures(content);
        return AT_LEAST.matcher(words).find()
                ? Optional.empty()
                : exactly(words)
                        .map(times -> new LimitReading.Question(
                                FindingCode.QUOTA_TO_CONFIRM,
                                "“" + times + "次”可指恰好" + times + "次，也可指不少于" + times + "次。",
                                "暂按不少于" + times + "次计，请确认。"));
    }

    static List<InterpretationForm> forms(String content) {
        return FORMS.entrySet().stream()
                .filter(it -> Pattern.compile(it.getKey()).matcher(content).find())
                .map(Map.Entry::getValue)
                .toList();
    }
}
