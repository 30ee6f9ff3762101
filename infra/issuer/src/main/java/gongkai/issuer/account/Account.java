package gongkai.issuer.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who may sign in.
 *
 * @param id what tokens and records know them by; it tells nothing of them
 * @param password encoded, with the name of its encoding before it
 * @param oneTimeUntil until when a password that was told them holds; empty: they have chosen it
 * @param jurisdictions six digits each, or {@code *}
 * @param units such as {@code 610926-T03}, or {@code *}
 * @param version goes up with each change but a wrong password; sessions that began with an earlier one are over
 * @param lockedUntil no password is looked at before
 */
public record Account(
        UUID id,
        String name,
        String password,
        Optional<Instant> oneTimeUntil,
        List<String> roles,
        List<String> jurisdictions,
        List<String> units,
        boolean enabled,
        int version,
        Instant lockedUntil) {

    public boolean hasOneTimePassword() {
        return oneTimeUntil.isPresent();
    }
}
