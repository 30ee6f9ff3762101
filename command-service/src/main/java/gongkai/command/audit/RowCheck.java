package gongkai.command.audit;

import gongkai.command.audit.Fault.Kind;
import gongkai.command.ledger.LedgerRow;
import gongkai.proof.Hash;
import gongkai.record.EventRecord;
import gongkai.record.MalformedRecordException;
import gongkai.record.RecordCodec;
import java.util.Optional;

/** Whether a row is sound by itself: its bytes are those that were hashed, canonical, and say what its columns say. */
final class RowCheck {

    private final RecordCodec codec = new RecordCodec();

    Optional<Fault> faultOf(LedgerRow row) {
        if (!Hash.ofLeaf(row.record()).equals(row.leafHash())) {
            return changed(row, "the record is not the one that was hashed");
        }
        try {
            return codec.decodeCanonical(row.record())
                    .map(record -> compare(row, record))
                    .orElseGet(() -> changed(row, "the record is not in canonical form"));
        } catch (MalformedRecordException _) {
            return changed(row, "the record is none that this version can read");
        }
    }

    private static Optional<Fault> compare(LedgerRow row, EventRecord says) {
        if (row.leaf() != says.leaf() || row.position() != says.position() || row.sequence() != says.sequence()) {
            return Optional.of(Fault.at(
                    row.leaf(),
                    Kind.RENUMBERED,
                    "the record says leaf %d, position %d, sequence %d, but its columns differ: %d, %d, %d"
                            .formatted(
                                    says.leaf(),
                                    says.position(),
                                    says.sequence(),
                                    row.leaf(),
                                    row.position(),
                                    row.sequence())));
        }
        boolean same = row.ledger().equals(says.ledger())
                && row.subject().equals(says.subject())
                && row.id().equals(says.id())
                && row.type().equals(says.type())
                && row.recordedAt().equals(says.recordedAt());
        return same ? Optional.empty() : changed(row, "the record and its columns differ");
    }

    /** Where the record itself says that it belongs; empty when it cannot be read. */
    Optional<Long> leafOf(LedgerRow row) {
        try {
            return Optional.of(codec.decode(row.record()).leaf());
        } catch (MalformedRecordException _) {
            return Optional.empty();
        }
    }

    private static Optional<Fault> changed(LedgerRow row, String what) {
        return Optional.of(Fault.at(row.leaf(), Kind.CHANGED, what));
    }
}
