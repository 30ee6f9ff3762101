package gongkai.testing;

import java.util.Locale;

/** Where the servers of a test run: Maven's profile {@code containers} chooses, for all tests of a run. */
enum Servers {
    EMBEDDED,
    CONTAINERS;

    static Servers chosen() {
        return valueOf(
                System.getProperty("gongkai.test.servers", EMBEDDED.name()).toUpperCase(Locale.ROOT));
    }
}
