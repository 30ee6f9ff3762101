package gongkai.query.desk;

import gongkai.query.delivery.channel.Channel;
import gongkai.query.desk.form.Choice;
import gongkai.query.desk.form.Field;
import gongkai.query.desk.form.Field.Kind;
import gongkai.query.desk.form.Form;
import gongkai.query.notice.rule.NoticeKind;
import java.util.Arrays;
import java.util.List;

/** What is asked of whoever wants to be told. */
final class SubscriptionForm {

    private SubscriptionForm() {}

    static Form of(List<String> counties, DeskWording words) {
        return Form.of(
                "/desk/subscriptions",
                "desk.subscribe.new",
                "desk.subscribe",
                List.of(
                        Field.of(Kind.CHOICE, "channel", "desk.field.channel")
                                .mandatory()
                                .cure("desk.cure.channel")
                                .choices(Arrays.stream(Channel.values())
                                        .map(it -> new Choice(it.name(), words.of(it)))
                                        .toList())
                                .value(Channel.WEBHOOK.name()),
                        Field.of(Kind.TEXT, "target", "desk.field.target")
                                .mandatory()
                                .hint("desk.hint.target")
                                .cure("desk.cure.target"),
                        Field.of(Kind.TEXT, "secret", "desk.field.secret")
                                .hint("desk.hint.secret")
                                .cure("desk.cure.secret"),
                        Field.of(Kind.CHOICE, "jurisdiction", "desk.field.jurisdiction")
                                .mandatory()
                                .cure("desk.cure.jurisdiction")
                                .choices(counties.stream()
                                        .map(it -> new Choice(it, it))
                                        .toList())
                                .value(counties.isEmpty() ? "" : counties.getFirst()),
                        Field.of(Kind.TEXT, "unit", "desk.field.unit")
                                .hint("desk.hint.unit")
                                .cure("desk.cure.unit"),
                        Field.of(Kind.CHECKS, "kinds", "desk.field.kinds")
                                .hint("desk.hint.kinds")
                                .choices(Arrays.stream(NoticeKind.values())
                                        .map(it -> new Choice(it.name(), words.of(it)))
                                        .toList())));
    }
}
