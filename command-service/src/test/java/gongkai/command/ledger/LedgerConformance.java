package gongkai.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gongkai.command.audit.Audit;
import gongkai.event.JurisdictionEvent.JurisdictionRegistered;
import gongkai.proof.CompactRange;
import gongkai.proof.Hash;
import gongkai.proof.Verifier;
import gongkai.record.EventRecord;
import gongkai.record.RecordCodec;
import gongkai.record.UnwritableTextException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Ledger} promises, whatever it keeps its records in. Each test works on counties of its own. */
public abstract class LedgerConformance {

    private static final Instant NOW = Instant.parse("2019-05-06T01:00:00.123456789Z");

    /** What the clock of every ledger under test shows. */
    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);

    private final String county = Facts.county();
    private final String neighbour = Facts.county();

    protected final InstantSource clock() {
        return now::get;
    }

    protected abstract Ledger ledger();

    private static NewEvent event(String county, long sequence, String text) {
        return Facts.event(county, county + "-2019", sequence, text);
    }

    private long size() {
        return ledger().lastPosition().orElse(-1) + 1;
    }

    @Test
    void a_batch_stands_in_its_order_with_positions_leaves_and_sequences() {
        long before = size();
        var records = ledger().append(List.of(event(county, 0, "一"), event(neighbour, 0, "二"), event(county, 1, "三")));
        assertThat(records).extracting(EventRecord::position).containsExactly(before, before + 1, before + 2);
        assertThat(records).extracting(EventRecord::leaf).containsExactly(0L, 0L, 1L);
        assertThat(records).extracting(EventRecord::sequence).containsExactly(0L, 0L, 1L);
        assertThat(ledger().readStream(county + "-2019", 0)).containsExactly(records.get(0), records.get(2));
        assertThat(ledger().readStream(county + "-2019", 1)).containsExactly(records.get(2));
        assertThat(ledger().lastSequence(county + "-2019")).hasValue(1);
        assertThat(ledger().lastPosition()).hasValue(before + 2);
    }

    @Test
    void what_was_appended_is_read_by_position_as_the_same_bytes_that_make_its_leaf() {
        var appended = ledger().append(List.of(event(county, 0, "一"), event(county, 1, "二")));
        var read = ledger().read(appended.getFirst().position(), 2);
        var rows = ledger().rows(county, 0, 10);
        var codec = new RecordCodec();
        assertThat(read).hasSize(2);
        assertThat(rows).hasSize(2);
        for (int i = 0; i < 2; i++) {
            assertThat(read.get(i).bytes()).isEqualTo(codec.encode(appended.get(i)));
            assertThat(rows.get(i).record()).isEqualTo(read.get(i).bytes());
            assertThat(rows.get(i).leafHash()).isEqualTo(Hash.ofLeaf(read.get(i).bytes()));
            assertThat(read.get(i).ledger()).isEqualTo(county);
        }
    }

    @Test
    void an_empty_batch_is_nothing() {
        long before = size();
        assertThat(ledger().append(List.of())).isEmpty();
        assertThat(size()).isEqualTo(before);
    }

    @Test
    void a_batch_is_refused_as_a_whole_when_one_place_in_a_stream_is_taken() {
        ledger().append(List.of(event(county, 0, "一")));
        long before = size();
        assertThatThrownBy(() -> ledger().append(List.of(event(neighbour, 0, "二"), event(county, 0, "三"))))
                .isInstanceOf(StreamConflictException.class)
                .hasMessageContaining(county + "-2019");
        assertThat(size()).isEqualTo(before);
        assertThat(ledger().head(neighbour)).isEmpty();
        assertThat(ledger().append(List.of(event(county, 1, "四")))).hasSize(1);
    }

    @Test
    void an_event_that_would_leave_a_hole_in_its_stream_is_refused() {
        assertThatThrownBy(() -> ledger().append(List.of(event(county, 1, "一"))))
                .isInstanceOf(StreamConflictException.class);
        ledger().append(List.of(event(county, 0, "一")));
        assertThatThrownBy(() -> ledger().append(List.of(event(county, 2, "三"))))
                .isInstanceOf(StreamConflictException.class);
        assertThat(ledger().append(List.of(event(county, 1, "二")))).hasSize(1);
    }

    @Test
    void a_batch_that_wants_one_place_twice_is_refused() {
        long before = size();
        assertThatThrownBy(() -> ledger().append(List.of(event(county, 0, "一"), event(county, 0, "二"))))
                .isInstanceOf(StreamConflictException.class);
        assertThat(size()).isEqualTo(before);
    }

    @Test
    void a_record_holds_at_most_65535_bytes() {
        assertThatThrownBy(() -> ledger().append(List.of(event(county, 0, "长".repeat(22_000)))))
                .isInstanceOf(RecordTooLargeException.class)
                .hasMessageContaining("65,535");
        var largest = ledger().append(List.of(event(county, 0, "长".repeat(21_600))));
        assertThat(new RecordCodec().encode(largest.getFirst()).length).isBetween(64_000, 65_535);
    }

    @Test
    void half_a_character_is_refused_and_every_whole_one_is_kept() {
        assertThatThrownBy(() -> ledger().append(List.of(event(county, 0, "\ud800"))))
                .isInstanceOf(UnwritableTextException.class);
        var text = "一\u0000\u001f\"\\/\u007f\ud83d\ude00";
        ledger().append(List.of(event(county, 0, text)));
        assertThat(ledger().readStream(county + "-2019", 0).getFirst().event())
                .isEqualTo(new JurisdictionRegistered(county, text, Facts.AT));
    }

    @Test
    void a_record_is_timed_to_the_microsecond_and_never_before_an_earlier_one() {
        var first = ledger().append(List.of(event(county, 0, "一"))).getFirst();
        assertThat(first.recordedAt()).isEqualTo(first.recordedAt().truncatedTo(ChronoUnit.MICROS));
        now.set(NOW.minusSeconds(3_600));
        var second = ledger().append(List.of(event(county, 1, "二"))).getFirst();
        assertThat(second.recordedAt()).isAfterOrEqualTo(first.recordedAt());
        now.set(NOW.plusSeconds(10));
        assertThat(ledger().append(List.of(event(county, 2, "三"))).getFirst().recordedAt())
                .isEqualTo(Instant.parse("2019-05-06T01:00:10.123456Z"));
    }

    @Test
    void a_ledger_commits_to_the_tree_of_its_leaves_and_proves_each() {
        var events = IntStream.range(0, 600)
                .mapToObj(it -> event(county, it, "第" + it))
                .toList();
        ledger().append(events.subList(0, 300));
        ledger().append(events.subList(300, 600));
        var tree = CompactRange.EMPTY;
        var roots = new ArrayList<Hash>(List.of(Hash.EMPTY));
        for (var row : ledger().rows(county, 0, 1_000)) {
            tree = tree.plus(row.leafHash());
            roots.add(tree.root());
        }
        assertThat(tree.size()).isEqualTo(600);
        assertThat(ledger().tree(county)).isEqualTo(tree);
        assertThat(ledger().hashes(county, 1, 0, 256)).hasSize(2);
        var whole = ledger().tree(county, 600);
        for (int size : List.of(1, 255, 256, 257, 300, 512, 600)) {
            var root = roots.get(size);
            assertThat(ledger().tree(county, size).root()).isEqualTo(root);
            assertThat(Verifier.isConsistent(size, 600, root, tree.root(), whole.consistency(size)))
                    .isTrue();
            var leaf = ledger().rows(county, size - 1, 1).getFirst();
            assertThat(Verifier.includes(leaf.leafHash(), size - 1, 600, whole.inclusion(size - 1), tree.root()))
                    .isTrue();
        }
        assertThat(Audit.of(ledger(), county)).isEqualTo(new Audit.Report(600, tree.root(), Optional.empty()));
    }

    @Test
    void a_ledger_that_does_not_exist_is_empty_in_every_way() {
        assertThat(ledger().head(county)).isEmpty();
        assertThat(ledger().tree(county)).isEqualTo(CompactRange.EMPTY);
        assertThat(ledger().rows(county, 0, 5)).isEmpty();
        assertThat(ledger().hashes(county, 0, 0, 5)).isEmpty();
        assertThat(ledger().readStream(county, 0)).isEmpty();
        assertThat(ledger().lastSequence(county)).isEmpty();
        assertThat(ledger().sizes()).doesNotContainKey(county);
        assertThat(ledger().read(size(), 5)).isEmpty();
    }

    @Test
    void ledgers_heads_and_streams_by_type_are_found() {
        ledger().append(List.of(
                event(county, 0, "一"), Facts.event(county, county + "-2020", 0, "二"), event(county, 1, "三")));
        var last = ledger().lastPosition().orElseThrow();
        assertThat(ledger().sizes()).containsEntry(county, 3L);
        assertThat(ledger().head(county)).contains(new Head(county, 2, last));
        assertThat(ledger().subjects(county, Set.of("gongkai.JurisdictionRegistered.v1")))
                .containsExactly(county + "-2019", county + "-2020");
        assertThat(ledger().subjects(county, Set.of("gongkai.JurisdictionRenamed.v1")))
                .containsExactly(county + "-2019");
        assertThat(ledger().subjects(
                                county, Set.of("gongkai.JurisdictionRenamed.v1", "gongkai.JurisdictionRegistered.v1")))
                .containsExactly(county + "-2019", county + "-2020");
        assertThat(ledger().firstOutOfStream(county, 0, 3)).isEmpty();
    }

    @Test
    void whoever_listens_hears_of_an_append() throws InterruptedException {
        var heard = new Semaphore(0);
        ledger().onAppend(heard::release);
        heard.drainPermits();
        ledger().append(List.of(event(county, 0, "一")));
        assertThat(heard.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
    }
}
