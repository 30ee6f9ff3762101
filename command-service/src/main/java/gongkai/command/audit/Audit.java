package gongkai.command.audit;

import gongkai.command.audit.Fault.Kind;
import gongkai.command.ledger.DamagedTreeException;
import gongkai.command.ledger.LedgerReader;
import gongkai.command.ledger.LedgerRow;
import gongkai.proof.Checkpoint;
import gongkai.proof.CompactRange;
import gongkai.proof.Hash;
import gongkai.proof.Tile;
import java.util.List;
import java.util.Optional;

/**
 * Reads every row of a ledger again: its place, its columns, its bytes and its hash, the order of its streams, and the
 * tree that the ledger committed to, page by page. Whoever can write the whole database can still forge all of these
 * together: that is what checkpoints are for that are kept elsewhere.
 */
public final class Audit {

    private static final int PAGE = 1_024;

    private final LedgerReader ledger;
    private final String code;
    private final RowCheck check = new RowCheck();
    private CompactRange tree = CompactRange.EMPTY;
    private long position = -1;
    private final Optional<Checkpoint> kept;
    private Optional<Fault> badNode = Optional.empty();

    private Audit(LedgerReader ledger, String code, Optional<Checkpoint> kept) {
        this.ledger = ledger;
        this.code = code;
        this.kept = kept;
    }

    /**
     * What an audit found.
     *
     * @param size how many leaves were read and found sound
     * @param root of the tree over them
     * @param fault the first one; empty when there is none
     */
    public record Report(long size, Hash root, Optional<Fault> fault) {}

    /** Of the leaves that the ledger had committed to when the audit began; what is appended meanwhile is not read. */
    public static Report of(LedgerReader ledger, String code) {
        return of(ledger, code, Optional.empty());
    }

    /** @param kept a checkpoint from elsewhere that the ledger must have grown from */
    public static Report of(LedgerReader ledger, String code, Optional<Checkpoint> kept) {
        var audit = new Audit(ledger, code, kept);
        var fault = audit.run();
        return new Report(audit.tree.size(), audit.tree.root(), fault);
    }

    private Optional<Fault> run() {
        CompactRange committed;
        try {
            committed = ledger.tree(code);
        } catch (DamagedTreeException e) {
            return Optional.of(new Fault(Kind.TREE, Optional.empty(), e.detail()));
        }
        if (kept.filter(it -> it.size() > committed.size()).isPresent()) {
            return Optional.of(Fault.at(
                    committed.size(),
                    Kind.CUT,
                    "the checkpoint that was kept has %d leaves, the ledger %d"
                            .formatted(kept.orElseThrow().size(), committed.size())));
        }
        while (tree.size() < committed.size()) {
            var page = ledger.rows(code, tree.size(), (int) Math.min(PAGE, committed.size() - tree.size()));
            var fault = faultIn(page, committed.size());
            if (fault.isPresent()) {
                return fault;
            }
        }
        return againstTheTree(committed).or(this::beyondTheHead);
    }

    private Optional<Fault> faultIn(List<LedgerRow> page, long size) {
        long first = tree.size();
        if (page.isEmpty()) {
            return Optional.of(Fault.at(
                    first,
                    Kind.CUT,
                    "the ledger committed to %d leaves, but it ends here with %d".formatted(size, first)));
        }
        // What needs no neighbour is checked on all processors; the order of leaves decides which fault is first.
        var ownFaults = page.parallelStream().map(check::faultOf).toList();
        for (int i = 0; i < page.size(); i++) {
            var row = page.get(i);
            var ownFault = ownFaults.get(i);
            var fault = faultOfPlace(row).or(() -> ownFault.map(it -> orSwapped(it, row)));
            if (fault.isPresent()) {
                return fault;
            }
            tree = tree.plus(row.leafHash(), this::compareNode);
            position = row.position();
            if (kept.filter(it -> it.size() == tree.size() && !it.root().equals(tree.root()))
                    .isPresent()) {
                return Optional.of(new Fault(
                        Kind.TREE,
                        Optional.empty(),
                        "the first %d leaves are not those of the checkpoint that was kept".formatted(tree.size())));
            }
        }
        return ledger.firstOutOfStream(code, first, tree.size())
                .map(it -> Fault.at(it, Kind.RENUMBERED, "its sequence does not follow in its stream"));
    }

    private Optional<Fault> faultOfPlace(LedgerRow row) {
        if (row.leaf() > tree.size()) {
            return Optional.of(
                    Fault.at(tree.size(), Kind.MISSING, "it is missing; the next one is leaf " + row.leaf()));
        }
        if (row.leaf() < tree.size()) {
            return Optional.of(Fault.at(row.leaf(), Kind.INSERTED, "there is more than one leaf of this number"));
        }
        return row.position() > position
                ? Optional.empty()
                : Optional.of(Fault.at(
                        row.leaf(),
                        Kind.RENUMBERED,
                        "its position %d does not follow %d".formatted(row.position(), position)));
    }

    private Fault orSwapped(Fault fault, LedgerRow row) {
        return check.leafOf(row)
                .filter(it -> it != row.leaf()
                        && leafSaidAt(it).filter(said -> said == row.leaf()).isPresent())
                .map(it -> Fault.at(row.leaf(), Kind.SWAPPED, "it changed places with leaf " + it))
                .orElse(fault);
    }

    private Optional<Long> leafSaidAt(long leaf) {
        return ledger.rows(code, leaf, 1).stream().findFirst().flatMap(check::leafOf);
    }

    private void compareNode(int height, long index, Hash root) {
        if (badNode.isEmpty() && Tile.isEntry(height) && height > 0) {
            var kept = ledger.hashes(code, Tile.levelOf(height), index, 1);
            if (!kept.equals(List.of(root))) {
                badNode = Optional.of(otherTree(index << height, (index + 1) << height));
            }
        }
    }

    /** The nodes tell best where it is; without them, the complete subtrees that the head row keeps. */
    private Optional<Fault> againstTheTree(CompactRange committed) {
        if (badNode.isPresent() || committed.equals(tree)) {
            return badNode;
        }
        long from = 0;
        for (int i = 0; ; i++) {
            long to = from + Long.highestOneBit(committed.size() - from);
            if (!committed.subtrees().get(i).equals(tree.subtrees().get(i))) {
                return Optional.of(otherTree(from, to));
            }
            from = to;
        }
    }

    private static Fault otherTree(long from, long to) {
        return new Fault(
                Kind.TREE,
                Optional.empty(),
                "leaves %d to %d are sound by themselves, but not those that the ledger committed to"
                        .formatted(from, to - 1));
    }

    /** Asked in this order, leaves that are appended meanwhile are no fault. */
    private Optional<Fault> beyondTheHead() {
        var newest = ledger.head(code);
        long size = ledger.tree(code).size();
        return newest.filter(it -> it.leaf() >= size)
                .map(_ -> Fault.at(
                        size, Kind.INSERTED, "the ledger committed to %d leaves, not to this".formatted(size)));
    }
}
