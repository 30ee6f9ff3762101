package gongkai.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.query.SeededLog;
import gongkai.query.Stage;
import gongkai.query.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/** What can happen on the way from the topic to the tables, for a projector that may be one with a bug. */
final class Scenarios {

    private final Stage stage;
    private final SeededLog log;
    private final Random random;
    private final Projector projector;
    private final Crash crash;

    private Scenarios(Stage stage, SeededLog log, Places places, Function<Map<String, Place>, Sieve> sieves) {
        this.stage = stage;
        this.log = log;
        this.random = new Random(log.seed());
        this.crash = new Crash(stage);
        this.projector = new Projector(
                stage.bean(Views.class),
                places,
                crash,
                stage.bean(Refusals.class),
                stage.bean(Parking.class),
                stage.bean(Isolation.class),
                stage.bean(Turnstile.class),
                stage.bean(TransactionOperations.class),
                stage.bean(Arrivals.class),
                sieves);
    }

    static Scenarios of(Stage stage) {
        return of(stage, seeded());
    }

    static Scenarios of(Stage stage, SeededLog log) {
        return new Scenarios(stage, log, stage.bean(Places.class), Sieve::new);
    }

    static Scenarios of(Stage stage, Places places, Function<Map<String, Place>, Sieve> sieves) {
        return new Scenarios(stage, seeded(), places, sieves);
    }

    static SeededLog seeded() {
        var log = new SeededLog(ThreadLocalRandom.current().nextLong(1_000_000), 5);
        log.grow(600);
        return log;
    }

    SeededLog log() {
        return log;
    }

    Projector projector() {
        return projector;
    }

    /** The last thing before the commit is the place in the feed: here the connection can be cut, as kill -9 does. */
    static final class Crash extends FeedPlaces {

        private final Stage stage;
        private final AtomicInteger hits = new AtomicInteger();
        private volatile boolean armed;

        Crash(Stage stage) {
            super(stage.bean(JdbcTemplate.class));
            this.stage = stage;
        }

        @Override
        public void move(String topic, Map<Integer, Long> next) {
            super.move(topic, next);
            if (armed) {
                armed = false;
                hits.incrementAndGet();
                terminateThisConnection(stage);
            }
        }
    }

    /** From another connection, as the operating system would: the transaction that is under way is gone. */
    static void terminateThisConnection(Stage stage) {
        var jdbc = stage.bean(JdbcTemplate.class);
        var pid = jdbc.queryForObject("SELECT pg_backend_pid()", Integer.class);
        Thread.ofVirtual().start(() -> jdbc.queryForObject("SELECT pg_terminate_backend(?)", Boolean.class, pid));
        jdbc.queryForObject("SELECT pg_sleep(30)::text", String.class);
    }

    /** Each message comes two to five times, whole stretches again and again, in batches of any size. */
    void deliverEachTwoToFiveTimes() {
        List<Message> all = new ArrayList<>();
        for (var stretch : cut(SeededLog.messages(log.entries()))) {
            int times = 2 + random.nextInt(4);
            for (int i = 0; i < times; i++) {
                all.addAll(stretch);
            }
        }
        cut(all).forEach(it -> assertThat(projector.apply(it)).isEmpty());
        assertComplete();
    }

    /** Everything again from the beginning. */
    void deliverFromZeroAgain() {
        cut(SeededLog.messages(log.entries())).forEach(projector::apply);
        assertComplete();
        var before = stage.tables();
        cut(SeededLog.messages(log.entries()))
                .forEach(it -> assertThat(projector.apply(it)).isEmpty());
        assertThat(stage.tables()).isEqualTo(before);
    }

    /** One message is not there: its ledger stops before it, the others do not. */
    void deliverWithoutOne() {
        var ledger = log.entries().getFirst().ledger();
        var mine = log.of(ledger);
        var lost = mine.get(1 + random.nextInt(mine.size() - 2));
        var rest = log.entries().stream()
                .filter(it -> it.position() != lost.position())
                .toList();
        List<Obstacle> obstacles = new ArrayList<>();
        cut(SeededLog.messages(rest)).forEach(it -> obstacles.addAll(projector.apply(it)));
        assertThat(obstacles).isNotEmpty().allMatch(it -> ledger.equals(it.ledger()));
        assertThat(obstacles.getFirst().expected()).isEqualTo(lost.leaf());
        assertThat(leafOf(ledger)).isEqualTo(lost.leaf() - 1);
        var give = log.of(ledger).stream()
                .skip(lost.leaf())
                .map(SeededLog.Entry::bytes)
                .toList();
        assertThat(projector.overcome(obstacles.getFirst(), give)).isEmpty();
        assertComplete();
    }

    /** The process dies again and again in the middle of a transaction, and what was not committed comes again. */
    void deliverAndCrash() {
        int crashes = 0;
        for (var batch : cut(SeededLog.messages(log.entries()))) {
            if (random.nextInt(3) == 0) {
                crash.armed = true;
                crashes++;
            }
            applyUntilDone(batch);
        }
        assertThat(crash.hits.get())
                .as("crashes that really hit")
                .isEqualTo(crashes)
                .isPositive();
        assertComplete();
    }

    void applyUntilDone(List<Message> batch) {
        for (int tries = 1; ; tries++) {
            try {
                projector.apply(batch);
                return;
            } catch (DataAccessException | TransactionException | PlaceMovedException e) {
                if (tries == 20) {
                    throw e;
                }
            }
        }
    }

    private long leafOf(String ledger) {
        return stage.bean(Places.class)
                .of(Projection.RECORD, ledger)
                .map(Place::leaf)
                .orElse(-1L);
    }

    List<List<Message>> cut(List<Message> messages) {
        List<List<Message>> batches = new ArrayList<>();
        for (int from = 0; from < messages.size(); ) {
            int to = Math.min(messages.size(), from + 1 + random.nextInt(80));
            batches.add(messages.subList(from, to));
            from = to;
        }
        return batches;
    }

    /** The tables are those of a projector to which each message came once, in order. */
    void assertComplete() {
        assertThat(stage.tables()).isEqualTo(Expected.of(log));
    }

    /** Row by row what the tables must hold, from a database that nothing ever happened to. */
    static final class Expected {

        private static @Nullable Stage untroubled;

        private Expected() {}

        static void from(Stage stage) {
            untroubled = stage;
        }

        static Tables of(SeededLog log) {
            var stage = Objects.requireNonNull(untroubled);
            Tables.empty(stage.jdbc());
            stage.bean(Projector.class).apply(SeededLog.messages(log.entries()));
            return stage.tables();
        }
    }
}
