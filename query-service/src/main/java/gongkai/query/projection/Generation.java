package gongkai.query.projection;

import gongkai.query.projection.Pages.Stretch;
import gongkai.query.projection.Projection.Applied;
import java.util.List;
import java.util.function.LongConsumer;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The next generation of a view's tables, in a schema beside the living one. Whoever reads or writes meanwhile does not
 * notice; in the end it takes the name, the place and all records up to that moment in one transaction.
 */
@Component
class Generation {

    private final Flyway flyway;
    private final JdbcTemplate jdbc;
    private final Places places;
    private final Parking parking;
    private final Turnstile turnstile;
    private final TransactionOperations transaction;
    private final String schemas;

    Generation(
            Flyway flyway,
            JdbcTemplate jdbc,
            Places places,
            Parking parking,
            Turnstile turnstile,
            TransactionOperations transaction,
            @Value("${gongkai.projection.schemas}") String schemas) {
        this.flyway = flyway;
        this.jdbc = jdbc;
        this.places = places;
        this.parking = parking;
        this.turnstile = turnstile;
        this.transaction = transaction;
        this.schemas = schemas;
    }

    /** @param applied is told how many records each page had */
    void build(Projection view, RecordSource source, LongConsumer applied) {
        prepare(view);
        for (var missing = missing(view); Stretch.sum(missing) > Pages.SIZE; missing = missing(view)) {
            var pages = new Pages(source, missing);
            for (var page = pages.take(); !page.isEmpty(); page = pages.take()) {
                var next = page;
                transaction.executeWithoutResult(_ -> write(view, next));
                applied.accept(next.size());
            }
        }
        analyze(view);
        transaction.executeWithoutResult(_ -> {
            turnstile.close();
            var pages = new Pages(source, missing(view));
            for (var page = pages.take(); !page.isEmpty(); page = pages.take()) {
                write(view, page);
                applied.accept(page.size());
            }
            takeOver(view);
        });
        drop(old(view));
    }

    /** What the records have and this generation has not. */
    List<Stretch> missing(Projection view) {
        return places.behind(next(view));
    }

    private void prepare(Projection view) {
        drop(next(view));
        drop(old(view));
        places.forget(next(view));
        Schemas.migrate(flyway.getConfiguration(), next(view), living(view));
    }

    private void write(Projection view, List<Applied> page) {
        jdbc.query("SELECT set_config('search_path', ?, true)", _ -> {}, next(view) + "," + schemas);
        jdbc.execute("SET LOCAL synchronous_commit = off"); // what a crash takes is built again anyway
        var advance = new Advance(next(view), places.of(next(view)));
        view.apply(page);
        places.move(advance.overAll(page).moves());
    }

    /** Statistics for the planner; its own collector would come a minute later. */
    private void analyze(Projection view) {
        jdbc.queryForList("SELECT tablename FROM pg_tables WHERE schemaname = ?", String.class, next(view))
                .forEach(it -> jdbc.execute("ANALYZE " + next(view) + "." + it));
    }

    /** Old tables stay until those who read them are through. */
    private void takeOver(Projection view) {
        jdbc.execute("ALTER SCHEMA " + living(view) + " RENAME TO " + old(view));
        jdbc.execute("ALTER SCHEMA " + next(view) + " RENAME TO " + living(view));
        places.rename(next(view), view.name());
        parking.release(view.name());
    }

    private void drop(String schema) {
        jdbc.execute("DROP SCHEMA IF EXISTS " + schema + " CASCADE");
    }

    private static String living(Projection view) {
        return "view_" + view.name();
    }

    private static String next(Projection view) {
        return "next_" + view.name();
    }

    private static String old(Projection view) {
        return "old_" + view.name();
    }
}
