package gongkai.query.projection;

/** The feed skipped a leaf. Going on would be a lie, so the projector stops where it stands. */
final class LedgerGapException extends RuntimeException {

    LedgerGapException(String ledger, long expected, long found) {
        super("Ledger %s: leaf %d was expected, but %d came".formatted(ledger, expected, found));
    }
}
