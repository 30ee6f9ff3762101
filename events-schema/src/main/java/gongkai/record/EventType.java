package gongkai.record;

import gongkai.event.Event;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The name of each event in the ledger, with its version: {@code gongkai.PublicationRecorded.v1}. */
public final class EventType {

    private EventType() {}

    /** The name under which it is recorded today. */
    public static String nameOf(Class<? extends Event> event) {
        return EventVersions.RELEASED.of(event).getFirst().name();
    }

    /** All names under which a ledger may hold it, the newest first: an earlier version is the same event. */
    public static Set<String> namesOf(Class<? extends Event> event) {
        return EventVersions.RELEASED.of(event).stream()
                .map(EventVersion::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * The event of that name, whatever its version.
     *
     * @throws MalformedRecordException for a name that no event has
     */
    public static Class<? extends Event> of(String name) {
        return EventVersions.RELEASED.named(name).event();
    }

    public static Stream<Class<? extends Event>> all() {
        return EventVersions.events();
    }
}
