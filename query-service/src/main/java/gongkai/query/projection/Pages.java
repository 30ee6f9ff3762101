package gongkai.query.projection;

import gongkai.query.projection.Projection.Applied;
import gongkai.record.EventType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Records of several ledgers page by page, all of them by turns, for they stand side by side in the table; the next page is
 * read and opened while somebody works on this one.
 */
final class Pages {

    static final int SIZE = 5_000;

    /** Of one ledger at a time, or what is left of the page. */
    private static final int LEAST = 500;

    private final RecordSource source;
    private final Set<String> opened;
    private final Deque<Stretch> ahead;
    private @Nullable CompletableFuture<List<Applied>> next;

    /** @param readers whose records are opened ahead */
    Pages(RecordSource source, Collection<Projection> readers, Collection<Stretch> stretches) {
        this.source = source;
        this.opened = readers.stream()
                .flatMap(it -> it.opens().stream())
                .flatMap(it -> EventType.namesOf(it).stream())
                .collect(Collectors.toUnmodifiableSet());
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
        List<Applied> records = new ArrayList<>(SIZE);
        while (records.size() < SIZE && !ahead.isEmpty()) {
            var stretch = ahead.pop();
            int share = Math.min(Math.max(SIZE / (ahead.size() + 1), LEAST), SIZE - records.size());
            int wanted = (int) Math.min(stretch.length(), share);
            var read = source.read(stretch.ledger(), stretch.from(), wanted, opened);
            if (read.isEmpty()) {
                throw new SourceEndedException(stretch);
            }
            records.addAll(read);
            if (read.size() < stretch.length()) {
                ahead.add(new Stretch(stretch.ledger(), stretch.from() + read.size(), stretch.to()));
            }
        }
        return records.parallelStream()
                .map(it -> opened.contains(it.record().type()) ? it.open() : it)
                .toList();
    }

    /** What failed inside is thrown as it was. */
    static <T> T join(CompletableFuture<T> work) {
        try {
            return work.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
