package gongkai.command.ledger.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gongkai.command.ledger.Facts;
import gongkai.command.ledger.LedgerBusyException;
import gongkai.command.ledger.LedgerRow;
import gongkai.command.ledger.LedgerUnavailableException;
import gongkai.command.ledger.NewEvent;
import gongkai.command.ledger.StreamConflictException;
import gongkai.command.ledger.commit.AppendTrace;
import gongkai.command.ledger.commit.CommitObserver;
import gongkai.command.ledger.commit.GroupCommit;
import gongkai.command.ledger.commit.PlacedBatch;
import gongkai.proof.CompactRange;
import gongkai.proof.Hash;
import gongkai.record.RecordCodec;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

    private final FickleStore store = new FickleStore();
    private final GroupCommit commits = new GroupCommit(
            store, new RecordCodec(), InstantSource.system(), () -> {}, CommitObserver.NONE, AppendTrace.NONE);
    private final List<Thread> callers = new ArrayList<>();
    private final String county = Facts.county();

    @AfterEach
    void close() {
        commits.close();
    }

    private NewEvent event(String stream, long sequence) {
        return Facts.event(county, county + "-" + stream, sequence, "一");
    }

    private Future<?> append(NewEvent event) {
        var outcome = new FutureTask<>(() -> commits.append(List.of(event)));
        callers.add(Thread.ofVirtual().start(outcome));
        return outcome;
    }

    private void awaitAllWaiting() {
        Awaitility.await()
                .until(() -> callers.stream().allMatch(it -> it.getState() == Thread.State.WAITING || !it.isAlive()));
    }

    /** Makes the next batch wait on its way to the disk. */
    private CountDownLatch holdUp() {
        var release = new CountDownLatch(1);
        store.next.add(it -> {
            await(release);
            return store.store.insert(it);
        });
        return release;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Throwable refusal(Future<?> append) throws InterruptedException {
        try {
            append.get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }

    private List<String> streams() {
        return store.store.rows().stream().map(LedgerRow::subject).toList();
    }

    private static <T> Predicate<T> failure(Runnable before) {
        return _ -> {
            before.run();
            throw new IllegalStateException("the connection broke");
        };
    }

    @Test
    void a_batch_whose_answer_was_lost_is_found_in_the_log_and_written_once() {
        commits.append(List.of(event("a", 0)));
        store.next.add(it -> {
            store.store.insert(it);
            throw new IllegalStateException("the answer was lost");
        });
        var records = commits.append(List.of(event("a", 1)));
        assertThat(records.getFirst().position()).isEqualTo(1);
        commits.append(List.of(event("a", 2)));
        assertThat(streams()).hasSize(3);
    }

    @Test
    void a_batch_that_did_not_arrive_is_written_again_once() {
        commits.append(List.of(event("a", 0)));
        store.next.add(failure(() -> {}));
        commits.append(List.of(event("a", 1)));
        assertThat(streams()).hasSize(2);
    }

    @Test
    void a_batch_that_still_is_on_its_way_when_it_is_written_again_fails_on_its_arrival() {
        commits.append(List.of(event("a", 0)));
        var late = new AtomicReference<PlacedBatch>();
        store.next.add(it -> {
            late.set(it);
            throw new IllegalStateException("the connection broke");
        });
        commits.append(List.of(event("a", 1)));
        assertThat(store.store.insert(Objects.requireNonNull(late.get()))).isFalse();
        assertThat(streams()).hasSize(2);
    }

    @Test
    void what_another_service_wrote_is_seen_and_the_batch_follows_it() {
        commits.append(List.of(event("a", 0)));
        try (var other = new GroupCommit(
                store.store,
                new RecordCodec(),
                InstantSource.system(),
                () -> {},
                CommitObserver.NONE,
                AppendTrace.NONE)) {
            other.append(List.of(event("b", 0)));
        }
        var records = commits.append(List.of(event("a", 1)));
        assertThat(records.getFirst().position()).isEqualTo(2);
        assertThat(records.getFirst().leaf()).isEqualTo(2);
    }

    @Test
    void a_store_that_does_not_answer_fails_its_callers_and_the_next_ones_succeed() {
        store.next.add(failure(() -> {}));
        store.next.add(failure(() -> {}));
        assertThatThrownBy(() -> commits.append(List.of(event("a", 0)))).isInstanceOf(LedgerUnavailableException.class);
        assertThat(commits.append(List.of(event("a", 0)))).hasSize(1);
    }

    @Test
    void what_comes_while_a_batch_is_being_written_goes_together_and_a_conflict_fails_alone() throws Exception {
        commits.append(List.of(event("a", 0)));
        int before = store.inserts.get();
        var release = holdUp();
        var heldUp = append(event("a", 1));
        Awaitility.await().until(() -> store.inserts.get() == before + 1);
        for (int i = 0; i < 100; i++) {
            var _ = append(event("s" + i, 0));
        }
        awaitAllWaiting();
        var taken = append(event("a", 0));
        var rival = append(event("s5", 0));
        awaitAllWaiting();
        release.countDown();
        assertThat(refusal(taken)).isInstanceOf(StreamConflictException.class);
        assertThat(refusal(rival)).isInstanceOf(StreamConflictException.class);
        joinAll();
        assertThat(refusal(heldUp)).isNull();
        // The one that was held up, the one with the conflict, and that one without it.
        assertThat(store.inserts).hasValue(before + 3);
        assertThat(streams()).hasSize(102);
    }

    @Test
    void what_was_placed_behind_a_batch_that_was_refused_is_placed_again() throws Exception {
        commits.append(List.of(event("flight7", 0)));
        int before = store.inserts.get();
        flightOf(20, store.store::insert).countDown();
        joinAll();
        assertThat(streams()).doesNotHaveDuplicates().hasSize(1 + 1 + 20 - 1 + 30);
        // The first; the flight, and again without the one that is there already; what was behind it.
        assertThat(store.inserts).hasValue(before + 4);
        assertTreeOfAllRows();
    }

    @Test
    void what_was_placed_behind_a_batch_whose_answer_was_lost_follows_it() throws Exception {
        commits.append(List.of(event("a", 0)));
        var flight = flightOf(20, it -> {
            store.store.insert(it);
            throw new IllegalStateException("the answer was lost");
        });
        flight.countDown();
        joinAll();
        assertThat(streams()).hasSize(1 + 1 + 20 + 30);
        assertTreeOfAllRows();
    }

    @Test
    void what_was_placed_behind_a_batch_that_another_service_overtook_is_placed_again() throws Exception {
        commits.append(List.of(event("a", 0)));
        var flight = flightOf(20, it -> {
            try (var other = new GroupCommit(
                    store.store,
                    new RecordCodec(),
                    InstantSource.system(),
                    () -> {},
                    CommitObserver.NONE,
                    AppendTrace.NONE)) {
                other.append(List.of(event("b", 0)));
            }
            return store.store.insert(it);
        });
        flight.countDown();
        joinAll();
        assertThat(streams()).hasSize(1 + 1 + 20 + 30 + 1);
        assertTreeOfAllRows();
    }

    /** So many that they are on their way together, and 30 more that are placed behind them. */
    private CountDownLatch flightOf(int records, Predicate<PlacedBatch> fate) {
        var gate = holdUp();
        var release = new CountDownLatch(1);
        store.next.add(it -> {
            await(release);
            return fate.test(it);
        });
        int before = store.inserts.get();
        var _ = append(event("first", 0));
        Awaitility.await().until(() -> store.inserts.get() == before + 1);
        appendNew("flight", records);
        gate.countDown();
        Awaitility.await().until(() -> store.inserts.get() == before + 2);
        appendNew("behind", 30);
        return release;
    }

    private void appendNew(String name, int count) {
        for (int i = 0; i < count; i++) {
            var _ = append(event(name + i, 0));
        }
        awaitAllWaiting();
    }

    private void joinAll() throws InterruptedException {
        for (var it : callers) {
            it.join();
        }
    }

    /** Positions without gaps, and a tree that is that of the rows. */
    private void assertTreeOfAllRows() {
        var tree = CompactRange.EMPTY;
        for (var row : store.store.rows()) {
            assertThat(row.position()).isEqualTo(row.leaf()).isEqualTo(tree.size());
            assertThat(row.leafHash()).isEqualTo(Hash.ofLeaf(row.record()));
            tree = tree.plus(row.leafHash(), (_, _, _) -> {});
        }
        assertThat(store.store.tree(county)).isEqualTo(tree);
    }

    @Test
    void past_what_may_wait_in_memory_an_append_is_refused_and_nothing_else_is_lost() throws Exception {
        var release = holdUp();
        var appends = new ArrayList<Future<?>>();
        for (int i = 0; i < 1_200; i++) {
            appends.add(append(Facts.event(county, county + "-" + i, 0, "长".repeat(20_000))));
        }
        awaitAllWaiting();
        release.countDown();
        int busy = 0;
        for (var it : appends) {
            var refusal = refusal(it);
            assertThat(refusal).isIn(null, refusal instanceof LedgerBusyException ? refusal : null);
            busy += refusal == null ? 0 : 1;
        }
        assertThat(busy).as("60 KB each, 64 MiB in all").isBetween(60, 200);
        assertThat(streams()).hasSize(1_200 - busy);
        assertThat(commits.append(List.of(event("after", 0)))).hasSize(1);
    }

    @Test
    void when_the_service_stops_what_is_on_its_way_is_finished_and_what_waits_is_refused() throws Exception {
        var release = holdUp();
        var first = append(event("a", 0));
        Awaitility.await().until(() -> store.inserts.get() == 1);
        var second = append(event("b", 0));
        awaitAllWaiting();
        var closing = Thread.ofVirtual().start(commits::close);
        Awaitility.await().until(() -> closing.getState() == Thread.State.WAITING);
        release.countDown();
        assertThat(refusal(first)).isNull();
        assertThat(refusal(second)).isInstanceOf(LedgerUnavailableException.class);
        assertThat(refusal(append(event("c", 0)))).isInstanceOf(LedgerUnavailableException.class);
        assertThat(streams()).containsExactly(county + "-a");
    }
}
