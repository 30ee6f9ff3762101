package gongkai.record;

import gongkai.event.Event;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every version that an event may have in a ledger. The event's record is its newest version; each earlier one has an
 * {@link Upcaster}.
 */
final class EventVersions {

    /** Here goes the step of a new version; the gate of the released contract says when one is due. */
    static final EventVersions RELEASED = new EventVersions(List.of());

    private final Map<Class<? extends Event>, List<EventVersion>> byEvent;
    private final Map<String, EventVersion> byName;

    /** @throws IllegalArgumentException when a version has no step to the next */
    EventVersions(Collection<? extends Upcaster<?, ?>> steps) {
        byEvent = events().collect(Collectors.toUnmodifiableMap(Function.identity(), it -> newestFirst(it, steps)));
        byName = byEvent.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.toUnmodifiableMap(EventVersion::name, Function.identity()));
    }

    private static List<EventVersion> newestFirst(
            Class<? extends Event> event, Collection<? extends Upcaster<?, ?>> steps) {
        var down = steps.stream()
                .filter(it -> it.event().equals(event))
                .sorted(Comparator.<Upcaster<?, ?>>comparingInt(it -> it.version())
                        .reversed())
                .toList();
        var versions = new ArrayList<EventVersion>();
        versions.add(new EventVersion(nameOf(event, down.size() + 1), event, event, event::cast));
        for (var step : down) {
            var name = nameOf(event, down.size() + 1 - versions.size());
            versions.add(before(versions.getLast(), step, name));
        }
        return List.copyOf(versions);
    }

    private static EventVersion before(EventVersion next, Upcaster<?, ?> step, String name) {
        if (!nameOf(step.event(), step.version()).equals(name) || !step.next().equals(next.shape())) {
            throw new IllegalArgumentException("no step leads from «%s» to «%s»".formatted(name, next.name()));
        }
        return new EventVersion(
                name, next.event(), step.past(), data -> next.today().apply(step.apply(data)));
    }

    private static String nameOf(Class<? extends Event> event, int version) {
        return "gongkai." + event.getSimpleName() + ".v" + version;
    }

    /** The versions of an event, the newest first. */
    List<EventVersion> of(Class<? extends Event> event) {
        var versions = byEvent.get(event);
        if (versions == null) {
            throw new IllegalArgumentException(event + " is a family of events, not one of them");
        }
        return versions;
    }

    /** @throws MalformedRecordException for a name that no event has */
    EventVersion named(String name) {
        var version = byName.get(name);
        if (version == null) {
            throw new MalformedRecordException("no event is called «" + name + "»");
        }
        return version;
    }

    /** The sealed hierarchy is the list of events. */
    static Stream<Class<? extends Event>> events() {
        return leavesOf(Event.class);
    }

    private static Stream<Class<? extends Event>> leavesOf(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(EventVersions::leavesOf)
                : Stream.of(type.asSubclass(Event.class));
    }
}
