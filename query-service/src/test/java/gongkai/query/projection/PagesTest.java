package gongkai.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gongkai.query.projection.Pages.Stretch;
import gongkai.query.projection.Projection.Applied;
import gongkai.record.RecordHeader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PagesTest {

    private static final int AT_A_TIME = 333;

    /** A record of which nobody opens the contents. */
    private record Header(String ledger, long leaf) implements RecordHeader {

        @Override
        public long position() {
            return leaf;
        }

        @Override
        public String subject() {
            return ledger;
        }

        @Override
        public String type() {
            return "gongkai.PublicationRecorded.v1";
        }

        @Override
        public Instant recordedAt() {
            return Instant.EPOCH;
        }

        @Override
        public String actor() {
            return "test";
        }

        @Override
        public Instant occurredAt() {
            return Instant.EPOCH;
        }
    }

    /** Each ledger has so many records, and gives a few at a time. */
    private static Pages pages(Map<String, Long> lengths, Stretch... stretches) {
        return new Pages(
                (ledger, from, limit, _) -> LongStream.range(
                                from, Math.min(lengths.getOrDefault(ledger, 0L), from + Math.min(limit, AT_A_TIME)))
                        .mapToObj(leaf -> Applied.unopened(new Header(ledger, leaf), null))
                        .toList(),
                List.of(),
                List.of(stretches));
    }

    private static List<List<Applied>> all(Pages pages) {
        List<List<Applied>> all = new ArrayList<>();
        for (var page = pages.take(); !page.isEmpty(); page = pages.take()) {
            all.add(page);
        }
        return all;
    }

    @Test
    void each_leaf_comes_once_and_in_order_however_little_the_source_gives_at_a_time() {
        var lengths = Map.of("610921", 17_000L, "610926", 1L, "610927", 9_000L);
        var pages = all(pages(
                lengths,
                new Stretch("610921", 12, 16_999),
                new Stretch("610926", 0, 0),
                new Stretch("610927", 0, 8_999)));
        Map<String, List<Long>> leaves = new HashMap<>(pages.stream()
                .flatMap(List::stream)
                .map(Applied::record)
                .collect(Collectors.groupingBy(
                        RecordHeader::ledger, Collectors.mapping(RecordHeader::leaf, Collectors.toList()))));
        assertThat(leaves.get("610921"))
                .isEqualTo(LongStream.range(12, 17_000).boxed().toList());
        assertThat(leaves.get("610926")).containsExactly(0L);
        assertThat(leaves.get("610927"))
                .isEqualTo(LongStream.range(0, 9_000).boxed().toList());
    }

    @Test
    void all_pages_but_the_last_are_full_and_the_ledgers_take_turns() {
        var pages = all(pages(
                Map.of("610921", 8_000L, "610926", 8_000L),
                new Stretch("610921", 0, 7_999),
                new Stretch("610926", 0, 7_999)));
        assertThat(pages).extracting(List::size).containsExactly(Pages.SIZE, Pages.SIZE, Pages.SIZE, 1_000);
        assertThat(pages.getFirst()).extracting(it -> it.record().ledger()).contains("610921", "610926");
    }

    @Test
    void a_source_that_ends_before_its_time_is_named_with_what_is_missing() {
        var pages = pages(Map.of("610926", 7_500L), new Stretch("610926", 0, 7_999));
        assertThat(pages.take()).hasSize(Pages.SIZE);
        assertThatThrownBy(pages::take)
                .isInstanceOf(SourceEndedException.class)
                .hasMessageContaining("610926")
                .hasMessageContaining("7500 to 7999");
    }
}
