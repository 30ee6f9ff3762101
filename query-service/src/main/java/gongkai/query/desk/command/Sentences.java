package gongkai.query.desk.command;

import java.util.Map;
import java.util.Optional;

/** Each refusal of the command API, by its code: what is wrong, and what to do. */
final class Sentences {

    private static final Map<String, String> BY_CODE = Map.ofEntries(
            Map.entry("COMMAND_SERVICE_AWAY", "台账服务没有回应，还不知道是否已经记入。填写的内容都在，请稍后再按一次，不会重复登记。"),
            Map.entry("LEDGER_BUSY", "台账正忙，没有记入。请稍后再按一次。"),
            Map.entry("LEDGER_UNAVAILABLE", "台账的数据库没有回应，多半没有记入。请稍后再按一次，不会重复登记。"),
            Map.entry("TEMPORARILY_UNAVAILABLE", "暂时不能办理，请稍后再按一次。"),
            Map.entry("INTERNAL_ERROR", "系统内部出错，没有办成。请再试一次；仍不行，请把时间告诉管理员。"),
            Map.entry("CONCURRENT_WRITE", "同一时刻有人也在登记。请再按一次。"),
            Map.entry("IDEMPOTENCY_KEY_IN_FLIGHT", "上一次提交还在办理，请稍等片刻再按一次，不会重复登记。"),
            Map.entry("IDEMPOTENCY_KEY_REUSED", "这张表单先前已经登记过一次，现在的内容与那次不同。确要再登记一条，请再按一次。"),
            Map.entry("JURISDICTION_UNKNOWN", "台账里没有这个行政区划。请先在工作台登记行政区划。"),
            Map.entry("PLAN_UNKNOWN", "没有这份任务分解表。请先上传。"),
            Map.entry("TASK_UNKNOWN", "分解表里没有这一行。请从分解表页面重新选择。"),
            Map.entry("OBLIGATION_UNKNOWN", "没有这个责任事项。请从单位页面重新选择。"),
            Map.entry("PUBLICATION_UNKNOWN", "没有这条公开。请在列表中选择。"),
            Map.entry("CASE_UNKNOWN", "没有这件受理。请先登记受理，再登记回应。"),
            Map.entry("PLAN_EXISTS", "本年度已有另一份分解表，新文件与它相同的行不到一半。请核对差异；确要以新文件为准，请写明理由和依据。"),
            Map.entry("ALREADY_SO", "先前已经登记过，不必再登记；详情见该事项的轨迹。"),
            Map.entry("UNIT_UNKNOWN", "有的单位不在单位目录中。请改用目录里的代码或名称，或先补充单位目录。"),
            Map.entry("UNIT_OF_ANOTHER_JURISDICTION", "有的单位代码不属于本行政区划：代码前六位须与本区划相同。"),
            Map.entry(
                    "UNIT_REGISTER_INVALID",
                    "这一行读不了。每行依次写代码、名称、类别、别名，用英文逗号隔开；代码如 610926-D03，不得重复；类别写 TOWN（镇）、DEPARTMENT（工作部门）或 AGENCY（直属机构）。"),
            Map.entry("CALENDAR_DAY_CONTRADICTORY", "有一天既写在放假里又写在上班里，请只留一处。"),
            Map.entry("CALENDAR_DAY_OUTSIDE", "有的日子不在该年度的安排范围内，请核对年份。"),
            Map.entry("CALENDAR_SUPERSEDED", "该年度已有更新的放假通知在用；较早的通知不能替换它。请核对发文日期。"),
            Map.entry("YEAR_CONTRADICTS_TITLE", "年份与表格标题中的年份不一致，请改正年份或换一个文件。"),
            Map.entry("CLARIFICATION_EMPTY", "还没有作答：请改动责任单位或要求，或选择一个就此了结的问题。"),
            Map.entry("FINDING_UNKNOWN", "这个问题已经有人答过，或不属于这一行。请刷新后再看。"),
            Map.entry("OCCURRENCE_UNKNOWN", "请选择期次：没有这一期，或有几期都还没有办结。"),
            Map.entry("EVIDENCE_UNKNOWN", "所选的材料已撤回或不存在，请重新选择。"),
            Map.entry("TRIGGER_AMBIGUOUS", "这个事项有几种起算的时限，请写明这件从哪一个起算。"),
            Map.entry("EXTENSION_NOT_LATER", "新的截止日必须晚于现在的截止日。"),
            Map.entry("EXTENSION_TOO_LONG", "超过了表中允许的最长期限，请改早一些。"),
            Map.entry("NOTHING_TO_REVIEW", "还没有可以复核的材料。请先登记公开、解读或回应。"),
            Map.entry("NOT_YET_CLOSABLE", "还不能销号：须先办结所有期次，并且最近一次复核为通过。"),
            Map.entry("IN_FUTURE", "这个时间还没有到。请填写实际发生的时间，现在的业务时间见页首。"),
            Map.entry("FORMED_AFTER_PUBLICATION", "形成日期晚于公开时间，两者必有一误，请核对。"),
            Map.entry("INTERPRETATION_BEFORE_PUBLICATION", "解读时间早于所解读文件的公开时间，请核对。"),
            Map.entry("NO_CASES_HERE", "这个事项没有从受理起算的时限，不登记受理。请直接登记公开。"),
            Map.entry("RESPONSE_BEFORE_CASE", "回应时间早于受理时间，请核对。"),
            Map.entry("FILE_EMPTY", "这个文件是空的。请重新选择文件。"),
            Map.entry("FILE_DAMAGED", "这个文件打不开：可能已损坏、加了密码或改过扩展名。请用 Word、Excel 或 WPS 打开，另存为不加密的 .docx 或 .xlsx 再上传。"),
            Map.entry("FILE_TYPE_UNSUPPORTED", "不读这种文件。请另存为 .docx、.xlsx 或 .csv 再上传；也可以把表格粘贴成 .txt。"),
            Map.entry("TABLE_MISSING", "文件里没有找到任务分解表：表头须有“公开内容”一栏。请换一个文件。"),
            Map.entry("TABLE_TOO_LARGE", "表格太大，读不了。请删去与任务无关的行，或分成几个文件。"),
            Map.entry("FILE_TOO_COMPLEX", "读这个文件用时过长。请把任务分解表单独复制到一个新文档再上传。"),
            Map.entry("COLUMN_MISSING", "表格缺少一栏。表头须有公开目录、分类、公开内容、责任单位、完成时限，请补上或改正。"),
            Map.entry("RECORD_TOO_LARGE", "有一处文字太长，记不下。请缩短后再提交。"),
            Map.entry("TEXT_UNWRITABLE", "有一处文字含有残缺的字符。请删去后重新输入。"),
            Map.entry("REQUEST_TOO_LARGE", "提交的内容太大：文件最大 20 MB。"),
            Map.entry("TARGET_FORBIDDEN", "不能向这个地址发送。请填写公网的 https 地址，或请管理员放行它所在的网络。"),
            Map.entry("CHANNEL_UNAVAILABLE", "本系统还没有配置邮件服务器，请改用其他方式或联系管理员。"),
            Map.entry("SUBSCRIPTIONS_EXHAUSTED", "订阅已满，请先删除不再需要的订阅。"),
            Map.entry("SUBSCRIPTION_UNKNOWN", "没有这个订阅，可能已经删除。"),
            Map.entry("SUBSCRIPTION_DISABLED", "这个订阅的接收方已拒收，不再发送。请删除后重新订阅。"),
            Map.entry("DELIVERY_UNKNOWN", "没有这次发送。"),
            Map.entry("DELIVERY_NOT_FAILED", "这次发送没有失败，不必重发。"));

    private Sentences() {}

    static boolean knows(String code) {
        return BY_CODE.containsKey(code) || code.equals("FIELD_INVALID") || code.equals("REQUEST_MALFORMED");
    }

    static Optional<String> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }
}
