package gongkai.query.delivery;

import gongkai.query.delivery.channel.Channel;
import gongkai.query.notice.rule.NoticeKind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** A subscription as it is shown: without its secret, and with a robot's key made unreadable. */
public record SubscriptionItem(
        String id,
        Channel channel,

        @Schema(description = "Of a robot only the last four signs")
        String target,

        String jurisdiction,
        Optional<String> unit,
        @Schema(description = "Empty: all") List<NoticeKind> kinds,
        OffsetDateTime createdAt,

        @Schema(description = "Why nothing is sent any more; absent while it is active")
        Optional<String> disabled,

        @Schema(description = "What webhooks are signed with. Given once, in the answer that made it, and never again")
        Optional<String> secret) {

    SubscriptionItem withSecret(Optional<String> once) {
        return new SubscriptionItem(id, channel, target, jurisdiction, unit, kinds, createdAt, disabled, once);
    }

    static String shown(Channel channel, String target) {
        return switch (channel) {
            case WEBHOOK, EMAIL -> target;
            case WECOM, DINGTALK -> "…" + target.substring(Math.max(0, target.length() - 4));
        };
    }
}
