package gongkai.command.ledger.memory;

import gongkai.command.ledger.Head;
import gongkai.command.ledger.Ledger;
import gongkai.command.ledger.LedgerRow;
import gongkai.command.ledger.NewEvent;
import gongkai.command.ledger.StoredRecord;
import gongkai.command.ledger.StreamSnapshot;
import gongkai.command.ledger.StreamTail;
import gongkai.command.ledger.TreeNode;
import gongkai.command.ledger.commit.AppendTrace;
import gongkai.command.ledger.commit.CommitObserver;
import gongkai.command.ledger.commit.GroupCommit;
import gongkai.proof.CompactRange;
import gongkai.proof.Hash;
import gongkai.record.EventRecord;
import gongkai.record.RecordCodec;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A log that ends with its process. */
public final class MemoryLedger implements Ledger, AutoCloseable {

    private final MemoryStore store = new MemoryStore();
    private final RecordCodec codec = new RecordCodec();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, StreamSnapshot> snapshots = new ConcurrentHashMap<>();
    private final GroupCommit appends;

    public MemoryLedger(InstantSource clock) {
        appends = new GroupCommit(
                store, codec, clock, () -> listeners.forEach(Runnable::run), CommitObserver.NONE, AppendTrace.NONE);
    }

    @Override
    public List<EventRecord> append(List<NewEvent> batch) {
        return appends.append(batch);
    }

    @Override
    public void onAppend(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public List<StoredRecord> read(long position, int limit) {
        return store.rows().stream()
                .skip(Math.min(position, store.rows().size()))
                .limit(limit)
                .map(it -> new StoredRecord(it.position(), it.ledger(), it.record()))
                .toList();
    }

    @Override
    public List<EventRecord> readStream(String subject, long sequence) {
        return store.rows().stream()
                .filter(it -> it.subject().equals(subject) && it.sequence() >= sequence)
                .map(it -> codec.decode(it.record()))
                .toList();
    }

    @Override
    public StreamTail readTail(String subject, String foldedBy) {
        var snapshot = Optional.ofNullable(snapshots.get(subject))
                .filter(it -> it.foldedBy().equals(foldedBy));
        return new StreamTail(
                snapshot,
                readStream(subject, snapshot.map(StreamSnapshot::sequence).orElse(-1L) + 1));
    }

    @Override
    public void keep(StreamSnapshot snapshot) {
        if (snapshot.sequence() <= lastSequence(snapshot.subject()).orElse(-1)) {
            snapshots.put(snapshot.subject(), snapshot);
        }
    }

    @Override
    public OptionalLong lastSequence(String subject) {
        return store.lastSequence(subject);
    }

    @Override
    public List<LedgerRow> rows(String ledger, long leaf, int limit) {
        return ofLedger(ledger).skip(leaf).limit(limit).toList();
    }

    private Stream<LedgerRow> ofLedger(String ledger) {
        return store.rows().stream().filter(it -> it.ledger().equals(ledger));
    }

    /** A stream's events get their sequences under the same lock that gives them their leaves. */
    @Override
    public Optional<Long> firstOutOfStream(String ledger, long fromLeaf, long toLeaf) {
        return Optional.empty();
    }

    @Override
    public List<Hash> hashes(String ledger, int level, long first, int count) {
        var all = level == 0
                ? ofLedger(ledger).map(LedgerRow::leafHash)
                : store.nodes().stream()
                        .filter(it -> it.ledger().equals(ledger) && it.level() == level)
                        .map(TreeNode::hash);
        return all.skip(first).limit(count).toList();
    }

    @Override
    public CompactRange tree(String ledger) {
        return store.tree(ledger);
    }

    @Override
    public SortedMap<String, Long> sizes() {
        return store.rows().stream()
                .collect(Collectors.groupingBy(LedgerRow::ledger, TreeMap::new, Collectors.counting()));
    }

    @Override
    public List<String> subjects(String ledger, Set<String> types) {
        return ofLedger(ledger)
                .filter(it -> types.contains(it.type()))
                .map(LedgerRow::subject)
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public Optional<Head> head(String ledger) {
        return ofLedger(ledger).reduce((_, last) -> last).map(it -> new Head(ledger, it.leaf(), it.position()));
    }

    @Override
    public OptionalLong lastPosition() {
        long size = store.rows().size();
        return size == 0 ? OptionalLong.empty() : OptionalLong.of(size - 1);
    }

    @Override
    public void close() {
        appends.close();
    }
}
