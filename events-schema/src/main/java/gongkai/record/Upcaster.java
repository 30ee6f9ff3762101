package gongkai.record;

import gongkai.event.Event;
import java.util.function.Function;

/**
 * The step from one released version of an event to the next. It is pure and knows only the data: what a ledger holds
 * stays as it was written, and is taken for what it means today each time that it is read.
 *
 * @param event whose earlier version it reads
 * @param version that it reads, from 1
 * @param past binds the data of that version; it never changes
 * @param next the following version: another past one, or after the last step the event itself
 */
record Upcaster<P, N>(Class<? extends Event> event, int version, Class<P> past, Class<N> next, Function<P, N> step) {

    /** @throws MalformedRecordException when the data lack what that version always had */
    Object apply(Object data) {
        try {
            return next.cast(step.apply(past.cast(data)));
        } catch (RuntimeException e) {
            throw new MalformedRecordException(
                    "version %d of %s does not hold what it must: %s"
                            .formatted(version, event.getSimpleName(), e.getMessage()),
                    e);
        }
    }
}
