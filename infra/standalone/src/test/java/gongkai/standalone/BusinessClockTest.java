package gongkai.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.embedded.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BusinessClockTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant START = NOW.minus(Duration.ofDays(2000));

    @Test
    void isTheSystemsClockUnlessSet() {
        assertThat(offset(Optional.empty(), Optional.of(START))).isZero();
    }

    @Test
    void startsAtTheInstantThatIsSet() {
        assertThat(offset(Optional.of(START), Optional.empty())).isEqualTo(Duration.ofDays(-2000));
        assertThat(offset(Optional.of(START), Optional.of(START.minusSeconds(1))))
                .isEqualTo(Duration.ofDays(-2000));
    }

    @Test
    void goesOnFromTheNewestRecord() {
        assertThat(offset(Optional.of(START), Optional.of(START.plus(Duration.ofDays(30)))))
                .isEqualTo(Duration.ofDays(-1970));
    }

    @Test
    void findsTheNewestRecord(@TempDir Path directory) throws SQLException {
        try (PostgresServer server = PostgresServer.start(directory);
                Connection connection =
                        DriverManager.getConnection(server.jdbcUrl("postgres"), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            assertThat(newest(server)).isEmpty();
            statement.execute("CREATE TABLE ledger_event (position bigint PRIMARY KEY, recorded_at timestamptz)");
            assertThat(newest(server)).isEmpty();
            statement.execute(
                    "INSERT INTO ledger_event VALUES (0, '2019-05-06T09:00+08'), (1, '2019-05-06T09:01:02.123456+08')");
            assertThat(newest(server)).contains(Instant.parse("2019-05-06T01:01:02.123456Z"));
        }
    }

    private static Duration offset(Optional<Instant> start, Optional<Instant> newest) {
        return BusinessClock.offset(start, newest, NOW);
    }

    private static Optional<Instant> newest(PostgresServer server) throws SQLException {
        return BusinessClock.newestRecord(server.jdbcUrl("postgres"), server.user(), server.password());
    }
}
