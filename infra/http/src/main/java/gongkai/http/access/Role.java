package gongkai.http.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What somebody is to the counties that their token names. */
public enum Role {
    /** Runs the services: opens counties, rebuilds views, manages subscriptions. */
    ADMINISTRATOR,
    /** 政务公开办: keeps a county's table, registers, calendars and rulings. */
    REGISTRAR,
    /** Records what a unit did about what it owes. */
    OFFICER,
    /** Reads all of a county, verifies and exports. */
    INSPECTOR,
    /** Reads evidence only: ledgers, proofs, bundles. */
    AUDITOR;

    private static final Map<String, Role> BY_CLAIM =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Role::claim, Function.identity()));

    private final String claim = name().toLowerCase(Locale.ROOT);

    /** As it stands in tokens: in small letters. */
    public String claim() {
        return claim;
    }

    static Optional<Role> named(String claim) {
        return Optional.ofNullable(BY_CLAIM.get(claim));
    }
}
