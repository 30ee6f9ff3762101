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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps in whose trail each event stands. */
@Component
class TrailProjection implements Projection {

    private static final Set<Class<? extends Event>> FROM_THE_BEGINNING = Set.of(
            PlanImported.class,
            PlanClarified.class,
            TaskDefined.class,
            TaskClarified.class,
            ObligationAssigned.class,
            ObligationClarified.class,
            CaseDueMoved.class);

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

    @Override
    public Set<Class<? extends Event>> opens() {
        return Owing.THAT_SAY_WHO_OWES;
    }

    private record AboutAt(String about, long position) {}

    @Override
    public void apply(List<Applied> records) {
        Rows.of(records)
                .number(it -> it.record().position())
                .text(it -> it.record().ledger())
                .text(it -> typeOf(it.kind()))
                .text(it -> it.record().actor())
                .text(it -> it.record().recordedAt().toString())
                .text(TrailProjection::happenedAt)
                .write(statements, """
                        INSERT INTO trail_event (position, ledger, type, actor, recorded_at, happened_at)
                        SELECT position, ledger, type, actor, recorded_at::timestamptz, happened_at::timestamptz
                        FROM unnest(?::int8[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                          AS row (position, ledger, type, actor, recorded_at, happened_at)
                        """);
        var owing = new Owing(
                unitsOf(records.stream().map(it -> it.record().subject()).collect(Collectors.toSet())));
        var abouts = records.stream()
                .flatMap(it -> owing.about(it).stream()
                        .map(about -> new AboutAt(about, it.record().position())))
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
    static String typeOf(Class<? extends Event> kind) {
        return kind.getSimpleName();
    }

    /** What says how the table always read counts at any moment, whenever it was said. */
    private static String happenedAt(Applied it) {
        return FROM_THE_BEGINNING.contains(it.kind())
                ? "-infinity"
                : it.record().occurredAt().toString();
    }
}
