package gongkai.query.wording;

import gongkai.event.Assignment;
import gongkai.event.Event;
import gongkai.event.JurisdictionEvent;
import gongkai.event.JurisdictionEvent.BulletinIssued;
import gongkai.event.JurisdictionEvent.CalendarAdopted;
import gongkai.event.JurisdictionEvent.ContactNamed;
import gongkai.event.JurisdictionEvent.JurisdictionRegistered;
import gongkai.event.JurisdictionEvent.JurisdictionRenamed;
import gongkai.event.JurisdictionEvent.PersonErased;
import gongkai.event.JurisdictionEvent.UnitChanged;
import gongkai.event.JurisdictionEvent.UnitClosed;
import gongkai.event.JurisdictionEvent.UnitMerged;
import gongkai.event.JurisdictionEvent.UnitRegistered;
import gongkai.event.ObligationEvent;
import gongkai.event.PlanEvent;
import gongkai.event.PlanEvent.PlanAmended;
import gongkai.event.PlanEvent.PlanClarified;
import gongkai.event.PlanEvent.PlanImported;
import gongkai.event.PlanEvent.TaskAmended;
import gongkai.event.PlanEvent.TaskClarified;
import gongkai.event.PlanEvent.TaskDefined;
import gongkai.event.PlanEvent.TaskRemoved;
import gongkai.event.TaskText;
import gongkai.event.UnitEntry;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What happened, in a Chinese sentence; who, why and when stand beside it. */
public final class EventSentences {

    private static final Wording WORDS = new Wording();

    private EventSentences() {}

    public static String of(Event event) {
        return switch (event) {
            case JurisdictionEvent it -> ofCounty(it);
            case PlanEvent it -> ofPlan(it);
            case ObligationEvent it -> ObligationSentences.of(it);
        };
    }

    private static String ofCounty(JurisdictionEvent event) {
        return switch (event) {
            case JurisdictionRegistered it -> "%s（%s）开立台账。".formatted(it.name(), it.code());
            case JurisdictionRenamed it -> "行政区划更名为“%s”。".formatted(it.name());
            case UnitRegistered it -> "登记责任单位%s%s。".formatted(entry(it.unit()), since(it.effectiveOn()));
            case UnitChanged it ->
                "责任单位 %s 改为%s%s。".formatted(it.unit().code(), entry(it.unit()), since(it.effectiveOn()));
            case UnitClosed it -> "责任单位 %s 撤出单位目录%s。".formatted(it.code(), since(it.effectiveOn()));
            case UnitMerged it ->
                "责任单位 %s 并入 %s，自%s起，所负事项随之转移。".formatted(it.code(), it.into(), WORDS.day(it.effectiveOn()));
            case CalendarAdopted it ->
                "采用%d年放假安排（%s发布）：放假%d天，调休上班%d天。"
                        .formatted(
                                it.year(),
                                WORDS.day(it.issuedOn()),
                                it.holidays().size(),
                                it.workdays().size());
            case BulletinIssued it ->
                "第%d次签发%s通报，数据截至%s（账位 %d）。"
                        .formatted(
                                it.number(),
                                WORDS.month(YearMonth.parse(it.month())),
                                WORDS.moment(it.speaksOf()),
                                it.position());
            case ContactNamed it -> "指定 %s 的联系人。".formatted(it.unit());
            case PersonErased it -> "依法删除 %s 的个人信息，密钥已销毁。".formatted(it.person());
        };
    }

    private static String entry(UnitEntry unit) {
        return "“%s”（%s）".formatted(unit.name(), WORDS.of(unit.kind()));
    }

    private static String since(Optional<LocalDate> day) {
        return day.map(it -> "，自" + WORDS.day(it) + "起").orElse("");
    }

    private static String ofPlan(PlanEvent event) {
        return switch (event) {
            case PlanImported it ->
                "导入《%s》，源文件 %s。".formatted(it.title(), it.document().fileName());
            case PlanAmended it -> "以更正后的文件 %s 替换《%s》。".formatted(it.document().fileName(), it.title());
            case PlanClarified it ->
                "答复关于全表的%d个问题%s。"
                        .formatted(
                                it.answered().size(),
                                it.issuedOn()
                                        .map(day -> "：印发日期为" + WORDS.day(day))
                                        .orElse(""));
            case TaskDefined it -> "读入%s，%s。".formatted(row(it.row(), it.text()), units(it.assignments()));
            case TaskClarified it ->
                "答复任务 %s%s，%s。"
                        .formatted(
                                it.task(),
                                it.answered().isEmpty()
                                        ? ""
                                        : " 的%d个问题".formatted(it.answered().size()),
                                units(it.assignments()));
            case TaskAmended it -> "更正%s，%s。".formatted(row(it.row(), it.text()), units(it.assignments()));
            case TaskRemoved it -> "更正后的表不再有任务 %s。".formatted(it.task());
        };
    }

    private static String row(int row, TaskText text) {
        return "第%d行“%s”".formatted(row, TaskText.oneLine(text.category()));
    }

    /** The first few by name. */
    private static String units(List<Assignment> assignments) {
        if (assignments.isEmpty()) {
            return "责任单位待定";
        }
        var names = assignments.stream().limit(3).map(Assignment::name).collect(Collectors.joining("、"));
        return "责任单位%s%s".formatted(names, assignments.size() > 3 ? "等" + assignments.size() + "个" : "");
    }
}
