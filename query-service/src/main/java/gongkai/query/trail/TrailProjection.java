package gongkai.query.trail;

import gongkai.event.Event;
import gongkai.event.ObligationEvent.CaseDueMoved;
import gongkai.event.ObligationEvent.ObligationAssigned;
import gongkai.event.ObligationEvent.ObligationClarified;
import gongkai.event.PlanEvent.PlanClarified;
import gongkai.event.PlanEvent.PlanImported;
import gongkai.event.PlanEvent.TaskClarified;
import gongkai.event.PlanEvent.TaskDefined;
import gongkai.query.projection.Projection;
import gongkai.query.projection.Rows;
import gongkai.record.EventRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps in whose trail each event stands. */
@Component
class TrailProjection implements Projection {

    private final JdbcTemplate statements;
    private final JdbcClient jdbc;

    TrailProjection(JdbcTemplate statements, JdbcClient jdbc) {
        this.statements = statements;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "trail";
    }

    private record AboutAt(String about, long position) {}

    @Override
    public void apply(List<Applied> records) {
        var events = records.stream().map(Applied::record).toList();
        Rows.of(events)
                .number(EventRecord::position)
                .text(EventRecord::ledger)
                .text(it -> typeOf(it.event()))
                .text(EventRecord::actor)
                .text(it -> it.recordedAt().toString())
                .text(TrailProjection::happenedAt)
                .write(statements, """
                        INSERT INTO trail_event (position, ledger, type, actor, recorded_at, happened_at)
                        SELECT position, ledger, type, actor, recorded_at::timestamptz, happened_at::timestamptz
                        FROM unnest(?::int8[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                          AS row (position, ledger, type, actor, recorded_at, happened_at)
                        """);
        var owing = new Owing(unitsOf(events.stream().map(EventRecord::subject).collect(Collectors.toSet())));
        var abouts = events.stream()
                .flatMap(it -> owing.about(it).stream().map(about -> new AboutAt(about, it.position())))
                .toList();
        Rows.of(abouts)
                .text(AboutAt::about)
                .number(AboutAt::position)
                .write(statements, "INSERT INTO trail_about SELECT * FROM unnest(?::text[], ?::int8[])");
        write(new TreeMap<>(owing.changed()));
    }

    private Map<String, String> unitsOf(Collection<String> subjects) {
        Map<String, String> units = new HashMap<>();
        jdbc.sql("SELECT obligation, unit FROM trail_obligation WHERE obligation = ANY (:subjects)")
                .param("subjects", subjects.toArray(String[]::new))
                .query(row -> {
                    units.put(row.getString(1), row.getString(2));
                });
        return units;
    }

    /** The order of the keys keeps two projectors from waiting for each other. */
    private void write(SortedMap<String, String> units) {
        Rows.of(units.entrySet())
                .text(Map.Entry::getKey)
                .text(Map.Entry::getValue)
                .write(statements, """
                        INSERT INTO trail_obligation SELECT * FROM unnest(?::text[], ?::text[])
                        ON CONFLICT (obligation) DO UPDATE SET unit = excluded.unit
                        """);
    }

    /** Its name whatever the version. */
    static String typeOf(Event event) {
        return event.getClass().getSimpleName();
    }

    /** What says how the table always read counts at any moment, whenever it was said. */
    private static String happenedAt(EventRecord record) {
        return switch (record.event()) {
            case PlanImported _,
                    PlanClarified _,
                    TaskDefined _,
                    TaskClarified _,
                    ObligationAssigned _,
                    ObligationClarified _,
                    CaseDueMoved _ -> "-infinity";
            default -> record.event().occurredAt().toString();
        };
    }
}
