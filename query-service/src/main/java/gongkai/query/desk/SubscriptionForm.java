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
                "新订阅",
                "订阅",
                List.of(
                        Field.of(Kind.CHOICE, "channel", "方式")
                                .mandatory()
                                .cure("请选择方式。")
                                .choices(Arrays.stream(Channel.values())
                                        .map(it -> new Choice(it.name(), words.of(it)))
                                        .toList())
                                .value(Channel.WEBHOOK.name()),
                        Field.of(Kind.TEXT, "target", "发往")
                                .mandatory()
                                .hint("回调：https 地址；邮件：邮箱；企业微信：机器人地址中 key= 之后的部分；钉钉：access_token= 之后的部分。")
                                .cure("请按所选方式填写：https 地址、邮箱，或机器人的 key / access_token。"),
                        Field.of(Kind.TEXT, "secret", "钉钉加签密钥")
                                .hint("只有钉钉填写，以 SEC 开头。")
                                .cure("只有钉钉填写，以 SEC 开头；其他方式请留空。"),
                        Field.of(Kind.CHOICE, "jurisdiction", "行政区划")
                                .mandatory()
                                .cure("请选择行政区划；列表为空时，请先登记行政区划。")
                                .choices(counties.stream()
                                        .map(it -> new Choice(it, it))
                                        .toList())
                                .value(counties.isEmpty() ? "" : counties.getFirst()),
                        Field.of(Kind.TEXT, "unit", "只要这个单位的")
                                .hint("单位代码，如 610926-T03；留空为全县。")
                                .cure("请填写本行政区划的单位代码，如 610926-T03，或留空。"),
                        Field.of(Kind.CHECKS, "kinds", "只要这些通知")
                                .hint("都不选，即全部。")
                                .choices(Arrays.stream(NoticeKind.values())
                                        .map(it -> new Choice(it.name(), words.of(it)))
                                        .toList())));
    }
}
