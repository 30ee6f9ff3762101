package gongkai.issuer.account;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Whoever set the installation up. Until somebody has taken it over by choosing a password, each start makes a new one-time
 * password for them, so that one that got lost does no harm.
 */
@Component
public class FirstAdministrator {

    /** The account's name. */
    public static final String NAME = "admin";

    private final Optional<String> password;

    FirstAdministrator(Accounts accounts) {
        password = accounts.isTaken()
                ? Optional.empty()
                : accounts.open(NAME, List.of("administrator", "registrar", "inspector"), List.of("*"), List.of())
                        .or(() -> accounts.reset(NAME));
    }

    /** To be told once, to whoever sees the start; empty when the installation is taken. */
    public Optional<String> oneTimePassword() {
        return password;
    }
}
