package gongkai.query.wording;

import gongkai.event.ObligationEvent;
import gongkai.event.ObligationEvent.CaseAccepted;
import gongkai.event.ObligationEvent.CaseDueMoved;
import gongkai.event.ObligationEvent.InterpretationRecorded;
import gongkai.event.ObligationEvent.ObligationAcknowledged;
import gongkai.event.ObligationEvent.ObligationAmended;
import gongkai.event.ObligationEvent.ObligationAssigned;
import gongkai.event.ObligationEvent.ObligationClarified;
import gongkai.event.ObligationEvent.ObligationClosed;
import gongkai.event.ObligationEvent.ObligationExtended;
import gongkai.event.ObligationEvent.ObligationReviewed;
import gongkai.event.ObligationEvent.ObligationWaived;
import gongkai.event.ObligationEvent.ObligationWithdrawn;
import gongkai.event.ObligationEvent.PublicationRecorded;
import gongkai.event.ObligationEvent.PublicationRetracted;
import gongkai.event.ObligationEvent.ResponseRecorded;
import gongkai.event.TaskText;

/** What happened to what a unit owes, in a Chinese sentence. */
final class ObligationSentences {

    private static final Wording WORDS = new Wording();

    private ObligationSentences() {}

    static String of(ObligationEvent event) {
        return switch (event) {
            case ObligationAssigned it ->
                "第%d行“%s”分解给%s（%s），时限“%s”。"
                        .formatted(
                                it.row(),
                                TaskText.oneLine(it.text().category()),
                                it.assignment().name(),
                                WORDS.of(it.assignment().role()),
                                TaskText.oneLine(it.text().timeLimit()));
            case PublicationRecorded it ->
                "公开“%s”%s。"
                        .formatted(
                                it.title(),
                                it.documentNumber()
                                        .map(number -> "，文号 " + number)
                                        .orElse(""));
            case InterpretationRecorded it -> "以%s解读，“%s”。".formatted(WORDS.of(it.form()), it.title());
            case CaseAccepted it ->
                "受理“%s”%s。"
                        .formatted(
                                it.subject(),
                                it.dueAt()
                                        .map(WORDS::moment)
                                        .or(() -> it.dueOn().map(WORDS::day))
                                        .map(due -> "，应于" + due + "前办结")
                                        .orElse(""));
            case ResponseRecorded it -> "回应 %s：“%s”。".formatted(it.caseId(), it.title());
            case CaseDueMoved it -> "放假通知使 %s 的期限移至%s。".formatted(it.caseId(), WORDS.day(it.dueOn()));
            case ObligationClarified it ->
                "澄清任务的读法：由%s%s。"
                        .formatted(
                                it.assignment().name(), WORDS.of(it.assignment().role()));
            case ObligationAmended it ->
                "改为第%d行“%s”，由%s%s。"
                        .formatted(
                                it.row(),
                                TaskText.oneLine(it.text().category()),
                                it.assignment().name(),
                                WORDS.of(it.assignment().role()));
            case ObligationWithdrawn _ -> "不再列为责任单位。";
            case ObligationExtended it -> "%s延期至%s。".formatted(occurrence(it.occurrence()), WORDS.day(it.dueOn()));
            case ObligationWaived _ -> "免除。";
            case ObligationAcknowledged it ->
                "签收%s。".formatted(it.note().map(note -> "：" + note).orElse(""));
            case ObligationReviewed it ->
                "复核%s，查看证据%d件。".formatted(WORDS.of(it.outcome()), it.evidence().size());
            case ObligationClosed _ -> "销号。";
            case PublicationRetracted it -> "撤回公开 %s。".formatted(it.publication());
        };
    }

    private static String occurrence(String id) {
        return id.equals("once") ? "" : id + " ";
    }
}
