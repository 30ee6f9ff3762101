package gongkai.query.dashboard;

import gongkai.event.InterpretationForm;
import gongkai.event.Role;
import gongkai.event.UnitKind;
import gongkai.query.obligation.Evidence;
import gongkai.status.Status;
import gongkai.time.ChinaTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The domain's words as an officer reads them. */
@Component("wording")
public class Wording {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
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

    /** The last part of an event's type as its trail shows it. */
    public String ofType(String type) {
        return switch (type) {
            case "gongkai.ObligationAssigned.v1" -> "分解任务";
            case "gongkai.PublicationRecorded.v1" -> "登记公开";
            case "gongkai.InterpretationRecorded.v1" -> "登记解读";
            case "gongkai.CaseAccepted.v1" -> "登记受理";
            case "gongkai.ResponseRecorded.v1" -> "登记回应";
            default -> type;
        };
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
