package gongkai.query.desk.command;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.query.desk.form.Complaint;
import gongkai.query.desk.form.Field;
import gongkai.query.desk.form.Field.Kind;
import gongkai.query.desk.form.Message;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlainlyTest {

    private static final List<Field> FIELDS = List.of(
            Field.of(Kind.TEXT, "title", "desk.field.title").cure("desk.cure.titleOfPlan"),
            Field.of(Kind.ADDRESS, "url", "desk.field.url").cure("desk.cure.url"),
            Field.of(Kind.MOMENT, "publishedAt", "desk.field.publishedAt"));

    private static List<Complaint> of(String code, String detail, List<String> fields) {
        return Plainly.of(new Refusal(422, code, detail, fields, Optional.empty()), FIELDS);
    }

    private static Optional<String> only(List<Complaint> complaints) {
        assertThat(complaints).hasSize(1);
        return complaints.getFirst().field();
    }

    @Test
    void each_field_that_is_named_is_told_its_own_cure() {
        assertThat(of("FIELD_INVALID", "…", List.of("title", "url")))
                .extracting(it -> it.field().orElse("") + " " + it.sentence().code())
                .containsExactly("title desk.cure.titleOfPlan", "url desk.cure.url");
    }

    @Test
    void a_field_named_only_in_the_sentence_is_found_there() {
        assertThat(only(of("IN_FUTURE", "«publishedAt» is later than now", List.of())))
                .contains("publishedAt");
        assertThat(only(of("REQUEST_MALFORMED", "The field «publishedAt» cannot be read", List.of())))
                .contains("publishedAt");
    }

    @Test
    void what_belongs_to_no_field_stands_above_and_an_unknown_code_shows_its_detail() {
        var told = of("SOMETHING_NEW", "A «strange» thing.", List.of("elsewhere"));
        assertThat(only(told)).isEmpty();
        assertThat(told.getFirst().sentence()).isEqualTo(Message.asItIs("A «strange» thing."));
        assertThat(of("ALREADY_SO", "", List.of()).getFirst().sentence())
                .isEqualTo(Message.of("desk.refused.ALREADY_SO"));
    }

    @Test
    void a_line_is_named() {
        var refusal = new Refusal(422, "UNIT_REGISTER_INVALID", "Line 3: …", List.of(), Optional.of(3));
        var fields = List.of(Field.of(Kind.LONG_TEXT, "csv", "desk.units"));
        assertThat(Plainly.of(refusal, fields).getFirst().sentence())
                .isEqualTo(Message.of("desk.line", 3, Message.of("desk.refused.UNIT_REGISTER_INVALID")));
        assertThat(Plainly.of(refusal, fields).getFirst().field()).contains("csv");
    }
}
