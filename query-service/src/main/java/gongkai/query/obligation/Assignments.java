package gongkai.query.obligation;

import gongkai.event.Identifier;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who owed each obligation, from which record of the log to which. */
@Component
public class Assignments {

    private final JdbcClient jdbc;

    Assignments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * That one unit owes an obligation.
     *
     * @param since position of the record that gave it to the unit
     * @param until position of the record that gave it to another, which is about both; the greatest number: none did
     */
    public record Assigned(String obligation, long since, long until) {}

    /** Each time that the unit was given one; who is given what it owes already goes on owing it. */
    public List<Assigned> toUnit(String unit) {
        return jdbc.sql("""
                SELECT obligation, since, until FROM (
                  SELECT obligation, unit, position AS since, coalesce(
                      lead(position) OVER next - CASE WHEN lead(unit) OVER next = unit THEN 1 ELSE 0 END,
                      9223372036854775807) AS until
                  FROM assignment WHERE jurisdiction = :jurisdiction
                  WINDOW next AS (PARTITION BY obligation ORDER BY position)
                ) it
                WHERE unit = :unit
                """)
                .params(Map.of("jurisdiction", Identifier.jurisdictionOf(unit), "unit", unit))
                .query(Assigned.class)
                .list();
    }

    /** All obligations under a row of the table. */
    public List<String> underTask(String task) {
        return jdbc
                .sql("""
                SELECT DISTINCT obligation FROM assignment
                WHERE jurisdiction = :jurisdiction AND starts_with(obligation, :task || '-')
                """)
                .params(Map.of("jurisdiction", Identifier.jurisdictionOf(task), "task", task))
                .query(String.class)
                .list()
                .stream()
                .filter(it -> Identifier.taskOf(it).equals(task))
                .toList();
    }
}
