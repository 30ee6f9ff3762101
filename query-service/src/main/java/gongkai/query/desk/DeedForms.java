package gongkai.query.desk;

import gongkai.event.InterpretationForm;
import gongkai.event.ReviewOutcome;
import gongkai.query.desk.form.Choice;
import gongkai.query.desk.form.Field;
import gongkai.query.desk.form.Field.Kind;
import gongkai.query.desk.form.Form;
import gongkai.query.obligation.Evidence;
import gongkai.query.obligation.ObligationItem;
import gongkai.query.wording.Wording;
import gongkai.time.ChinaTime;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The form of each deed, with what is likely filled in. */
@Component
class DeedForms {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private final Wording wording;
    private final InstantSource clock;

    DeedForms(Wording wording, InstantSource clock) {
        this.wording = wording;
        this.clock = clock;
    }

    Form of(Deed deed, ObligationItem it) {
        var action = "/desk/obligations/" + it.id() + "/" + deed.path();
        return Form.of(action, deed.title(), deed.title(), fields(deed, it));
    }

    private List<Field> fields(Deed deed, ObligationItem it) {
        return switch (deed) {
            case PUBLICATION ->
                List.of(
                        title("标题"),
                        address(),
                        moment("publishedAt", "公开时间"),
                        Field.of(Kind.DAY, "formedOn", "形成日期")
                                .hint("文件形成之日；时限从形成起算的，请填写。")
                                .cure("日期写法如 2019-04-25。"),
                        Field.of(Kind.TEXT, "documentNumber", "文号").cure("文号最多 100 字。"),
                        occurrence(it, "留空由系统判断。"));
            case INTERPRETATION ->
                List.of(
                        part("解读哪一条公开", it, Evidence.Kind.PUBLICATION),
                        form(),
                        title("标题"),
                        address(),
                        moment("publishedAt", "解读时间"));
            case CASE ->
                List.of(
                        title("subject", "事由"),
                        moment("acceptedAt", "受理时间"),
                        Field.of(Kind.TEXT, "trigger", "起算点")
                                .hint("只有一种起算的时限时留空。")
                                .cure("起算点最多 100 字。"));
            case RESPONSE ->
                List.of(part("回应哪一件", it, Evidence.Kind.CASE), title("标题"), address(), moment("respondedAt", "回应时间"));
            case ACKNOWLEDGEMENT ->
                List.of(Field.of(Kind.LONG_TEXT, "reason", "备注").cure("备注最多 1000 字。"));
            case REVIEW -> basis(outcome(), evidence(it));
            case CLOSURE, WAIVER -> basis();
            case EXTENSION ->
                basis(
                        Field.of(Kind.DAY, "dueOn", "新的截止日").mandatory().cure("请填写新的截止日，写法如 2019-06-30。"),
                        occurrence(it, "只有一期没有办结时可留空。"));
            case RETRACTION -> basis(part("撤回哪一条公开", it, Evidence.Kind.PUBLICATION));
        };
    }

    /** Fields that are asked first, then why and on what authority. */
    static List<Field> basis(Field... before) {
        return Stream.concat(
                        Arrays.stream(before),
                        Stream.of(
                                Field.of(Kind.LONG_TEXT, "reason", "理由")
                                        .mandatory()
                                        .cure("请写明理由（1000 字以内）。"),
                                Field.of(Kind.TEXT, "authority", "依据")
                                        .mandatory()
                                        .hint("所依据的文件或决定它的机关，如 平政办函〔2019〕12号。")
                                        .cure("请写明依据（500 字以内），如 平政办函〔2019〕12号。")))
                .toList();
    }

    private static Field title(String label) {
        return title("title", label);
    }

    private static Field title(String name, String label) {
        return Field.of(Kind.TEXT, name, label).mandatory().cure("请填写“" + label + "”（500 字以内）。");
    }

    private static Field address() {
        return Field.of(Kind.ADDRESS, "url", "网址")
                .mandatory()
                .cure("请填写以 http:// 或 https:// 开头的完整网址，如 https://www.pingli.gov.cn/…。");
    }

    private Field moment(String name, String label) {
        return Field.of(Kind.MOMENT, name, label)
                .mandatory()
                .cure("请填写“" + label + "”，写法如 2019-04-28T10:00（北京时间）。")
                .hint("北京时间。")
                .value(minute(clock.instant()));
    }

    private static String minute(Instant instant) {
        return MINUTE.format(ChinaTime.at(instant));
    }

    /** Due instances that still lack something; a period or case that is done is rarely meant. */
    private Field occurrence(ObligationItem it, String hint) {
        var open = it.occurrences().stream()
                .filter(one -> one.evidence() < one.quota())
                .map(one -> new Choice(one.id(), nameOf(one.id()) + "，截止 " + wording.day(one.dueOn())));
        return Field.of(Kind.CHOICE, "occurrence", "期次")
                .hint(hint)
                .cure("请选择期次。")
                .choices(Stream.concat(Stream.of(new Choice("", "—")), open).toList());
    }

    private static String nameOf(String occurrence) {
        return occurrence.equals("once") ? "一次" : occurrence;
    }

    private Field part(String label, ObligationItem it, Evidence.Kind kind) {
        var parts = evidence(it, kind).toList();
        return Field.of(Kind.CHOICE, "of", label)
                .mandatory()
                .notSent()
                .cure("请选择“" + label + "”；列表为空时，请先登记它。")
                .choices(parts)
                .value(parts.isEmpty() ? "" : parts.getLast().value());
    }

    private Stream<Choice> evidence(ObligationItem it, Evidence.Kind... kinds) {
        return it.evidence().stream()
                .filter(one -> one.counts() && Arrays.asList(kinds).contains(one.kind()))
                .map(one -> new Choice(one.id(), wording.moment(one.at()) + " " + one.title()));
    }

    private Field evidence(ObligationItem it) {
        return Field.of(Kind.CHECKS, "evidence", "复核哪些材料")
                .hint("都不选，即全部在列的材料。")
                .choices(evidence(it, Evidence.Kind.PUBLICATION, Evidence.Kind.INTERPRETATION, Evidence.Kind.RESPONSE)
                        .toList());
    }

    private Field outcome() {
        return Field.of(Kind.CHOICE, "outcome", "复核结果")
                .mandatory()
                .hint("退回的材料不再计入，直到有新的材料或另行复核。")
                .choices(Arrays.stream(ReviewOutcome.values())
                        .map(one -> new Choice(one.name(), wording.of(one)))
                        .toList())
                .value(ReviewOutcome.ACCEPTED.name());
    }

    private Field form() {
        return Field.of(Kind.CHOICE, "form", "解读形式")
                .mandatory()
                .choices(Arrays.stream(InterpretationForm.values())
                        .map(one -> new Choice(one.name(), wording.of(one)))
                        .toList())
                .value(InterpretationForm.TEXT.name());
    }
}
