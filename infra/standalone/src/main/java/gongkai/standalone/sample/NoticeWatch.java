package gongkai.standalone.sample;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** When the query service looks next for notices that time alone brings; see ADR 0022. */
record NoticeWatch(Connection queryDatabase) {

    /** Not later than now while something waits to be looked at; empty when time brings nothing any more. */
    Optional<Instant> nextLook() throws SQLException {
        try (PreparedStatement statement = queryDatabase.prepareStatement(
                        "SELECT min(next_check_at) FROM view_due.due WHERE next_check_at < 'infinity'");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return Optional.ofNullable(row.getObject(1, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
        }
    }
}
