package gongkai.statute;

import gongkai.event.TaskText;
import gongkai.time.CountingUnit;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A limit that the law sets. One that was replaced stays, for what was triggered in its time. */
public enum Statute {
    REGULATION_2007_ARTICLE_18(
            "政府信息公开条例（2007年）第十八条",
            "自该政府信息形成或者变更之日起20个工作日内予以公开",
            Trigger.FORMATION,
            20,
            CountingUnit.WORKING_DAYS,
            "2008-05-01",
            "2019-05-14"),
    REGULATION_2019_ARTICLE_26(
            "政府信息公开条例（2019年修订）第二十六条",
            "自该政府信息形成或者变更之日起20个工作日内及时公开",
            Trigger.FORMATION,
            20,
            CountingUnit.WORKING_DAYS,
            "2019-05-15",
            ""),
    REGULATION_2007_ARTICLE_24(
            "政府信息公开条例（2007年）第二十四条",
            "自收到申请之日起15个工作日内予以答复，延长不超过15个工作日",
            Trigger.REQUEST,
            15,
            CountingUnit.WORKING_DAYS,
            "2008-05-01",
            "2019-05-14"),
    REGULATION_2019_ARTICLE_33(
            "政府信息公开条例（2019年修订）第三十三条",
            "自收到申请之日起20个工作日内予以答复，延长不超过20个工作日",
            Trigger.REQUEST,
            20,
            CountingUnit.WORKING_DAYS,
            "2019-05-15",
            ""),
    STATE_COUNCIL_OFFICE_2016_61_MAJOR(
            "国办发〔2016〕61号",
            "涉及特别重大、重大突发事件的政务舆情，最迟应在24小时内举行新闻发布会",
            Trigger.OPINION_OF_MAJOR_INCIDENT,
            24,
            CountingUnit.HOURS,
            "2016-07-30",
            ""),
    STATE_COUNCIL_OFFICE_2016_61(
            "国办发〔2016〕61号", "其他政务舆情应在48小时内予以回应", Trigger.OPINION, 48, CountingUnit.HOURS, "2016-07-30", ""),
    BUDGET_LAW_ARTICLE_14(
            "预算法第十四条", "经批准（批复）后20日内向社会公开", Trigger.BUDGET_APPROVAL, 20, CountingUnit.DAYS, "2015-01-01", "");

    /** What starts the clock, and the words by which a task shows that it is about such a thing. */
    public enum Trigger {
        /** The information came into being: every task that publishes. */
        FORMATION("信息形成", Pattern.compile("^")),
        REQUEST("收到申请", Pattern.compile("依申请公开")),
        OPINION("舆情", Pattern.compile("舆情")),
        /** Nothing in a table says that an incident is major: the case's trigger must. */
        OPINION_OF_MAJOR_INCIDENT("重大突发事件舆情", Pattern.compile("舆情")),
        BUDGET_APPROVAL("批准", Pattern.compile("预算|决算"));

        private final String words;
        private final Pattern sign;

        Trigger(String words, Pattern sign) {
            this.words = words;
            this.sign = sign;
        }

        /** As a case names it. */
        public String words() {
            return words;
        }

        boolean isMeantBy(TaskText text) {
            return sign.matcher(text.category() + "\n" + text.content()).find();
        }
    }

    private final String article;
    private final String text;
    private final Trigger trigger;
    private final int amount;
    private final CountingUnit unit;
    private final LocalDate from;
    private final LocalDate to;

    Statute(String article, String text, Trigger trigger, int amount, CountingUnit unit, String from, String to) {
        this.article = article;
        this.text = text;
        this.trigger = trigger;
        this.amount = amount;
        this.unit = unit;
        this.from = LocalDate.parse(from);
        this.to = to.isEmpty() ? LocalDate.MAX : LocalDate.parse(to);
    }

    /** Those that concern such a task, whenever they were in force. */
    public static List<Statute> concerning(TaskText text) {
        return Arrays.stream(values()).filter(it -> it.trigger.isMeantBy(text)).toList();
    }

    boolean isInForceOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    public String article() {
        return article;
    }

    public String text() {
        return text;
    }

    public Trigger trigger() {
        return trigger;
    }

    public int amount() {
        return amount;
    }

    public CountingUnit unit() {
        return unit;
    }

    /** The first day on which it is in force. */
    public LocalDate from() {
        return from;
    }

    /** The last day on which it was in force; empty while it is. */
    public Optional<LocalDate> to() {
        return to.equals(LocalDate.MAX) ? Optional.empty() : Optional.of(to);
    }
}
