package gongkai.query.projection;

import gongkai.query.projection.Pages.Stretch;
import gongkai.query.projection.Projection.Applied;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The next generation of the tables of some views, each in a schema beside the living one, folded from one reading.
 * Whoever reads or writes meanwhile does not notice; in the end they take the names, the places and all records up to
 * that moment in one transaction.
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
    void build(List<Projection> views, RecordSource source, LongConsumer applied) {
        views.forEach(this::prepare);
        for (var missing = missing(views); Stretch.sum(missing) > Pages.SIZE; missing = missing(views)) {
            var pages = new Pages(source, views, missing);
            for (var page = pages.take(); !page.isEmpty(); page = pages.take()) {
                writeAtOnce(views, page);
                applied.accept(page.size());
            }
        }
        views.forEach(this::analyze);
        transaction.executeWithoutResult(_ -> {
            turnstile.close();
            var pages = new Pages(source, views, missing(views));
            for (var page = pages.take(); !page.isEmpty(); page = pages.take()) {
                write(views, page);
                applied.accept(page.size());
            }
            views.forEach(this::takeOver);
        });
        views.forEach(it -> drop(old(it)));
    }

    /** What the records have and this generation has not; all its views stand at the same places. */
    List<Stretch> missing(List<Projection> views) {
        return places.behind(next(views.getFirst()));
    }

    private void prepare(Projection view) {
        drop(next(view));
        drop(old(view));
        places.forget(next(view));
        Schemas.migrate(flyway.getConfiguration(), next(view), living(view));
    }

    /** Each view in a transaction and over a connection of its own: one alone would leave the other cores idle. */
    private void writeAtOnce(List<Projection> views, List<Applied> page) {
        Pages.join(CompletableFuture.allOf(views.stream()
                .map(view -> CompletableFuture.runAsync(
                        () -> transaction.executeWithoutResult(_ -> write(List.of(view), page)),
                        Thread::startVirtualThread))
                .toArray(CompletableFuture[]::new)));
    }

    private void write(List<Projection> views, List<Applied> page) {
        var path = views.stream().map(Generation::next).collect(Collectors.joining(",", "", "," + schemas));
        jdbc.query("SELECT set_config('search_path', ?, true)", _ -> {}, path);
        jdbc.execute("SET LOCAL synchronous_commit = off"); // what a crash takes is built again anyway
        for (var view : views) {
            var advance = new Advance(next(view), places.of(next(view)));
            view.apply(page);
            places.move(advance.overAll(page).moves());
        }
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
