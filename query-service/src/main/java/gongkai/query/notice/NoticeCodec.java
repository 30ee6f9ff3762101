package gongkai.query.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Between a notice and its JSON, which is written once and then kept and sent as it is. */
public final class NoticeCodec {

    /** Of the CloudEvents that carry notices. */
    public static final String TYPE = "gongkai.notice.v1";

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(it -> it.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .build();

    private NoticeCodec() {}

    static String encode(NoticeItem it) {
        return JSON.writeValueAsString(it);
    }

    static NoticeItem decode(String document) {
        return JSON.readValue(document, NoticeItem.class);
    }

    /** A CloudEvents 1.0 structured event; {@code number} tells its place in the order of issue. */
    public static byte[] cloudEvent(NumberedNotice it) {
        var notice = it.notice();
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", notice.id());
        event.put("source", "/ledgers/" + notice.jurisdiction());
        event.put("type", TYPE);
        event.put("subject", notice.obligation());
        event.put("time", notice.raisedAt().toInstant().toString());
        event.put("datacontenttype", "application/json");
        event.put("number", it.number());
        event.put("data", notice);
        return JSON.writeValueAsBytes(event);
    }
}
