package gongkai.query.projection;

/** Records that were applied once cannot be read again. */
final class SourceEndedException extends RuntimeException {

    SourceEndedException(Pages.Stretch missing) {
        super("Ledger %s: leaves %d to %d were applied before, but cannot be read again"
                .formatted(missing.ledger(), missing.from(), missing.to()));
    }
}
