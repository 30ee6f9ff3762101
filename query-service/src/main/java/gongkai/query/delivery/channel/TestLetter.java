package gongkai.query.delivery.channel;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says nothing but that letters arrive. Its type, its kind and its sentence all say that it is a test.
 *
 * @param at by the business clock, like a notice's
 */
public record TestLetter(String id, String subscription, String jurisdiction, Optional<String> unit, Instant at) {

    /** Of its CloudEvent; no notice has it. */
    private static final String TYPE = "gongkai.notice.test.v1";

    private static final String TITLE = "测试：公开台账的通知能够送达此处，无须处理。";

    public Letter to(String target, @Nullable String secret) {
        return new Letter(target, secret, id, TITLE, TITLE + "\n订阅 " + subscription, event());
    }

    /** Like that of a notice, for a receiver that looks at no more than kind, unit and title. */
    private String event() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("kind", "TEST");
        data.put("jurisdiction", jurisdiction);
        unit.ifPresent(it -> data.put("unit", it));
        data.put("subscription", subscription);
        data.put("title", TITLE);
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", id);
        event.put("source", "/ledgers/" + jurisdiction);
        event.put("type", TYPE);
        event.put("subject", subscription);
        event.put("time", at.toString());
        event.put("datacontenttype", "application/json");
        event.put("data", data);
        return JsonMapper.shared().writeValueAsString(event);
    }
}
