package gongkai.query.obligation;

import gongkai.event.Assignment;
import gongkai.event.Event;
import gongkai.event.Identifier;
import gongkai.event.ObligationEvent.ObligationAmended;
import gongkai.event.ObligationEvent.ObligationAssigned;
import gongkai.event.ObligationEvent.ObligationClarified;
import gongkai.query.projection.Projection;
import gongkai.query.projection.Rows;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps which obligations there are, and whose each ever was. */
@Component
class ObligationProjection implements Projection {

    private static final Set<Class<? extends Event>> THAT_NAME_A_UNIT =
            Set.of(ObligationAssigned.class, ObligationClarified.class, ObligationAmended.class);

    private final JdbcTemplate jdbc;

    ObligationProjection(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "obligation";
    }

    @Override
    public Set<Class<? extends Event>> opens() {
        return THAT_NAME_A_UNIT;
    }

    @Override
    public void apply(List<Applied> records) {
        var owed = records.stream()
                .filter(it -> THAT_NAME_A_UNIT.contains(it.kind()))
                .flatMap(it -> Owed.by(it).stream())
                .toList();
        Rows.of(owed)
                .text(Owed::obligation)
                .text(it -> Identifier.jurisdictionOf(it.obligation()))
                .write(jdbc, """
                        INSERT INTO obligation (id, jurisdiction) SELECT * FROM unnest(?::text[], ?::text[])
                        ON CONFLICT DO NOTHING
                        """);
        Rows.of(owed).text(Owed::obligation).text(Owed::unit).write(jdbc, """
                        INSERT INTO unit_obligation (obligation, unit) SELECT * FROM unnest(?::text[], ?::text[])
                        ON CONFLICT DO NOTHING
                        """);
    }

    /** That a unit owes an obligation from some moment on. */
    private record Owed(String obligation, String unit) {

        static Optional<Owed> by(Applied record) {
            return switch (record.event()) {
                case ObligationAssigned it -> Optional.of(of(record, it.assignment()));
                case ObligationClarified it -> Optional.of(of(record, it.assignment()));
                case ObligationAmended it -> Optional.of(of(record, it.assignment()));
                default -> Optional.empty();
            };
        }

        private static Owed of(Applied record, Assignment assignment) {
            return new Owed(record.record().subject(), assignment.unit());
        }
    }
}
