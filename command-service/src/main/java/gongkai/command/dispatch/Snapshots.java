package gongkai.command.dispatch;

import gongkai.command.ledger.Ledger;
import gongkai.command.ledger.StreamSnapshot;
import gongkai.record.EventRecord;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** States of long streams, kept beside the log. Without them all is the same, only slower. */
final class Snapshots {

    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);

    private final Ledger ledger;
    private final String foldedBy;
    private final StateCodec codec = new StateCodec();

    Snapshots(Ledger ledger) {
        this(ledger, FoldFingerprint.OF_THIS_CODE);
    }

    Snapshots(Ledger ledger, String foldedBy) {
        this.ledger = ledger;
        this.foldedBy = foldedBy;
    }

    /** What a stream had come to at the sequence. */
    record Snapshot(long sequence, Object state) {}

    /** A stream's snapshot and what was recorded since; without one, everything. */
    record Resumed(Optional<Snapshot> snapshot, List<EventRecord> records) {}

    void keep(String subject, Snapshot it) {
        ledger.keep(new StreamSnapshot(subject, it.sequence(), foldedBy, codec.encode(it.state())));
    }

    Resumed resume(String subject) {
        var tail = ledger.readTail(subject, foldedBy);
        try {
            return new Resumed(tail.snapshot().map(this::decode), tail.records());
        } catch (JacksonException e) {
            LOG.warn("The snapshot of {} is ignored, for it cannot be read: {}", subject, e.toString());
            return new Resumed(Optional.empty(), ledger.readStream(subject, 0));
        }
    }

    private Snapshot decode(StreamSnapshot it) {
        return new Snapshot(it.sequence(), codec.decode(it.state()));
    }
}
