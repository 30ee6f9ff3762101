package gongkai.command.ledger;

import gongkai.proof.CompactRange;
import gongkai.proof.Hash;
import gongkai.record.EventRecord;
import gongkai.record.MalformedRecordException;
import gongkai.record.RecordCodec;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads every row of a ledger again: its place, its columns, its bytes and its hash, the order of its streams, and at the
 * end the tree that the ledger committed to. Whoever can write the whole database can still forge all of these together.
 */
public final class Audit {

    private static final int PAGE = 2_000;

    private final Ledger ledger;
    private final RecordCodec codec = new RecordCodec();
    private final Map<String, Long> sequences = new HashMap<>();
    private CompactRange tree = CompactRange.EMPTY;
    private long position = -1;

    private Audit(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * What an audit found.
     *
     * @param size how many leaves were read
     * @param root of the tree over what was read
     * @param fault the first one; empty when there is none
     */
    public record Report(long size, Hash root, Optional<Fault> fault) {}

    /** @param leaf empty when no single leaf is to blame */
    public record Fault(Optional<Long> leaf, String what) {}

    public static Report of(Ledger ledger, String code) {
        return new Audit(ledger).run(code);
    }

    private Report run(String code) {
        List<LedgerRow> page;
        do {
            page = ledger.rows(code, tree.size(), PAGE);
            for (var row : page) {
                var fault = faultOf(row, code);
                if (fault.isPresent()) {
                    return report(Optional.of(new Fault(Optional.of(tree.size()), fault.get())));
                }
                take(row);
            }
        } while (!page.isEmpty());
        return report(againstTheHead(code));
    }

    private void take(LedgerRow row) {
        tree = tree.plus(row.leafHash());
        position = row.position();
        sequences.put(row.subject(), row.sequence());
    }

    private Report report(Optional<Fault> fault) {
        return new Report(tree.size(), tree.root(), fault);
    }

    private Optional<Fault> againstTheHead(String code) {
        var committed = ledger.tree(code);
        if (committed.size() != tree.size()) {
            return Optional.of(new Fault(
                    Optional.of(Math.min(tree.size(), committed.size())),
                    "the ledger committed to %d leaves, but %d are there".formatted(committed.size(), tree.size())));
        }
        return committed.root().equals(tree.root())
                ? Optional.empty()
                : Optional.of(
                        new Fault(Optional.empty(), "the leaves do not make the root that the ledger committed to"));
    }

    private Optional<String> faultOf(LedgerRow row, String code) {
        if (row.leaf() != tree.size()) {
            return Optional.of("it is missing; the next one is leaf " + row.leaf());
        }
        if (row.position() <= position) {
            return Optional.of("its position %d does not follow %d".formatted(row.position(), position));
        }
        if (row.sequence() != sequences.getOrDefault(row.subject(), -1L) + 1) {
            return Optional.of("its sequence %d does not follow in stream %s".formatted(row.sequence(), row.subject()));
        }
        if (!Hash.ofLeaf(row.record()).equals(row.leafHash())) {
            return Optional.of("the record is not the one that was hashed");
        }
        return bytesOf(row)
                .filter(it -> !it.equals(columnsOf(row, code)))
                .map(_ -> "the record and its columns differ");
    }

    /** What the record itself says; a record that cannot be read, or is not canonical, is a fault of its own. */
    private Optional<String> bytesOf(LedgerRow row) {
        try {
            var record = codec.decode(row.record());
            return Optional.of(Arrays.equals(codec.encode(record), row.record()) ? columnsOf(record) : "not canonical");
        } catch (MalformedRecordException _) {
            return Optional.of("not a record");
        }
    }

    private static String columnsOf(EventRecord it) {
        return String.join(
                " ",
                it.ledger(),
                String.valueOf(it.position()),
                String.valueOf(it.leaf()),
                it.subject(),
                String.valueOf(it.sequence()),
                it.id().toString(),
                it.type(),
                it.recordedAt().toString());
    }

    private static String columnsOf(LedgerRow it, String code) {
        return String.join(
                " ",
                code,
                String.valueOf(it.position()),
                String.valueOf(it.leaf()),
                it.subject(),
                String.valueOf(it.sequence()),
                it.id().toString(),
                it.type(),
                it.recordedAt().toString());
    }
}
