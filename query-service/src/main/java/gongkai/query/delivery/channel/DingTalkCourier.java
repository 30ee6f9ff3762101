package gongkai.query.delivery.channel;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** 钉钉群机器人, with its 加签. */
@Component
class DingTalkCourier implements Courier {

    private final RobotHttp robots;
    private final String server;

    DingTalkCourier(RobotHttp robots, @Value("${gongkai.delivery.dingtalk-url}") String server) {
        this.robots = robots;
        this.server = server;
    }

    @Override
    public Channel channel() {
        return Channel.DINGTALK;
    }

    @Override
    public Outcome deliver(Letter letter) {
        var address = "%s/robot/send?access_token=%s&%s"
                .formatted(
                        server,
                        URLEncoder.encode(letter.target(), StandardCharsets.UTF_8),
                        signature(
                                Objects.requireNonNull(letter.secret()),
                                Instant.now().toEpochMilli()));
        return robots.say(address, letter.text());
    }

    /** The server refuses one that is older than an hour by the real time. */
    static String signature(String secret, long milli) {
        var sign = WebhookSignature.hmac(
                secret.getBytes(StandardCharsets.UTF_8), (milli + "\n" + secret).getBytes(StandardCharsets.UTF_8));
        return "timestamp=%d&sign=%s"
                .formatted(milli, URLEncoder.encode(Base64.getEncoder().encodeToString(sign), StandardCharsets.UTF_8));
    }
}
