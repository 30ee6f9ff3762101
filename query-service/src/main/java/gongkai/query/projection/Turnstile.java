package gongkai.query.projection;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Lets projectors pass together, of several instances too, and stops them while the one inside must be alone. */
@Component
class Turnstile {

    /** Any number that no other program uses in this database. */
    private static final long KEY = 610_926_2019L;

    private final JdbcTemplate jdbc;

    Turnstile(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends. */
    void pass() {
        jdbc.query("SELECT pg_advisory_xact_lock_shared(?)", _ -> {}, KEY);
    }

    /** Passes, but for one view only one at a time. */
    void passAlone(String view) {
        pass();
        jdbc.query("SELECT pg_advisory_xact_lock(hashtext(?), hashtext(?))", _ -> {}, "gongkai", view);
    }

    /** Until the transaction ends; waits for those inside. */
    void close() {
        jdbc.query("SELECT pg_advisory_xact_lock(?)", _ -> {}, KEY);
    }
}
