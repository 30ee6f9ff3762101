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

/**
 * Records of several ledgers page by page, all of them by turns, for they stand side by side in the table; the next pages
 * are read and opened while somebody works on this one.
 */
final class Pages {

    static final int SIZE = 5_000;

    /** Of one ledger at a time, or what is left of the page. */
    private static final int LEAST = 500;

    /** Pages that are read while one is worked on, each over a connection of its own. */
    private static final int AHEAD = 2;

    private final RecordSource source;
    private final Set<String> opened;
    private final Deque<Stretch> left;
    private final Deque<CompletableFuture<List<Applied>>> coming = new ArrayDeque<>();

    /** @param readers whose records are opened ahead */
    Pages(RecordSource source, Collection<Projection> readers, Collection<Stretch> stretches) {
        this.source = source;
        this.opened = readers.stream()
                .flatMap(it -> it.opens().stream())
                .flatMap(it -> EventType.namesOf(it).stream())
                .collect(Collectors.toUnmodifiableSet());
        this.left = new ArrayDeque<>(stretches);
    }

    /** The leaves of a ledger from the first up to and with the last. */
    record Stretch(String ledger, long from, long to) {

        long length() {
            return to - from + 1;
        }

        Stretch first(long leaves) {
            return new Stretch(ledger, from, Math.min(to, from + leaves - 1));
        }

        Stretch after(long leaves) {
            return new Stretch(ledger, from + leaves, to);
        }

        static long sum(Collection<Stretch> stretches) {
            return stretches.stream().mapToLong(Stretch::length).sum();
        }
    }

    /**
     * The first page is read by whoever takes it, in its transaction. Those ahead have threads of their own: they wait, and
     * those that all share must not.
     *
     * @return the next page; empty at the end
     * @throws SourceEndedException when the source has less than it was asked for
     */
    List<Applied> take() {
        var page = coming.isEmpty() ? read(deal()) : join(coming.pop());
        while (coming.size() < AHEAD && !left.isEmpty()) {
            var dealt = deal();
            coming.add(CompletableFuture.supplyAsync(() -> read(dealt), Thread::startVirtualThread));
        }
        return page;
    }

    private List<Stretch> deal() {
        List<Stretch> page = new ArrayList<>();
        for (long free = SIZE;
                free > 0 && !left.isEmpty();
                free -= page.getLast().length()) {
            long share = Math.min(Math.max(SIZE / left.size(), LEAST), free);
            var stretch = left.pop();
            page.add(stretch.first(share));
            if (stretch.length() > share) {
                left.add(stretch.after(share));
            }
        }
        return page;
    }

    private List<Applied> read(List<Stretch> page) {
        return page.stream().map(this::read).flatMap(List::stream).toList().parallelStream()
                .map(it -> opened.contains(it.record().type()) ? it.open() : it)
                .toList();
    }

    /** A source may give less at a time than it is asked for. */
    private List<Applied> read(Stretch stretch) {
        List<Applied> records = new ArrayList<>();
        while (records.size() < stretch.length()) {
            var missing = stretch.after(records.size());
            var read = source.read(stretch.ledger(), missing.from(), (int) missing.length(), opened);
            if (read.isEmpty()) {
                throw new SourceEndedException(missing);
            }
            records.addAll(read);
        }
        return records;
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
