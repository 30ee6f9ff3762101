package gongkai.query.obligation;

import gongkai.event.Event;
import gongkai.event.ObligationEvent.ObligationAmended;
import gongkai.event.ObligationEvent.ObligationAssigned;
import gongkai.event.ObligationEvent.ObligationClarified;
import gongkai.query.projection.Projection;
import gongkai.query.projection.Rows;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps each record that says who owes an obligation. */
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
                .toList();
        Rows.of(owed)
                .text(it -> it.record().ledger())
                .text(it -> it.record().subject())
                .number(it -> it.record().position())
                .text(it -> unitBy(it.event()))
                .write(jdbc, """
                        INSERT INTO assignment (jurisdiction, obligation, position, unit)
                        SELECT * FROM unnest(?::text[], ?::text[], ?::int8[], ?::text[])
                        """);
    }

    private static String unitBy(Event event) {
        return switch (event) {
            case ObligationAssigned it -> it.assignment().unit();
            case ObligationClarified it -> it.assignment().unit();
            case ObligationAmended it -> it.assignment().unit();
            default -> throw new IllegalArgumentException(event + " names no unit");
        };
    }
}
