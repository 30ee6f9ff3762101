package gongkai.query.desk;

import gongkai.query.asof.AnsweredAsOf;
import gongkai.query.desk.form.Complaint;
import gongkai.query.desk.form.Field;
import gongkai.query.desk.form.Field.Kind;
import gongkai.query.desk.form.Form;
import java.util.List;
import org.springframework.util.LinkedMultiValueMap;

/** What is asked about a table: which one, and on its acceptance why it takes the place of another. */
final class UploadForms {

    /** Names the file that was uploaded already, so that it need not be chosen again. */
    static final String KEPT = "kept";

    /** As long as a title may be. */
    private static final int LONGEST = 200;

    private UploadForms() {}

    /** A first table is accepted as it is; one that replaces another may have to say why. */
    static Form acceptance(Draft draft, boolean replaces) {
        var basis = List.of(
                Field.of(Kind.LONG_TEXT, "reason", "理由")
                        .hint("与原表相同的行不到一半时，须写明理由和依据。")
                        .cure("请写明理由（1000 字以内）。"),
                Field.of(Kind.TEXT, "authority", "依据").cure("请写明依据（500 字以内）。"));
        return Form.of(draft.address(), "接受", "接受并记入台账", replaces ? basis : List.of());
    }

    /** All of it travels in the page's address, and an address has an end. */
    static List<Complaint> tooLong(Form form) {
        return form.fields().stream()
                .filter(it -> it.value().length() > LONGEST)
                .map(it -> Complaint.at(it.name(), "最多 %d 字，请缩短。".formatted(LONGEST)))
                .toList();
    }

    static Draft draft(String code, String sha256, String fileName, Form form) {
        return new Draft(code, sha256, fileName, form.value("year"), form.value("issuedOn"), form.value("title"));
    }

    static Form kept(Form form, Draft draft) {
        var values = new LinkedMultiValueMap<String, String>();
        values.add(KEPT, draft.sha256());
        values.add("fileName", draft.fileName());
        var hint = "已上传“" + draft.fileName() + "”；不换文件就不必再选。";
        return Form.of(
                        form.action(),
                        form.title(),
                        form.submit(),
                        form.fields().stream()
                                .map(it -> it.kind() == Kind.FILE ? it.hint(hint) : it)
                                .toList())
                .prefilled(values);
    }

    static Form chooser(String code, AnsweredAsOf asOf) {
        return Form.of(
                "/desk/jurisdictions/" + code + "/plans",
                "上传任务分解表",
                "上传并预览",
                List.of(
                        Field.of(Kind.FILE, "file", "文件")
                                .mandatory()
                                .hint("Word（.docx）、Excel（.xlsx）、CSV 或粘贴成的 .txt，最大 20 MB。旧式 .doc、.pdf 请先另存为 .docx。")
                                .cure("请选择文件。"),
                        Field.of(Kind.NUMBER, "year", "年份")
                                .mandatory()
                                .hint("与表格标题中的年份一致。")
                                .cure("请填写四位年份（2000–2099），并与表格标题一致。")
                                .value(String.valueOf(asOf.at().getYear())),
                        Field.of(Kind.DAY, "issuedOn", "印发日期")
                                .hint("表中没有载明时填写，可以日后再补。")
                                .cure("印发日期写法如 2019-03-20。"),
                        Field.of(Kind.TEXT, "title", "标题").hint("留空则用表格上方的标题。").cure("标题最多 200 字。"),
                        Field.of(Kind.HIDDEN, KEPT, ""),
                        Field.of(Kind.HIDDEN, "fileName", "")));
    }
}
