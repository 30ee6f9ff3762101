package gongkai.command.ledger;

import gongkai.proof.CompactRange;
import gongkai.proof.Hash;
import gongkai.proof.MerkleTree;
import gongkai.proof.Tile;
import gongkai.record.EventRecord;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;

/** What a log holds, by position, by stream, and by ledger with its tree. */
public interface LedgerReader {

    /** At most {@code limit} records from {@code position} on, in order. */
    List<StoredRecord> read(long position, int limit);

    /** A stream's records from {@code sequence} on, in order; empty for a stream that does not exist. */
    List<EventRecord> readStream(String subject, long sequence);

    /** The sequence of a stream's newest record. */
    OptionalLong lastSequence(String subject);

    /** At most {@code limit} rows of a jurisdiction's ledger from {@code leaf} on, in the order of their leaves. */
    List<LedgerRow> rows(String ledger, long leaf, int limit);

    /** The first of these leaves whose event does not follow the one before it in its stream. */
    Optional<Long> firstOutOfStream(String ledger, long fromLeaf, long toLeaf);

    /**
     * Hashes of a ledger's tree, side by side: those of leaves on level 0, above it roots of 256 to the power of
     * {@code level} leaves each; at most {@code count} from {@code first} on.
     */
    List<Hash> hashes(String ledger, int level, long first, int count);

    /**
     * The tree of a ledger's first {@code size} leaves, for as long as there are so many.
     *
     * <p>Its methods throw a {@link DamagedTreeException} when one of its hashes is missing.
     */
    default MerkleTree tree(String ledger, long size) {
        return new MerkleTree(size, Tile.nodes((level, first, count) -> {
            var hashes = hashes(ledger, level, first, count);
            if (hashes.size() < count) {
                throw new DamagedTreeException(
                        ledger,
                        "hashes %d to %d of level %d are not all there".formatted(first, first + count - 1, level));
            }
            return hashes;
        }));
    }

    /**
     * The tree that the ledger has committed to; empty for a ledger that does not exist.
     *
     * @throws DamagedTreeException when it is none
     */
    CompactRange tree(String ledger);

    /** The jurisdictions that have a ledger, by code, and how many leaves it has committed to. */
    SortedMap<String, Long> sizes();

    /** The streams of a jurisdiction's ledger that hold an event of one of those types, in the order of their names. */
    List<String> subjects(String ledger, Set<String> types);

    /** The newest record of a jurisdiction's ledger. */
    Optional<Head> head(String ledger);

    /** The newest position of the whole log. */
    OptionalLong lastPosition();
}
