package gongkai.query.desk;

import gongkai.query.asof.AnsweredAsOf;
import gongkai.query.desk.form.Complaint;
import gongkai.query.desk.form.Field;
import gongkai.query.desk.form.Field.Kind;
import gongkai.query.desk.form.Form;
import gongkai.query.desk.form.Message;
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
                Field.of(Kind.LONG_TEXT, "reason", "desk.field.reason")
                        .hint("desk.hint.reasonOfPlan")
                        .cure("desk.cure.reason"),
                Field.of(Kind.TEXT, "authority", "desk.field.authority").cure("desk.cure.authorityOfPlan"));
        return Form.of(draft.address(), "desk.accept", "desk.accept.record", replaces ? basis : List.of());
    }

    /** All of it travels in the page's address, and an address has an end. */
    static List<Complaint> tooLong(Form form) {
        return form.fields().stream()
                .filter(it -> it.value().length() > LONGEST)
                .map(it -> Complaint.at(it.name(), Message.of("desk.cure.tooLong", LONGEST)))
                .toList();
    }

    static Draft draft(String code, String sha256, String fileName, Form form) {
        return new Draft(code, sha256, fileName, form.value("year"), form.value("issuedOn"), form.value("title"));
    }

    static Form kept(Form form, Draft draft) {
        var values = new LinkedMultiValueMap<String, String>();
        values.add(KEPT, draft.sha256());
        values.add("fileName", draft.fileName());
        return Form.of(
                        form.action(),
                        form.title(),
                        form.submit(),
                        form.fields().stream()
                                .map(it -> it.kind() == Kind.FILE ? it.hint("desk.hint.kept", draft.fileName()) : it)
                                .toList())
                .prefilled(values);
    }

    static Form chooser(String code, AnsweredAsOf asOf) {
        return Form.of(
                "/desk/jurisdictions/" + code + "/plans",
                "desk.upload",
                "desk.upload.preview",
                List.of(
                        Field.of(Kind.FILE, "file", "desk.field.file")
                                .mandatory()
                                .hint("desk.hint.file")
                                .cure("desk.cure.file"),
                        Field.of(Kind.NUMBER, "year", "desk.field.year")
                                .mandatory()
                                .hint("desk.hint.year")
                                .cure("desk.cure.year")
                                .value(String.valueOf(asOf.at().getYear())),
                        Field.of(Kind.DAY, "issuedOn", "desk.field.issuedOn")
                                .hint("desk.hint.issuedOn")
                                .cure("desk.cure.issuedOn"),
                        Field.of(Kind.TEXT, "title", "desk.field.title")
                                .hint("desk.hint.title")
                                .cure("desk.cure.titleOfPlan"),
                        Field.of(Kind.HIDDEN, KEPT, ""),
                        Field.of(Kind.HIDDEN, "fileName", "")));
    }
}
