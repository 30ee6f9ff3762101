package gongkai.query.desk;

import gongkai.event.Requirement;
import gongkai.event.RequirementKind;
import gongkai.http.rule.TimeLimitAnswer;
import gongkai.http.rule.TimeLimitAnswer.Kind;
import gongkai.query.delivery.channel.Channel;
import gongkai.query.desk.command.ReadPlan.Change;
import gongkai.query.notice.rule.NoticeKind;
import gongkai.query.wording.Wording;
import gongkai.time.CountingUnit;
import gongkai.time.Period;
import org.springframework.stereotype.Component;

/** Words that only the desk needs. */
@Component("deskWording")
public class DeskWording {

    private final Wording wording;

    DeskWording(Wording wording) {
        this.wording = wording;
    }

    public String of(Requirement it) {
        return wording.of(it);
    }

    public String of(RequirementKind it) {
        return wording.of(it);
    }

    public String of(Channel it) {
        return switch (it) {
            case WEBHOOK -> "回调（webhook）";
            case EMAIL -> "邮件";
            case WECOM -> "企业微信机器人";
            case DINGTALK -> "钉钉机器人";
        };
    }

    public String of(NoticeKind it) {
        return switch (it) {
            case ASSIGNED -> "交办";
            case DUE_SOON -> "临期";
            case BREACHED -> "逾期";
            case CURED -> "办结";
            case DUE_MOVED -> "改期";
            case NEEDS_ANSWER -> "待答";
            case WITHDRAWN -> "撤回通知";
        };
    }

    public String of(Change.Kind it) {
        return switch (it) {
            case ADDED -> "新增";
            case AMENDED -> "改动";
            case REMOVED -> "删去";
        };
    }

    /** A column by its name in the API. */
    public String column(String field) {
        return switch (field) {
            case "row" -> "行次";
            case "directory" -> "公开目录";
            case "category" -> "分类";
            case "content" -> "公开内容";
            case "responsibility" -> "责任单位";
            case "timeLimit" -> "完成时限";
            default -> field;
        };
    }

    public String of(Kind it) {
        return switch (it) {
            case FIXED_DATE -> "固定日期";
            case AFTER_TRIGGER -> "自某事起算";
            case RECURRING -> "按周期";
            case WINDOW -> "一段时间内";
            case LASTING -> "公示不少于";
            case ONGOING -> "适时（常态）";
            case UNCLEAR -> "待定";
        };
    }

    public String of(CountingUnit it) {
        return switch (it) {
            case HOURS -> "小时";
            case DAYS -> "日";
            case WORKING_DAYS -> "工作日";
            case MONTHS -> "个月";
        };
    }

    public String of(Period it) {
        return switch (it) {
            case MONTH -> "每月";
            case QUARTER -> "每季度";
            case YEAR -> "每年";
        };
    }

    /** A limit in one phrase: 自“受理”起5个工作日内. */
    public String of(TimeLimitAnswer it) {
        var amount = it.amount().map(String::valueOf).orElse("？")
                + it.unit().map(this::counted).orElse("");
        return switch (it.kind()) {
            case FIXED_DATE -> it.dueOn().map(wording::day).orElse("？") + "前";
            case AFTER_TRIGGER ->
                "自“" + it.trigger().filter(event -> !event.isEmpty()).orElse("起算之事") + "”起" + amount + "内"
                        + it.atMost().map(most -> "，最长" + most).orElse("");
            case RECURRING ->
                it.every().map(this::of).orElse("")
                        + it.month().map(month -> "第" + month + "个月").orElse("")
                        + it.day().map(day -> day + "日前").orElse("末前");
            case WINDOW ->
                it.from().map(wording::day).orElse("起日未定") + "至"
                        + it.to().map(wording::day).orElse("止日未定");
            case LASTING -> "公示不少于" + amount;
            case ONGOING -> "适时，不算逾期，只计静默天数";
            case UNCLEAR -> "读不准，待答";
        };
    }

    private String counted(CountingUnit it) {
        return it == CountingUnit.WORKING_DAYS ? "个工作日" : of(it);
    }
}
