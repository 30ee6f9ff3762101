package gongkai.query.delivery.channel;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.apache.hc.core5.http.ContentType;
import org.springframework.stereotype.Component;

/** Posts the CloudEvent, for a notice the one that the topic carries, signed. */
@Component
class WebhookCourier implements Courier {

    private static final ContentType CLOUD_EVENT =
            ContentType.create("application/cloudevents+json", StandardCharsets.UTF_8);
    private static final int GONE = 410;

    private final CheckedHttp http;

    WebhookCourier(CheckedHttp http) {
        this.http = http;
    }

    @Override
    public Channel channel() {
        return Channel.WEBHOOK;
    }

    /** The receiver compares with its own clock, so the second is of the real time, whatever the business clock says. */
    @Override
    public Outcome deliver(Letter letter) {
        var id = letter.id();
        var second = Instant.now().getEpochSecond();
        var body = letter.event().getBytes(StandardCharsets.UTF_8);
        try {
            var answer = http.post(
                    URI.create(letter.target()),
                    CLOUD_EVENT,
                    body,
                    Map.of(
                            "webhook-id", id,
                            "webhook-timestamp", Long.toString(second),
                            "webhook-signature",
                                    WebhookSignature.sign(Objects.requireNonNull(letter.secret()), id, second, body)));
            return outcome(answer.status());
        } catch (IOException e) {
            return new Outcome.Failed("The receiver was not reached: " + e.getMessage());
        }
    }

    private static Outcome outcome(int status) {
        var told = OptionalInt.of(status);
        if (status == GONE) {
            return new Outcome.Gone(told);
        }
        return status / 100 == 2
                ? new Outcome.Delivered(told)
                : new Outcome.Failed("The receiver answered " + status, told);
    }
}
