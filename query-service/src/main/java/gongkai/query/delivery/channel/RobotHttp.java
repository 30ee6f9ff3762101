package gongkai.query.delivery.channel;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.hc.core5.http.ContentType;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What the group robots of WeCom and DingTalk have in common: a text message, and an {@code errcode} in a 200. */
@Component
class RobotHttp {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final OptionalInt OK = OptionalInt.of(200);

    private final CheckedHttp http;

    RobotHttp(CheckedHttp http) {
        this.http = http;
    }

    /** Plain text, so that nothing in a title is taken for markup or a mention. */
    Outcome say(String address, String text) {
        var message = Map.of("msgtype", "text", "text", Map.of("content", text));
        try {
            var answer = http.post(
                    URI.create(address),
                    ContentType.APPLICATION_JSON,
                    JSON.writeValueAsString(message).getBytes(StandardCharsets.UTF_8),
                    Map.of());
            return answer.status() == 200
                    ? outcome(answer.body())
                    : new Outcome.Failed("The robot answered " + answer.status(), OptionalInt.of(answer.status()));
        } catch (IOException e) {
            // Its message may name the address, and that holds the key.
            return new Outcome.Failed(
                    "The robot was not reached: " + e.getClass().getSimpleName());
        }
    }

    private static Outcome outcome(String body) {
        try {
            var answer = JSON.readTree(body);
            var code = answer.path("errcode").asInt(-1);
            return code == 0
                    ? new Outcome.Delivered(OK)
                    : new Outcome.Failed(
                            "The robot refused with errcode %d: %s"
                                    .formatted(
                                            code, abridged(answer.path("errmsg").asString(""))),
                            OK);
        } catch (JacksonException _) {
            return new Outcome.Failed("The robot's answer is not JSON", OK);
        }
    }

    private static String abridged(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200);
    }
}
