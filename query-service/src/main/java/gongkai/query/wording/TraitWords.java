package gongkai.query.wording;

import gongkai.event.ReviewOutcome;
import gongkai.event.Role;
import gongkai.event.UnitKind;
import gongkai.query.trail.change.Trait;
import gongkai.status.Status;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** What an event changed, as an officer reads it. */
final class TraitWords {

    private TraitWords() {}

    static String of(Trait trait) {
        return switch (trait) {
            case NAME -> "名称";
            case KIND -> "类别";
            case ALIASES -> "别名";
            case CALENDAR -> "放假通知";
            case BULLETINS -> "已签发通报";
            case TITLE -> "表题";
            case ISSUED_ON -> "印发日期";
            case DOCUMENT -> "源文件";
            case QUESTIONS -> "待答问题";
            case UNITS, UNIT -> "责任单位";
            case ROW -> "行";
            case DIRECTORY -> "公开目录";
            case CATEGORY -> "分类";
            case CONTENT -> "公开内容";
            case RESPONSIBILITY -> "责任单位栏";
            case TIME_LIMIT -> "完成时限栏";
            case RULES -> "时限";
            case ROLE -> "角色";
            case STATUS -> "状态";
            case DUE -> "截止";
            case EVIDENCE -> "有效证据";
            case ACKNOWLEDGED -> "签收";
            case REVIEW -> "复核";
            case CLOSED -> "销号";
        };
    }

    static String value(Trait trait, String value, Wording words) {
        return switch (trait) {
            case STATUS -> words.of(Status.valueOf(value));
            case ROLE -> words.of(Role.valueOf(value));
            case KIND -> words.of(UnitKind.valueOf(value));
            case REVIEW -> words.of(ReviewOutcome.valueOf(value));
            case ISSUED_ON -> words.day(LocalDate.parse(value));
            case ACKNOWLEDGED, CLOSED -> words.moment(OffsetDateTime.parse(value));
            case DUE ->
                value.contains("T") ? words.moment(OffsetDateTime.parse(value)) : words.day(LocalDate.parse(value));
            case EVIDENCE -> value + " 件";
            case QUESTIONS -> value + " 个";
            case BULLETINS -> value + " 次";
            case ROW -> "第" + value + "行";
            case DOCUMENT -> value.substring(0, Math.min(12, value.length())) + "…";
            case NAME,
                    ALIASES,
                    CALENDAR,
                    TITLE,
                    UNITS,
                    DIRECTORY,
                    CATEGORY,
                    CONTENT,
                    RESPONSIBILITY,
                    TIME_LIMIT,
                    RULES,
                    UNIT -> value;
        };
    }
}
