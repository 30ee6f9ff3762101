package gongkai.query.delivery.channel;

import gongkai.query.notice.NumberedNotice;
import org.jspecify.annotations.Nullable;

/**
 * A notice on its way to one target.
 *
 * @param secret what it is signed with; never shown, so this prints without it
 */
public record Letter(String target, @Nullable String secret, NumberedNotice notice) {

    @Override
    public String toString() {
        return "Letter[" + notice.notice().id() + "]";
    }
}
