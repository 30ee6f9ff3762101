package gongkai.query.explanation;

import gongkai.event.Rule;
import gongkai.time.CountingUnit;
import gongkai.time.Period;
import gongkai.time.TimeLimit.AfterTrigger;
import gongkai.time.TimeLimit.FixedDate;
import gongkai.time.TimeLimit.Lasting;
import gongkai.time.TimeLimit.Ongoing;
import gongkai.time.TimeLimit.Recurring;
import gongkai.time.TimeLimit.Unclear;
import gongkai.time.TimeLimit.Window;

/** What a rule's time limit was read as, in a Chinese sentence. */
final class Sentences {

    private Sentences() {}

    static String of(Rule rule) {
        return (rule.adopted() ? "" : "（拟定，待确认）") + meaning(rule);
    }

    private static String meaning(Rule rule) {
        return switch (rule.timeLimit()) {
            case FixedDate it -> "截止 %s 当日24时（北京时间），次日起为逾期。".formatted(it.dueOn());
            case AfterTrigger it ->
                it.unit() == CountingUnit.HOURS
                        ? "自%s时刻起连续计算%d小时。".formatted(trigger(it), it.amount())
                        : "自%s次日起算（当日不计，民法典第二百零一条），第%d%s24时截止。".formatted(trigger(it), it.amount(), unit(it.unit()));
            case Recurring it ->
                "每%s一期，当期%s截止。"
                        .formatted(
                                period(it.every()),
                                it.month().map(month -> "第" + month + "个月").orElse("")
                                        + it.day().map(day -> day + "日").orElse("末日"));
            case Window it ->
                it.to().isPresent()
                        ? "窗口 %s 至 %s（含首尾）。"
                                .formatted(
                                        it.from().map(String::valueOf).orElse("即日"),
                                        it.to().get())
                        : "窗口起止日期未定，待人工填写。";
            case Lasting it -> "公开后须保持不少于%d%s。".formatted(it.amount(), unit(it.unit()));
            case Ongoing _ -> "长期事项，无截止日，只统计静默天数。";
            case Unclear _ -> "尚不能确定，待人工答复。";
        };
    }

    private static String trigger(AfterTrigger it) {
        return it.trigger().isEmpty() ? "事件发生" : it.trigger();
    }

    private static String unit(CountingUnit unit) {
        return switch (unit) {
            case HOURS -> "小时";
            case DAYS -> "日";
            case WORKING_DAYS -> "个工作日";
            case MONTHS -> "个月的对应日";
        };
    }

    private static String period(Period period) {
        return switch (period) {
            case MONTH -> "月";
            case QUARTER -> "季度";
            case YEAR -> "年";
        };
    }
}
