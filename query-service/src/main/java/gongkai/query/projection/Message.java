package gongkai.query.projection;

import org.jspecify.annotations.Nullable;

/** What stood at one place of a topic. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Message(
        String topic, int partition, long offset, @Nullable String key, byte @Nullable [] value) {

    /** How operators name it: {@code gongkai.events-3@17}. */
    public String name() {
        return "%s-%d@%d".formatted(topic, partition, offset);
    }
}
