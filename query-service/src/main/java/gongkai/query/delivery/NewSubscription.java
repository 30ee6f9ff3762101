package gongkai.query.delivery;

import gongkai.query.delivery.channel.Channel;
import gongkai.query.notice.rule.NoticeKind;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What somebody asks to be told. */
public record NewSubscription(
        @NotNull Channel channel,

        @Schema(
                description = "WEBHOOK: an https address; EMAIL: a mail address; WECOM: the robot's key; "
                        + "DINGTALK: its access token")
        @NotBlank
        @Size(max = 2_000)
        String target,

        @Schema(description = "DINGTALK only: the secret (SEC…) that the robot signs with. A webhook's is made here.")
        @Size(max = 200)
        @Nullable
        String secret,

        @NotNull @Pattern(regexp = "\\d{6}") String jurisdiction,

        @Schema(description = "Only what this unit is told; absent: the whole county")
        @Pattern(regexp = "\\d{6}-[A-Z][A-Z0-9]{0,9}")
        @Nullable
        String unit,

        @Schema(description = "Only these; absent: all") @Size(max = 20) @Nullable
        Set<NoticeKind> kinds) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "NewSubscription[" + channel + ", " + jurisdiction + "]";
    }
}
