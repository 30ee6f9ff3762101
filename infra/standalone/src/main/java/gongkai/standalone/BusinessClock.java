package gongkai.standalone;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** How far the one business clock is from the system's. */
final class BusinessClock {
    private BusinessClock() {}

    /** Never behind what the ledger has recorded: after a restart the clock goes on, it does not start over. */
    static Duration offset(Optional<Instant> start, Optional<Instant> newestRecord, Instant now) {
        return start.map(instant -> newestRecord.filter(instant::isBefore).orElse(instant))
                .map(instant -> Duration.between(now, instant))
                .orElse(Duration.ZERO);
    }

    static Optional<Instant> newestRecord(String url, String user, String password) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            try (ResultSet table = statement.executeQuery("SELECT to_regclass('ledger_event') IS NOT NULL")) {
                table.next();
                if (!table.getBoolean(1)) {
                    return Optional.empty();
                }
            }
            try (ResultSet newest =
                    statement.executeQuery("SELECT recorded_at FROM ledger_event ORDER BY position DESC LIMIT 1")) {
                return newest.next()
                        ? Optional.of(newest.getObject(1, OffsetDateTime.class).toInstant())
                        : Optional.empty();
            }
        }
    }
}
