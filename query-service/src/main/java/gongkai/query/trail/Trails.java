package gongkai.query.trail;

import gongkai.event.Identifier;
import gongkai.http.CommonProblem;
import gongkai.http.ProblemException;
import gongkai.query.asof.AnsweredAsOf;
import gongkai.query.obligation.Assignments;
import gongkai.query.record.RecordStore;
import gongkai.query.trail.TrailStore.Place;
import gongkai.query.trail.change.StreamState;
import gongkai.record.EventRecord;
import gongkai.record.EventType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads trails: each event with what it changed, which is folded from its stream and never stored. */
@Component
public class Trails {

    private final TrailStore store;
    private final RecordStore records;
    private final Assignments assignments;

    Trails(TrailStore store, RecordStore records, Assignments assignments) {
        this.store = store;
        this.records = records;
        this.assignments = assignments;
    }

    /** @throws ProblemException when nothing was known of it */
    public Trail of(TrailScope scope, TrailFilter filter, AnsweredAsOf asOf) {
        refuseUnknownType(filter);
        var county = records.stream(scope.jurisdiction(), asOf.position());
        var stretches = stretches(scope, county, asOf.position());
        if (!store.isKnown(scope, stretches, asOf.position())) {
            throw new ProblemException(
                    scope.kind().unknown(),
                    "No %s «%s» was known at position %d."
                            .formatted(scope.kind().word(), scope.id(), asOf.position()));
        }
        var found = store.places(scope, stretches, filter, asOf);
        var page = found.subList(0, Math.min(filter.size(), found.size()));
        return new Trail(
                scope,
                entries(page, Rulebook.of(county)),
                store.size(scope.jurisdiction(), asOf.position()),
                found.size() > page.size() ? Optional.of(page.getLast().position()) : Optional.empty(),
                asOf);
    }

    /** Of which streams a trail is made; a county's is its whole ledger. */
    private List<Stretch> stretches(TrailScope scope, List<EventRecord> county, long known) {
        return switch (scope.kind()) {
            case OBLIGATION, PLAN -> List.of(Stretch.whole(scope.id()));
            case TASK ->
                Stream.concat(
                                Stretch.aboutTask(scope.id(), records.stream(Identifier.planOf(scope.id()), known)),
                                assignments.underTask(scope.id()).stream().map(Stretch::whole))
                        .toList();
            case UNIT ->
                Stream.concat(
                                Stretch.aboutUnit(scope.id(), county),
                                assignments.toUnit(scope.id()).stream().map(Stretch::of))
                        .toList();
            case JURISDICTION -> List.of();
        };
    }

    private List<TrailEntry> entries(List<Place> page, Rulebook rules) {
        if (page.isEmpty()) {
            return List.of();
        }
        var wanted = page.stream().map(Place::position).collect(Collectors.toSet());
        var last = page.stream().mapToLong(Place::position).max().orElseThrow();
        Map<String, StreamState> states = new HashMap<>();
        Map<Long, TrailEntry> entries = new HashMap<>();
        for (var it : store.streams(page.stream().map(Place::subject).collect(Collectors.toSet()), last)) {
            var record = it.record();
            var event = record.event();
            var before = Optional.ofNullable(states.get(record.subject()));
            var after = before.map(state -> state.with(event, record.position()))
                    .orElseGet(() -> StreamState.of(event, record.position()));
            states.put(record.subject(), after);
            if (wanted.contains(record.position())) {
                entries.put(
                        record.position(),
                        new TrailEntry(
                                record,
                                StreamState.title(before, after, event),
                                store.dataOf(it),
                                StreamState.changes(
                                        before, after, event, record.recordedAt(), rules.at(record.position()))));
            }
        }
        return page.stream()
                .map(it -> Objects.requireNonNull(entries.get(it.position())))
                .toList();
    }

    /** The names of all events, by which a trail can be narrowed. */
    public static List<String> types() {
        return EventType.all().map(Class::getSimpleName).toList();
    }

    private static void refuseUnknownType(TrailFilter filter) {
        if (filter.type() != null && !types().contains(filter.type())) {
            throw new ProblemException(
                    CommonProblem.FIELD_INVALID,
                    "No event is called «%s»; it is one of %s.".formatted(filter.type(), String.join(", ", types())),
                    Map.of("field", "type"));
        }
    }
}
