package gongkai.query.delivery.channel;

import gongkai.query.notice.NoticeCodec;
import gongkai.query.notice.NumberedNotice;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What goes to one target: a notice, or a test of the way there.
 *
 * @param secret what it is signed with; never shown, so this prints without it
 * @param id the same at each attempt, for receivers to drop what they have
 * @param title a sentence for people
 * @param text for people, in lines
 * @param event for programs: the CloudEvent as JSON
 */
public record Letter(String target, @Nullable String secret, String id, String title, String text, String event) {

    public static Letter of(String target, @Nullable String secret, NumberedNotice it) {
        var notice = it.notice();
        return new Letter(
                target,
                secret,
                notice.id(),
                notice.title(),
                notice.title() + "\n责任事项 " + notice.obligation(),
                new String(NoticeCodec.cloudEvent(it), StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Letter[" + id + "]";
    }
}
