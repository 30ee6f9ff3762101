package gongkai.command.audit;

import java.util.Optional;

/**
 * What is wrong with a ledger.
 *
 * @param leaf the first bad one; empty when no single leaf is to blame
 * @param what in words
 */
public record Fault(Kind kind, Optional<Long> leaf, String what) {

    /** How a ledger was tampered with, or fell ill. */
    public enum Kind {
        /** A record's bytes, or a column beside them, are not what they were. */
        CHANGED,
        /** A leaf between others is gone. */
        MISSING,
        /** The newest leaves are gone. */
        CUT,
        /** There is a leaf that the ledger never committed to. */
        INSERTED,
        /** Two records stand in each other's place. */
        SWAPPED,
        /** A record stands at another leaf, position or sequence than it says. */
        RENUMBERED,
        /** The leaves are sound by themselves, but what the ledger committed to is another tree. */
        TREE
    }

    static Fault at(long leaf, Kind kind, String what) {
        return new Fault(kind, Optional.of(leaf), what);
    }
}
