package gongkai.query.wording;

import gongkai.event.Event;
import gongkai.event.FindingSeverity;
import gongkai.event.InterpretationForm;
import gongkai.event.Requirement;
import gongkai.event.RequirementKind;
import gongkai.event.ReviewOutcome;
import gongkai.event.Role;
import gongkai.event.UnitKind;
import gongkai.query.bulletin.figure.Fault;
import gongkai.query.bulletin.figure.Figure;
import gongkai.query.obligation.Evidence;
import gongkai.query.reading.ReadingKind;
import gongkai.query.trail.change.Trait;
import gongkai.status.Slip;
import gongkai.status.Status;
import gongkai.time.ChinaTime;
import gongkai.time.DayReason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The domain's words as an officer reads them. */
@Component("wording")
public class Wording {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy年M月", Locale.CHINA);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA);

    public String of(Status status) {
        return switch (status) {
            case OVERDUE -> "逾期";
            case DUE_SOON -> "临期";
            case UNCLEAR -> "待定";
            case IN_PROGRESS -> "进行中";
            case NOT_STARTED -> "未开始";
            case AWAITING_TRIGGER -> "待触发";
            case ONGOING_SILENT -> "静默";
            case FULFILLED_LATE -> "逾期完成";
            case FULFILLED -> "按期完成";
            case ONGOING_ACTIVE -> "持续公开";
            case WAIVED -> "免除";
        };
    }

    public String of(Slip slip) {
        return switch (slip) {
            case BLUE -> "蓝色督办单";
            case YELLOW -> "黄色督办单";
            case RED -> "红色督办单";
        };
    }

    public String of(Fault fault) {
        return switch (fault) {
            case OWN -> "自身原因";
            case QUESTION -> "当时待答";
        };
    }

    public String of(Figure figure) {
        return switch (figure) {
            case DONE -> "按期完成";
            case CURED -> "逾期后完成";
            case LATE -> "逾期未完成";
            case PENDING -> "未到期";
            case CARRIED_CURED -> "往月结转已补";
            case CARRIED_LATE -> "往月结转未补";
            case SILENT -> "静默";
            case BLOCKED -> "待答";
        };
    }

    /** 2019年5月. */
    public String month(YearMonth month) {
        return MONTH.format(month);
    }

    public String of(UnitKind kind) {
        return switch (kind) {
            case TOWN -> "镇";
            case DEPARTMENT -> "工作部门";
            case AGENCY -> "直属机构";
        };
    }

    public String of(Role role) {
        return switch (role) {
            case LEAD -> "牵头";
            case COOPERATING -> "配合";
        };
    }

    public String of(Evidence.Kind kind) {
        return switch (kind) {
            case PUBLICATION -> "公开";
            case INTERPRETATION -> "解读";
            case CASE -> "受理";
            case RESPONSE -> "回应";
        };
    }

    public String of(InterpretationForm form) {
        return switch (form) {
            case TEXT -> "文字";
            case IMAGE -> "图片";
            case AUDIO -> "音频";
            case VIDEO -> "视频";
            case PRESS_CONFERENCE -> "新闻发布会";
            case OTHER -> "其他";
        };
    }

    /** An event's type as its trail shows it, whatever its version. */
    public String ofType(String type) {
        return switch (type.replaceFirst("\\.v\\d+$", "")) {
            case "gongkai.JurisdictionRegistered" -> "开立台账";
            case "gongkai.JurisdictionRenamed" -> "更名";
            case "gongkai.UnitRegistered" -> "登记单位";
            case "gongkai.UnitChanged" -> "变更单位";
            case "gongkai.UnitClosed" -> "撤销单位";
            case "gongkai.UnitMerged" -> "合并单位";
            case "gongkai.CalendarAdopted" -> "采用放假安排";
            case "gongkai.BulletinIssued" -> "签发通报";
            case "gongkai.ContactNamed" -> "指定联系人";
            case "gongkai.PersonErased" -> "删除个人信息";
            case "gongkai.PlanImported" -> "导入任务表";
            case "gongkai.PlanAmended" -> "更正任务表";
            case "gongkai.PlanClarified" -> "答复全表问题";
            case "gongkai.TaskDefined" -> "读入任务";
            case "gongkai.TaskClarified" -> "答复任务问题";
            case "gongkai.TaskAmended" -> "更正任务";
            case "gongkai.TaskRemoved" -> "删去任务";
            case "gongkai.ObligationAssigned" -> "分解任务";
            case "gongkai.PublicationRecorded" -> "登记公开";
            case "gongkai.InterpretationRecorded" -> "登记解读";
            case "gongkai.CaseAccepted" -> "登记受理";
            case "gongkai.ResponseRecorded" -> "登记回应";
            case "gongkai.CaseDueMoved" -> "放假通知调整时限";
            case "gongkai.ObligationClarified" -> "澄清";
            case "gongkai.ObligationAmended" -> "更正";
            case "gongkai.ObligationWithdrawn" -> "不再承担";
            case "gongkai.ObligationExtended" -> "延期";
            case "gongkai.ObligationWaived" -> "免除";
            case "gongkai.ObligationAcknowledged" -> "签收";
            case "gongkai.ObligationReviewed" -> "复核";
            case "gongkai.ObligationClosed" -> "销号";
            case "gongkai.PublicationRetracted" -> "撤回公开";
            default -> type;
        };
    }

    /** What happened, in a sentence. */
    public String sentence(Event event) {
        return EventSentences.of(event);
    }

    public String of(Trait trait) {
        return TraitWords.of(trait);
    }

    /** A value of the trait, 2019年4月30日 for a due date. */
    public String value(Trait trait, String value) {
        return TraitWords.value(trait, value, this);
    }

    public String of(ReadingKind kind) {
        return switch (kind) {
            case EVIDENCE -> "取证据包";
            case EXPORT -> "导出任务表";
            case BULLETIN -> "取通报";
            case TRAIL -> "查轨迹";
            case DIFFERENCE -> "查差异";
            case AS_OF -> "查指定时点";
        };
    }

    public String of(RequirementKind kind) {
        return switch (kind) {
            case PUBLICATION -> "公开";
            case INTERPRETATION -> "解读";
            case RESPONSE -> "回应";
            case ACTIVITY -> "活动";
        };
    }

    public String of(FindingSeverity severity) {
        return switch (severity) {
            case ERROR -> "错误";
            case QUESTION -> "待答";
            case NOTE -> "提示";
        };
    }

    public String of(DayReason reason) {
        return switch (reason) {
            case CALENDAR_DAY -> "自然日";
            case WORKING_DAY -> "工作日";
            case SHIFTED_WORKDAY -> "调休上班";
            case WEEKEND -> "周末";
            case HOLIDAY -> "放假";
        };
    }

    public String of(ReviewOutcome outcome) {
        return switch (outcome) {
            case ACCEPTED -> "通过";
            case RETURNED -> "退回";
        };
    }

    /** 至少2次 · 图片、视频. */
    public String of(Requirement requirement) {
        var forms = requirement.forms().stream().map(this::of).collect(Collectors.joining("、"));
        return of(requirement.kind())
                + (requirement.quota() > 1 ? "不少于" + requirement.quota() + "次" : "")
                + (forms.isEmpty() ? "" : "（" + forms + "）");
    }

    public String day(LocalDate day) {
        return DAY.format(day);
    }

    public String moment(OffsetDateTime moment) {
        return MOMENT.format(moment.atZoneSameInstant(ChinaTime.ZONE));
    }

    public String moment(Instant moment) {
        return MOMENT.format(moment.atZone(ChinaTime.ZONE));
    }
}
