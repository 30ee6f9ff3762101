package gongkai.issuer.account;

import java.security.SecureRandom;
import java.time.Duration;

/** A password that somebody is told, to choose their own with it. */
public final class OneTimePassword {

    /** How long it may wait for its owner. */
    static final Duration LIFE = Duration.ofDays(7);

    /** Without signs that look alike. */
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int GROUP = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private OneTimePassword() {}

    /** About 99 bits, in groups that can be read out. */
    public static String next() {
        var text = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                text.append('-');
            }
            text.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return text.toString();
    }
}
