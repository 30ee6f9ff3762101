package gongkai.query;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every row of every table of every view, and the places of the views, to be compared with another database's; but for
 * the moment at which an obligation is looked at next, which the sweep moves by the clock.
 */
public record Tables(Map<String, List<String>> rows) {

    public static Tables of(JdbcClient jdbc) {
        Map<String, List<String>> rows = new TreeMap<>();
        namesOf(jdbc).forEach(table -> rows.put(table, rowsOf(jdbc, table)));
        rows.put("place", rowsOf(jdbc, "projection.view_place"));
        return new Tables(rows);
    }

    /** As if nothing had ever arrived; what was sent and read stays. */
    public static void empty(JdbcClient jdbc) {
        jdbc.sql("TRUNCATE projection.view_place, projection.feed_place, " + String.join(", ", namesOf(jdbc)))
                .update();
    }

    private static List<String> namesOf(JdbcClient jdbc) {
        return jdbc.sql("""
                SELECT table_schema || '.' || table_name FROM information_schema.tables
                WHERE table_schema LIKE 'view\\_%' AND table_name <> 'flyway_schema_history'
                """).query(String.class).list();
    }

    private static List<String> rowsOf(JdbcClient jdbc, String table) {
        return jdbc.sql("SELECT (to_jsonb(it) - 'next_check_at')::text AS row FROM %s it ORDER BY row".formatted(table))
                .query(String.class)
                .list();
    }

    public int count() {
        return rows.values().stream().mapToInt(List::size).sum();
    }
}
