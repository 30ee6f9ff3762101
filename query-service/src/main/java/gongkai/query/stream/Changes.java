package gongkai.query.stream;

import gongkai.query.asof.AsOfQuery;
import gongkai.query.asof.AsOfResolver;
import gongkai.query.obligation.Obligations;
import gongkai.query.record.RecordStore;
import gongkai.query.record.RecordStore.Place;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads what changed in a county after a position. */
@Component
class Changes {

    private static final int PAGE = 1_000;

    private final RecordStore records;
    private final Obligations obligations;
    private final AsOfResolver times;

    Changes(RecordStore records, Obligations obligations, AsOfResolver times) {
        this.records = records;
        this.obligations = obligations;
        this.times = times;
    }

    /**
     * A part of the log, each obligation in it once.
     *
     * @param changed in the order of their newest positions
     * @param others subjects that are no obligations: the county itself, its plans; with their newest positions
     * @param last the position up to which everything is told
     */
    record Part(List<Change> changed, Map<String, Long> others, long last) {}

    /** Up to a thousand records at a time; the same {@code last} again when there are none. */
    Part after(String county, long position) {
        var places = records.after(county, position, PAGE);
        if (places.isEmpty()) {
            return new Part(List.of(), Map.of(), position);
        }
        var newest =
                places.stream().collect(Collectors.toMap(Place::subject, Place::position, Math::max, HashMap::new));
        var asOf = times.resolve(AsOfQuery.NOW, county);
        var changed = obligations.byIds(county, newest.keySet(), asOf).stream()
                .map(it ->
                        Change.of(it, newest.getOrDefault(it.facts().assigned().obligation(), position), asOf))
                .sorted(Comparator.comparingLong(Change::position))
                .toList();
        changed.forEach(it -> newest.remove(it.id()));
        return new Part(changed, newest, places.getLast().position());
    }
}
