package gongkai.issuer.account;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.User;

/** Who signed in, as their account was then. */
public final class SignedIn extends User {

    private final UUID id;
    private final int version;

    SignedIn(Account account, Instant now) {
        super(
                account.name(),
                account.password(),
                account.enabled(),
                true,
                account.oneTimeUntil().filter(now::isAfter).isEmpty(),
                !account.lockedUntil().isAfter(now),
                AuthorityUtils.createAuthorityList(account.roles().stream()
                        .map(it -> "ROLE_" + it.toUpperCase(Locale.ROOT))
                        .toList()));
        id = account.id();
        version = account.version();
    }

    /** What tokens, records and the log know them by. */
    public UUID id() {
        return id;
    }

    /** Whether the account is open and nothing of it has changed since: if not, the sign-in counts no longer. */
    public boolean isStill(Account account) {
        return account.enabled() && account.id().equals(id) && account.version() == version;
    }
}
