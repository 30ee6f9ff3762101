package gongkai.query.asof;

import gongkai.event.JurisdictionEvent.UnitChanged;
import gongkai.event.JurisdictionEvent.UnitMerged;
import gongkai.event.JurisdictionEvent.UnitRegistered;
import gongkai.event.ObligationEvent;
import gongkai.event.ObligationEvent.CaseDueMoved;
import gongkai.event.ObligationEvent.ObligationAmended;
import gongkai.event.ObligationEvent.ObligationAssigned;
import gongkai.event.ObligationEvent.ObligationClarified;
import gongkai.event.PlanEvent.PlanImported;
import gongkai.event.PlanEvent.TaskAmended;
import gongkai.event.PlanEvent.TaskClarified;
import gongkai.event.PlanEvent.TaskDefined;
import gongkai.record.EventRecord;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whom each record is about, told record by record in the order of the log; it shares nothing with the service. */
final class RawTrail {

    private static final Set<Class<?>> ALWAYS_READ = Set.of(
            PlanImported.class,
            TaskDefined.class,
            TaskClarified.class,
            ObligationAssigned.class,
            ObligationClarified.class,
            CaseDueMoved.class);

    private final Map<String, TreeSet<Long>> positions = new TreeMap<>();
    private final List<EventRecord> log;

    RawTrail(List<EventRecord> log) {
        this.log = log;
        Map<String, String> owing = new HashMap<>();
        for (var it : log) {
            for (var about : about(it, owing)) {
                positions.computeIfAbsent(about, _ -> new TreeSet<>()).add(it.position());
            }
        }
    }

    private static Set<String> about(EventRecord it, Map<String, String> owing) {
        Set<String> about = new TreeSet<>(Set.of("the ledger of " + it.ledger(), it.subject()));
        switch (it.event()) {
            case ObligationEvent event -> {
                about.add(it.subject().substring(0, it.subject().lastIndexOf('-')));
                var before = owing.get(it.subject());
                var unit = unitBy(event);
                if (before != null) {
                    about.add(before);
                }
                if (unit != null) {
                    about.add(unit);
                    owing.put(it.subject(), unit);
                }
            }
            case TaskDefined event -> about.add(event.task());
            case TaskAmended event -> about.add(event.task());
            case TaskClarified event -> about.add(event.task());
            case UnitRegistered event -> about.add(event.unit().code());
            case UnitChanged event -> about.add(event.unit().code());
            case UnitMerged event -> about.addAll(Set.of(event.code(), event.into()));
            default -> {}
        }
        return about;
    }

    private static @Nullable String unitBy(ObligationEvent event) {
        return switch (event) {
            case ObligationAssigned it -> it.assignment().unit();
            case ObligationClarified it -> it.assignment().unit();
            case ObligationAmended it -> it.assignment().unit();
            default -> null;
        };
    }

    /** Everything that ever was the subject of a record: obligations, tasks, units, plans, and counties' own streams. */
    Set<String> all() {
        return positions.keySet();
    }

    /** By position, of what was known and had happened. */
    List<Long> of(String about, Instant at, long known) {
        return positions.getOrDefault(about, new TreeSet<>()).stream()
                .filter(it -> it <= known)
                .filter(it -> hasHappened(log.get(it.intValue()), at))
                .toList();
    }

    boolean isKnown(String about, long known) {
        return positions.containsKey(about) && positions.get(about).getFirst() <= known;
    }

    private static boolean hasHappened(EventRecord it, Instant at) {
        return ALWAYS_READ.contains(it.event().getClass())
                || !it.event().occurredAt().isAfter(at);
    }
}
