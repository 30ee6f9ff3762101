package gongkai.bundle;

import gongkai.event.Role;
import gongkai.proof.CosignatureVerifier;
import gongkai.status.Status;
import gongkai.time.ChinaTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** 封面: what the bundle says, for a person to read and print. It holds nothing that the records do not. */
record Cover(Material material, Register register, Statuses statuses) {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm:ss.SSSSSS", Locale.CHINA);

    private static final String STYLE = """
            body{font:14px/1.6 "Songti SC","SimSun",serif;max-width:60em;margin:2em auto;padding:0 1em;color:#111}
            h1{font-size:22px;text-align:center}h2{font-size:16px;margin-top:1.6em}
            table{border-collapse:collapse;width:100%}th,td{border:1px solid #666;padding:3px 6px;text-align:left;vertical-align:top}
            th{background:#eee}code{font:12px/1.4 monospace;word-break:break-all}tr{break-inside:avoid}
            @media print{body{margin:0;max-width:none}thead{display:table-header-group}}
            """;

    byte[] html() {
        var page = new Html();
        page.open("html").with("lang", "zh-CN");
        page.open("head").open("meta").with("charset", "UTF-8").close();
        page.element("title", title()).element("style", STYLE).close();
        page.open("body").element("h1", title());
        writeQuestion(page);
        writeStatuses(page);
        writeBasis(page);
        writeProof(page);
        return page.close().close().bytes();
    }

    private String title() {
        return register.name() + "政务公开工作证据包";
    }

    private void writeQuestion(Html page) {
        var question = material.question();
        page.element("h2", "一、所问");
        page.open("table");
        page.row("td", "范围", Words.of(question.scope()) + " " + question.subject() + nameOfUnit());
        page.row("td", "状态时点（at）", MOMENT.format(ChinaTime.at(question.at())) + "（北京时间）");
        page.row("td", "所知截至（known）", "位置 " + question.known() + "：此后记录的事项不计入");
        page.row("td", "完整性", completeness());
        page.row("td", "责任事项", statuses.obligations().size() + " 项：" + counts());
        page.close();
    }

    private String nameOfUnit() {
        return register.units().stream()
                .filter(it -> it.code().equals(material.question().subject()))
                .map(it -> " " + it.name())
                .collect(Collectors.joining());
    }

    private String completeness() {
        return material.question().complete()
                ? "含截至该位置的全部记录，有无遗漏可由核验程序证明"
                : "只含相关记录；其后有无遗漏，以签发方所言为准（full=true 可得完整证据包）";
    }

    private String counts() {
        return statuses.counts().entrySet().stream()
                .map(it -> Words.of(it.getKey()) + " " + it.getValue())
                .collect(Collectors.joining("，"));
    }

    private void writeStatuses(Html page) {
        page.element("h2", "二、状态");
        page.open("table").open("thead");
        page.row("th", "行", "责任事项", "责任单位", "内容", "完成时限", "截止", "状态", "逾期");
        page.close().open("tbody");
        statuses.obligations()
                .forEach(it -> page.row(
                        "td",
                        String.valueOf(it.row()),
                        it.obligation(),
                        it.unitName() + "（" + Words.of(it.role()) + "）",
                        it.category() + "：" + it.content(),
                        it.timeLimit(),
                        it.dueAt()
                                .map(MOMENT::format)
                                .or(() -> it.dueOn().map(String::valueOf))
                                .orElse("—"),
                        Words.of(it.status()),
                        breaches(it)));
        page.close().close();
    }

    private static String breaches(Judgement it) {
        return it.breaches().isEmpty()
                ? "—"
                : it.breaches().stream()
                        .map(spell -> spell.occurrence() + "：" + spell.beganAt().toLocalDate() + "起"
                                + spell.curedAt()
                                        .map(cured -> "，" + cured.toLocalDate() + "止")
                                        .orElse("，未止"))
                        .collect(Collectors.joining("；"));
    }

    private void writeBasis(Html page) {
        page.element("h2", "三、依据");
        page.open("table");
        statuses.documents().forEach(it -> page.row("td", "任务分解表原件", it.fileName() + "（SHA-256 " + it.sha256() + "）"));
        register.calendar().forEach(it -> page.row("td", it.year() + "年放假安排", it.notice()));
        page.row("td", "责任单位名录", register.units().size() + " 个单位，见 " + Paths.REGISTER);
        page.close();
    }

    private void writeProof(Html page) {
        page.element("h2", "四、凭证");
        page.element(
                "p",
                "台账 %s 共 %d 条记录的树根由下列密钥签名；本包含其中 %d 条，各附包含证明。"
                        .formatted(
                                material.question().origin(),
                                material.leaves().size(),
                                material.records().size()));
        page.open("p").element("code", material.tree().root().base64()).close();
        keys(false).forEach(it -> page.open("p").element("code", it).close());
        if (keys(true).findAny().isPresent()) {
            page.element("p", "下列见证方见证了这棵树（--witness 密钥）：自其首次所见以来，该台账只增未改。");
            keys(true).forEach(it -> page.open("p").element("code", it).close());
        }
        page.element("p", "核验：java -jar gongkai-verify.jar 本包.zip --trust 密钥。核验程序不联网，按记录重算全部状态与本封面，有一字不符即拒绝。");
    }

    private Stream<String> keys(boolean ofWitnesses) {
        return material.keys().stream().filter(it -> CosignatureVerifier.of(it).isPresent() == ofWitnesses);
    }

    /** The domain's words as an officer reads them. */
    private static final class Words {

        private Words() {}

        private static String of(Status status) {
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

        private static String of(Scope scope) {
            return switch (scope) {
                case JURISDICTION -> "全县";
                case UNIT -> "责任单位";
                case OBLIGATION -> "责任事项";
            };
        }

        private static String of(Role role) {
            return switch (role) {
                case LEAD -> "牵头";
                case COOPERATING -> "配合";
            };
        }
    }
}
