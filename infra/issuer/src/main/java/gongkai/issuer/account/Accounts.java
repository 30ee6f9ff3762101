package gongkai.issuer.account;

import gongkai.issuer.account.AccountChanged.What;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** All accounts there are. Any change ends the sessions of its account. A wrong password counts; ten in a row rest for a quarter of an hour. */
@Component
public class Accounts {

    private static final int MOST_FAILURES = 10;

    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;
    private final ApplicationEventPublisher events;

    Accounts(JdbcClient jdbc, PasswordEncoder encoder, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.encoder = encoder;
        this.events = events;
    }

    public Optional<Account> find(String name) {
        return jdbc.sql("SELECT * FROM account WHERE name = :name")
                .param("name", name)
                .query((row, _) -> account(row))
                .optional();
    }

    /** By name. */
    public List<Account> all() {
        return jdbc.sql("SELECT * FROM account ORDER BY name")
                .query((row, _) -> account(row))
                .list();
    }

    /** Whether anybody administers who has chosen a password: until then the installation is nobody's. */
    public boolean isTaken() {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM account WHERE 'administrator' = ANY (roles) AND one_time_until IS NULL)
                """).query(Boolean.class).single();
    }

    /** @return the one-time password; empty when the name is taken */
    public Optional<String> open(String name, List<String> roles, List<String> jurisdictions, List<String> units) {
        var password = OneTimePassword.next();
        var opened = jdbc.sql("""
                INSERT INTO account (name, password, one_time_until, roles, jurisdictions, units)
                VALUES (:name, :password, :until, :roles, :jurisdictions, :units) ON CONFLICT DO NOTHING RETURNING id
                """)
                .param("name", name)
                .param("password", encoder.encode(password))
                .param("until", until())
                .param("roles", roles.toArray(String[]::new))
                .param("jurisdictions", jurisdictions.toArray(String[]::new))
                .param("units", units.toArray(String[]::new));
        return done(What.OPENED, opened) ? Optional.of(password) : Optional.empty();
    }

    /** @return a new one-time password in place of what there was; empty when there is no such account */
    public Optional<String> reset(String name) {
        var password = OneTimePassword.next();
        var reset = jdbc.sql("""
                UPDATE account SET password = :password, one_time_until = :until, failures = 0, locked_until = '-infinity',
                  version = version + 1
                WHERE name = :name RETURNING id
                """)
                .param("name", name)
                .param("password", encoder.encode(password))
                .param("until", until());
        return done(What.ONE_TIME_PASSWORD_GIVEN, reset) ? Optional.of(password) : Optional.empty();
    }

    /** @param change gives the id of the account, if there is one */
    private boolean done(What what, StatementSpec change) {
        var account = change.query(UUID.class).optional();
        account.ifPresent(it -> events.publishEvent(new AccountChanged(it, what)));
        return account.isPresent();
    }

    private static OffsetDateTime until() {
        return Instant.now().plus(OneTimePassword.LIFE).atOffset(ZoneOffset.UTC);
    }

    /** @param password as its owner chose it */
    public void choose(String name, String password) {
        var chosen = jdbc.sql("""
                UPDATE account SET password = :password, one_time_until = NULL, version = version + 1
                WHERE name = :name RETURNING id
                """).param("name", name).param("password", encoder.encode(password));
        done(What.PASSWORD_CHOSEN, chosen);
    }

    /** Holds from the next sign-in on. */
    public void change(String name, List<String> roles, List<String> jurisdictions, List<String> units) {
        var changed = jdbc.sql("""
                UPDATE account SET roles = :roles, jurisdictions = :jurisdictions, units = :units, version = version + 1
                WHERE name = :name RETURNING id
                """)
                .param("name", name)
                .param("roles", roles.toArray(String[]::new))
                .param("jurisdictions", jurisdictions.toArray(String[]::new))
                .param("units", units.toArray(String[]::new));
        done(What.ROLES_CHANGED, changed);
    }

    public void enable(String name, boolean enabled) {
        var changed = jdbc.sql(
                        "UPDATE account SET enabled = :enabled, version = version + 1 WHERE name = :name RETURNING id")
                .param("name", name)
                .param("enabled", enabled);
        done(enabled ? What.OPENED_AGAIN : What.CLOSED, changed);
    }

    /** For good, with the name; who opens the same name again gets another id. */
    public void delete(String name) {
        done(
                What.DELETED,
                jdbc.sql("DELETE FROM account WHERE name = :name RETURNING id").param("name", name));
    }

    void failed(String name) {
        jdbc.sql("""
                UPDATE account SET failures = (failures + 1) % :most,
                  locked_until = CASE WHEN failures + 1 >= :most THEN now() + interval '15 minutes' ELSE locked_until END
                WHERE name = :name
                """).param("name", name).param("most", MOST_FAILURES).update();
    }

    void succeeded(String name) {
        jdbc.sql("UPDATE account SET failures = 0 WHERE name = :name AND failures > 0")
                .param("name", name)
                .update();
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("password"),
                Optional.ofNullable(row.getObject("one_time_until", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                texts(row.getArray("roles")),
                texts(row.getArray("jurisdictions")),
                texts(row.getArray("units")),
                row.getBoolean("enabled"),
                row.getInt("version"),
                row.getObject("locked_until", OffsetDateTime.class).toInstant());
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
