package gongkai.query.projection;

import gongkai.event.Event;
import gongkai.record.EventRecord;
import gongkai.record.EventType;
import gongkai.record.MalformedRecordException;
import gongkai.record.RecordCodec;
import gongkai.record.RecordHeader;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A read model's tables, in the schema {@code view_<name>}. SQL names them without the schema: while they are rebuilt,
 * the same statements fill the next generation beside them.
 */
public interface Projection {

    /** The view that keeps the records themselves; all others can be rebuilt from it. */
    String RECORD = "record";

    /** What operators call it; a lower-case word. */
    String name();

    /**
     * Called inside the transaction that also moves this view's place. Whatever it throws parks this view alone: the
     * tables stay as they were, and the others go on.
     *
     * @param records new ones only, each ledger's in the order of its leaves
     */
    void apply(List<Applied> records);

    /** The events whose contents it looks into. Of any other it learns in a rebuild only that it happened, and where. */
    default Set<Class<? extends Event>> opens() {
        return Set.of();
    }

    /**
     * A record and the bytes that it came as; what happened is read from them when a view asks.
     *
     * @param kind of event that it holds
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, only stored
    record Applied(RecordHeader record, Class<? extends Event> kind, byte[] bytes, Supplier<Event> happened) {

        private static final RecordCodec CODEC = new RecordCodec();

        static Applied opened(EventRecord record, byte[] bytes) {
            return new Applied(record, record.event().getClass(), bytes, record::event);
        }

        /** @throws MalformedRecordException when the bytes are not a record that this version knows */
        public static Applied read(byte[] bytes) {
            return opened(CODEC.decode(bytes), bytes);
        }

        /** @param bytes absent: nobody is going to open it */
        public static Applied unopened(RecordHeader record, byte @Nullable [] bytes) {
            var kind = EventType.of(record.type());
            return bytes == null
                    ? new Applied(record, kind, new byte[0], () -> {
                        throw new IllegalStateException("A view opens " + kind + " and does not say so");
                    })
                    : new Applied(record, kind, bytes, () -> CODEC.eventOf(bytes, record.type()));
        }

        /** Read once for all views. */
        Applied open() {
            var event = event();
            return new Applied(record, kind, bytes, () -> event);
        }

        public Event event() {
            return happened.get();
        }

        /** Told without opening it. */
        public boolean is(Class<? extends Event> family) {
            return family.isAssignableFrom(kind);
        }
    }
}
