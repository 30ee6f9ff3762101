package gongkai.query.projection;

import gongkai.query.projection.Projection.Applied;
import gongkai.record.RecordCodec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Records of several ledgers page by page; the next page is read and decoded while somebody works on this one. */
final class Pages {

    static final int SIZE = 5_000;

    private final RecordCodec codec = new RecordCodec();
    private final RecordSource source;
    private final Deque<Stretch> ahead;
    private @Nullable CompletableFuture<List<Applied>> next;

    Pages(RecordSource source, Collection<Stretch> stretches) {
        this.source = source;
        this.ahead = new ArrayDeque<>(stretches);
    }

    /** The leaves of a ledger from the first up to and with the last. */
    record Stretch(String ledger, long from, long to) {

        long length() {
            return to - from + 1;
        }

        static long sum(Collection<Stretch> stretches) {
            return stretches.stream().mapToLong(Stretch::length).sum();
        }
    }

    /**
     * The page ahead has a thread of its own: it waits, and those that all share must not.
     *
     * @return the next page; empty at the end
     * @throws SourceEndedException when the source has less than it was asked for
     */
    List<Applied> take() {
        var page = next == null ? read() : join(next);
        next = ahead.isEmpty() ? null : CompletableFuture.supplyAsync(this::read, Thread::startVirtualThread);
        return page;
    }

    private List<Applied> read() {
        List<byte[]> records = new ArrayList<>(SIZE);
        while (records.size() < SIZE && !ahead.isEmpty()) {
            var stretch = ahead.pop();
            int wanted = (int) Math.min(stretch.length(), SIZE - records.size());
            var read = source.read(stretch.ledger(), stretch.from(), wanted);
            if (read.isEmpty()) {
                throw new SourceEndedException(stretch);
            }
            records.addAll(read);
            if (read.size() < stretch.length()) {
                ahead.push(new Stretch(stretch.ledger(), stretch.from() + read.size(), stretch.to()));
            }
        }
        return records.parallelStream()
                .map(it -> new Applied(codec.decode(it), it))
                .toList();
    }

    private static List<Applied> join(CompletableFuture<List<Applied>> page) {
        try {
            return page.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
