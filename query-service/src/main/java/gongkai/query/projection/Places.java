package gongkai.query.projection;

import gongkai.query.projection.Pages.Stretch;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far each view has applied each ledger. */
@Component
public class Places {

    private static final RowMapper<Place> PLACE =
            (row, _) -> new Place(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4));

    private final JdbcTemplate statements;
    private final JdbcClient jdbc;

    Places(JdbcTemplate jdbc) {
        this.statements = jdbc;
        this.jdbc = JdbcClient.create(jdbc);
    }

    /** A move of a place, from where it must stand. */
    record Move(Place from, Place to) {}

    public List<Place> all() {
        return jdbc.sql("SELECT view, ledger, leaf, position FROM view_place ORDER BY view, ledger")
                .query(PLACE)
                .list();
    }

    /** Of every ledger that the view has seen, by ledger. */
    public Map<String, Place> of(String view) {
        return byLedger(
                jdbc.sql("SELECT view, ledger, leaf, position FROM view_place WHERE view = :view ORDER BY ledger")
                        .param("view", view)
                        .query(PLACE)
                        .list());
    }

    public Optional<Place> of(String view, String ledger) {
        return jdbc.sql("SELECT view, ledger, leaf, position FROM view_place WHERE view = :view AND ledger = :ledger")
                .params(Map.of("view", view, "ledger", ledger))
                .query(PLACE)
                .optional();
    }

    /** The places of these ledgers, by view and ledger; those of the records stay locked until the transaction ends. */
    Map<String, Map<String, Place>> lock(Collection<String> ledgers) {
        var names = ledgers.toArray(String[]::new);
        jdbc.sql("""
                SELECT FROM view_place WHERE view = :record AND ledger = ANY (:ledgers) ORDER BY ledger FOR UPDATE
                """)
                .params(Map.of("record", Projection.RECORD, "ledgers", names))
                .query((_, _) -> true)
                .list();
        return unlocked(ledgers);
    }

    Map<String, Map<String, Place>> unlocked(Collection<String> ledgers) {
        return jdbc
                .sql("SELECT view, ledger, leaf, position FROM view_place WHERE ledger = ANY (:ledgers)")
                .param("ledgers", ledgers.toArray(String[]::new))
                .query(PLACE)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Place::view, Collectors.toMap(Place::ledger, it -> it)));
    }

    /** @throws PlaceMovedException when one did not stand where it was thought to */
    void move(Collection<Move> moves) {
        int moved = Rows.of(moves)
                .text(it -> it.to().view())
                .text(it -> it.to().ledger())
                .number(it -> it.to().leaf())
                .number(it -> it.to().position())
                .number(it -> it.from().leaf())
                .write(statements, """
                        MERGE INTO view_place place
                        USING unnest(?::text[], ?::text[], ?::int8[], ?::int8[], ?::int8[])
                          AS move (view, ledger, leaf, position, before)
                        ON place.view = move.view AND place.ledger = move.ledger
                        WHEN MATCHED AND place.leaf = move.before THEN
                          UPDATE SET leaf = move.leaf, position = move.position
                        WHEN NOT MATCHED AND move.before = -1 THEN
                          INSERT (view, ledger, leaf, position) VALUES (move.view, move.ledger, move.leaf, move.position)
                        """);
        if (moved != moves.size()) {
            throw new PlaceMovedException(moves.size(), moved);
        }
    }

    /** What the records have that the view has not; by ledger. */
    List<Stretch> behind(String view) {
        return jdbc.sql("""
                SELECT record.ledger, coalesce(other.leaf, -1) + 1, record.leaf FROM view_place record
                LEFT JOIN view_place other ON other.view = :view AND other.ledger = record.ledger
                WHERE record.view = :record AND record.leaf > coalesce(other.leaf, -1) ORDER BY record.ledger
                """)
                .params(Map.of("view", view, "record", Projection.RECORD))
                .query((row, _) -> new Stretch(row.getString(1), row.getLong(2), row.getLong(3)))
                .list();
    }

    /** Another generation of a view's tables takes the name, and with it the place. */
    void rename(String from, String to) {
        forget(to);
        jdbc.sql("UPDATE view_place SET view = :to WHERE view = :from")
                .params(Map.of("from", from, "to", to))
                .update();
    }

    void forget(String view) {
        jdbc.sql("DELETE FROM view_place WHERE view = :view")
                .param("view", view)
                .update();
    }

    private static Map<String, Place> byLedger(List<Place> places) {
        return places.stream().collect(Collectors.toMap(Place::ledger, it -> it));
    }
}
