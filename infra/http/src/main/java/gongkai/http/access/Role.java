package gongkai.http.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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

    /** As it stands in tokens: in small letters. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Role> named(String claim) {
        return Arrays.stream(values()).filter(it -> it.claim().equals(claim)).findFirst();
    }
}
