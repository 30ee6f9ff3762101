package gongkai.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import gongkai.proof.CompactRange;
import gongkai.proof.Hash;
import gongkai.record.EventRecord;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** A ledger that does nothing fails every promise but those about nothing. */
class ConformanceCanFailTest {

    @Test
    void a_ledger_that_keeps_nothing_conforms_only_where_nothing_is_to_be_kept() {
        var tests = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(Forgetful.class))
                .execute()
                .testEvents();
        assertThat(tests.started().count()).isGreaterThan(12);
        assertThat(tests.succeeded().stream().map(Event::getTestDescriptor).map(it -> it.getDisplayName()))
                .containsExactlyInAnyOrder(
                        "an_empty_batch_is_nothing()", "a_ledger_that_does_not_exist_is_empty_in_every_way()");
    }

    static class Forgetful extends LedgerConformance {

        @Override
        protected Ledger ledger() {
            return new ForgetfulLedger();
        }
    }

    private static final class ForgetfulLedger implements Ledger {

        @Override
        public List<EventRecord> append(List<NewEvent> batch) {
            return List.of();
        }

        @Override
        public void onAppend(Runnable listener) {}

        @Override
        public List<StoredRecord> read(long position, int limit) {
            return List.of();
        }

        @Override
        public List<EventRecord> readStream(String subject, long sequence) {
            return List.of();
        }

        @Override
        public OptionalLong lastSequence(String subject) {
            return OptionalLong.empty();
        }

        @Override
        public List<LedgerRow> rows(String ledger, long leaf, int limit) {
            return List.of();
        }

        @Override
        public Optional<Long> firstOutOfStream(String ledger, long fromLeaf, long toLeaf) {
            return Optional.empty();
        }

        @Override
        public List<Hash> hashes(String ledger, int level, long first, int count) {
            return List.of();
        }

        @Override
        public CompactRange tree(String ledger) {
            return CompactRange.EMPTY;
        }

        @Override
        public SortedMap<String, Long> sizes() {
            return new TreeMap<>();
        }

        @Override
        public List<String> subjects(String ledger, Set<String> types) {
            return List.of();
        }

        @Override
        public Optional<Head> head(String ledger) {
            return Optional.empty();
        }

        @Override
        public OptionalLong lastPosition() {
            return OptionalLong.empty();
        }
    }
}
