package gongkai.record;

import gongkai.event.Event;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The name of each event in the ledger: {@code gongkai.PublicationRecorded.v1}. The sealed hierarchy is the list. */
public final class EventType {

    private static final Map<String, Class<? extends Event>> BY_NAME =
            leavesOf(Event.class).collect(Collectors.toUnmodifiableMap(EventType::nameOf, Function.identity()));

    private EventType() {}

    public static String nameOf(Class<? extends Event> event) {
        return "gongkai." + event.getSimpleName() + ".v1";
    }

    /** @throws MalformedRecordException for a name that no event has */
    static Class<? extends Event> classOf(String name) {
        var event = BY_NAME.get(name);
        if (event == null) {
            throw new MalformedRecordException("no event is called «" + name + "»");
        }
        return event;
    }

    public static Stream<Class<? extends Event>> all() {
        return BY_NAME.values().stream();
    }

    private static Stream<Class<? extends Event>> leavesOf(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(EventType::leavesOf)
                : Stream.of(type.asSubclass(Event.class));
    }
}
