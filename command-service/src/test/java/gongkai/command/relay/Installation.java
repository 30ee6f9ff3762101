package gongkai.command.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import gongkai.broker.BrokerAccess;
import gongkai.command.ledger.Facts;
import gongkai.command.ledger.NewEvent;
import gongkai.command.ledger.postgres.PostgresLedger;
import gongkai.command.ledger.postgres.WriterPool;
import gongkai.testing.KillableBroker;
import gongkai.testing.TestPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A ledger's database, a broker that can be killed, and as many relays between them as a test wants. */
final class Installation implements AutoCloseable {

    private static final int COUNTIES = 5;

    private final TestPostgres postgres;
    private final HikariDataSource pool;
    private final WriterPool writer;
    private final KillableBroker broker;
    private final List<String> counties = new ArrayList<>();
    private final Map<String, Long> sequences = new TreeMap<>();
    final PostgresLedger ledger;

    Installation(TestPostgres postgres, Path directory) {
        this.postgres = postgres;
        postgres.createDatabase("gongkai_ledger");
        var settings = new HikariConfig();
        settings.setJdbcUrl(jdbcUrl());
        settings.setUsername(user());
        settings.setPassword(password());
        settings.setMaximumPoolSize(12);
        pool = new HikariDataSource(settings);
        Flyway.configure()
                .dataSource(pool)
                .locations("classpath:db/ledger")
                .load()
                .migrate();
        writer = WriterPool.open(jdbcUrl(), user(), password());
        ledger = new PostgresLedger(pool, writer, InstantSource.system());
        broker = KillableBroker.start(directory);
        for (int i = 0; i < COUNTIES; i++) {
            counties.add(Facts.county());
        }
    }

    String jdbcUrl() {
        return postgres.jdbcUrl("gongkai_ledger");
    }

    String user() {
        return postgres.user();
    }

    String password() {
        return postgres.password();
    }

    String kafka() {
        return broker.bootstrapServers();
    }

    BrokerAccess broker() {
        return new BrokerAccess(kafka(), "");
    }

    Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", kafka()));
    }

    void killBroker() {
        broker.kill();
    }

    void startBroker() {
        broker.startAgain();
    }

    Relay relay(String name) {
        return new Relay(ledger, new RelayPlace(JdbcClient.create(pool)), broker(), name, RelayTrace.NONE);
    }

    /** Appends so many events, to several ledgers in turn. */
    synchronized void write(int events) {
        var batch = new ArrayList<NewEvent>();
        for (int i = 0; i < events; i++) {
            batch.add(next("第" + i));
            if (batch.size() == 500) {
                ledger.append(batch);
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            ledger.append(batch);
        }
    }

    /** Some thousand a second, as long as the test goes on. */
    Thread writeUntil(AtomicBoolean over) {
        return Thread.ofPlatform().name("writer").start(() -> {
            while (!over.get()) {
                write(100);
                LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            }
        });
    }

    synchronized void write(String text) {
        ledger.append(List.of(next(text)));
    }

    private NewEvent next(String text) {
        var county = counties.get((int) (written() % COUNTIES));
        long sequence = sequences.merge(county, 0L, (old, _) -> old + 1);
        return Facts.event(county, county, sequence, text);
    }

    private long written() {
        return sequences.values().stream().mapToLong(it -> it + 1).sum();
    }

    synchronized long last() {
        return written() - 1;
    }

    /** Everything is on the topic, in order and without a gap at any time. */
    TopicReading awaitEverything(Relay relay) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(relay.progress()).satisfies(it -> {
                    assertThat(it.last()).isEqualTo(last());
                    assertThat(it.lag()).isZero();
                }));
        // A reader may still be behind what the broker has acknowledged.
        var reading = Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> TopicReading.of(kafka()), it -> it.sizes().equals(ledger.sizes()));
        assertThat(reading.gaps()).isEmpty();
        return reading;
    }

    @Override
    public void close() {
        ledger.close();
        writer.close();
        pool.close();
        broker.close();
    }
}
