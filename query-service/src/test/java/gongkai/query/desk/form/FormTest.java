package gongkai.query.desk.form;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.query.desk.form.Field.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

class FormTest {

    private static final Form FORM = Form.of(
            "/desk",
            "登记",
            "登记",
            List.of(
                    Field.of(Kind.MOMENT, "publishedAt", "公开时间").value("2019-05-06T09:00"),
                    Field.of(Kind.TEXT, "title", "标题").value("旧"),
                    Field.of(Kind.CHECKS, "evidence", "材料").values(List.of("a")),
                    Field.of(Kind.CHOICE, "of", "哪一条").notSent()));

    private static LinkedMultiValueMap<String, String> sent(String... pairs) {
        var sent = new LinkedMultiValueMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            sent.add(pairs[i], pairs[i + 1]);
        }
        return sent;
    }

    @Test
    void what_was_typed_is_sent_with_the_offset_of_the_country_and_nothing_else() {
        var form =
                FORM.typed(sent("publishedAt", "2019-04-28T10:00", "title", " 新 ", "of", "P1", Form.KEY, "key-12345"));
        assertThat(form.body())
                .containsOnlyKeys("publishedAt", "title")
                .containsEntry("publishedAt", "2019-04-28T10:00:00+08:00")
                .containsEntry("title", "新");
        assertThat(form.key()).isEqualTo("key-12345");
        assertThat(form.value("of")).isEqualTo("P1");
    }

    @Test
    void what_is_asked_of_a_person_goes_out_as_theirs_and_not_at_all_when_left_empty() {
        var form = Form.of(
                "/desk",
                "登记",
                "登记",
                List.of(
                        Field.of(Kind.TEXT, "subject", "事由").value("水"),
                        Field.of(Kind.TEXT, "reporter.name", "姓名"),
                        Field.of(Kind.TEXT, "reporter.phone", "电话")));
        assertThat(form.typed(sent("subject", "水")).body()).isEqualTo(Map.of("subject", "水"));
        assertThat(form.typed(sent("subject", "水", "reporter.name", "甲", "reporter.phone", "1"))
                        .body())
                .isEqualTo(Map.of("subject", "水", "reporter", Map.of("name", "甲", "phone", "1")));
    }

    @Test
    void what_is_no_minute_goes_out_as_it_was_typed() {
        assertThat(FORM.typed(sent("publishedAt", "昨天")).body()).containsEntry("publishedAt", "昨天");
    }

    @Test
    void a_key_that_could_be_no_header_is_replaced() {
        assertThat(FORM.typed(sent(Form.KEY, "a\r\nX: y")).key()).matches("[0-9a-f-]{36}");
    }

    @Test
    void a_link_fills_in_what_it_names_and_leaves_the_rest() {
        var form = FORM.prefilled(sent("title", "标题"));
        assertThat(form.value("title")).isEqualTo("标题");
        assertThat(form.value("publishedAt")).isEqualTo("2019-05-06T09:00");
    }

    @Test
    void a_complaint_stands_beside_its_field_and_a_homeless_one_above() {
        var form = FORM.with(List.of(
                Complaint.at("title", Message.of("desk.cure.fill")), Complaint.at("elsewhere", Message.asItIs("不详"))));
        assertThat(form.field("title").complaint()).isPresent();
        assertThat(form.field("title").describedBy()).isEqualTo("title-error");
        assertThat(form.complaints()).hasSize(1);
        assertThat(form.isFaulty()).isTrue();
    }
}
