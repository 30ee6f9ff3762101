package gongkai.query.notice.rule;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.time.CountingUnit;
import gongkai.time.Period;
import gongkai.time.TimeLimit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds of the notices of every history; a failure names its seed. */
class ChroniclePropertiesTest {

    private static final LocalDate START = LocalDate.parse("2019-03-01");
    private static final int DAYS = 120;
    private static final Instant END = at(DAYS);
    private static final List<TimeLimit> LIMITS = List.of(
            new TimeLimit.FixedDate("4月底前", LocalDate.parse("2019-04-30")),
            new TimeLimit.Recurring("每月", Period.MONTH, Optional.of(10), Optional.empty(), Optional.empty()),
            new TimeLimit.AfterTrigger("5个工作日", 5, CountingUnit.WORKING_DAYS, "受理", Optional.empty()),
            new TimeLimit.AfterTrigger("48小时", 48, CountingUnit.HOURS, "受理", Optional.empty()),
            new TimeLimit.Window(
                    "假期", Optional.of(LocalDate.parse("2019-05-01")), Optional.of(LocalDate.parse("2019-05-20"))),
            new TimeLimit.Unclear("尽快"),
            new TimeLimit.Ongoing("适时"));

    private static Instant at(int day) {
        return gongkai.time.ChinaTime.startOf(START.plusDays(day)).plusSeconds(9 * 3600);
    }

    private static String day(int day) {
        return START.plusDays(day).toString();
    }

    private static TimeLimit limit(Random random) {
        return LIMITS.get(random.nextInt(LIMITS.size()));
    }

    private static Story story(Random random) {
        var story = Story.assigned(day(random.nextInt(80)), limit(random), limit(random));
        int from = (int) java.time.temporal.ChronoUnit.DAYS.between(
                START, gongkai.time.ChinaTime.dateOf(story.chronicle().beginning()));
        var days = IntStream.range(0, random.nextInt(8))
                .map(_ -> from + random.nextInt(DAYS - from))
                .sorted()
                .toArray();
        for (int on : days) {
            happen(story, on, random);
        }
        return story;
    }

    private static void happen(Story story, int on, Random random) {
        var today = day(on);
        switch (random.nextInt(9)) {
            case 0, 1 -> story.published(today, day(Math.max(0, on - random.nextInt(15))));
            case 2 -> story.retracted(today);
            case 3 -> story.extended(today, day(on + random.nextInt(30)));
            case 4 -> story.passedOn(today, "610926-T0" + (1 + random.nextInt(3)), "某镇", limit(random), limit(random));
            case 5 -> story.accepted(today, Optional.of(day(on + 7)), Optional.empty());
            case 6 -> story.accepted(today, Optional.of(day(on + 2)), Optional.of(day(on + 2) + "T09:00"));
            case 7 -> story.caseMoved(today, day(on + random.nextInt(9)));
            default -> {
                if (random.nextInt(4) == 0) {
                    story.waived(today);
                } else {
                    story.responded(today);
                }
            }
        }
    }

    private static void forManyStories(BiConsumer<Story, Random> property) {
        long base = System.nanoTime();
        for (long seed = base; seed < base + 300; seed++) {
            var random = new Random(seed);
            try {
                property.accept(story(random), random);
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    private static List<Notice> notices(Outlook outlook) {
        return outlook.raised().stream().map(Raised::notice).toList();
    }

    @Test
    void step_by_step_in_any_chopping_of_time_the_same_is_told_as_at_once() {
        forManyStories((story, random) -> {
            Map<String, Notice> told = new LinkedHashMap<>();
            var beginning = story.chronicle().beginning();
            Stream.concat(
                            random.ints(random.nextInt(40), 0, DAYS * 24)
                                    .mapToObj(hour -> at(0).plusSeconds(3600L * hour)),
                            Stream.of(END))
                    .filter(it -> !it.isBefore(beginning))
                    .sorted()
                    .forEach(step ->
                            notices(story.chronicle(step).outlook(step)).forEach(it -> told.putIfAbsent(it.id(), it)));
            assertThat(List.copyOf(told.values()))
                    .isEqualTo(notices(story.chronicle().outlook(END)));
        });
    }

    @Test
    void a_look_that_goes_on_from_the_one_before_sees_what_a_look_from_the_beginning_sees() {
        forManyStories((story, random) -> {
            var beginning = story.chronicle().beginning();
            var watch = new Watch();
            looks(random).filter(it -> !it.isBefore(beginning)).forEach(look -> {
                var known =
                        Stream.of(look.minusSeconds(late(random)), beginning).max(Comparator.naturalOrder());
                var chronicle = story.chronicle(known.orElseThrow());
                assertThat(watch.outlook(chronicle, look)).isEqualTo(chronicle.outlook(look));
            });
        });
    }

    /** Mostly one after the other. */
    private static Stream<Instant> looks(Random random) {
        var moments =
                random.ints(1 + random.nextInt(40), 0, DAYS * 24).mapToObj(hour -> at(0).plusSeconds(3600L * hour));
        return random.nextInt(4) > 0 ? moments.sorted() : moments;
    }

    /** By how many seconds what was recorded is not here yet; mostly it is. */
    private static long late(Random random) {
        return random.nextInt(3) > 0 ? 0 : 3600L * random.nextInt(24 * 20);
    }

    @Test
    void looking_more_often_than_anything_turns_tells_nothing_more() {
        forManyStories((story, random) -> {
            var chronicle = story.chronicle();
            var account = new Account();
            Stream.iterate(
                            Optional.of(chronicle.beginning()),
                            it -> it.filter(moment -> !moment.isAfter(END)).isPresent(),
                            it -> Situation.of(chronicle, it.orElseThrow()).next())
                    .flatMap(it -> Stream.of(
                            it.orElseThrow(), it.orElseThrow().plusNanos(1_000L * (1 + random.nextInt(1_000)))))
                    .filter(it -> !it.isAfter(END))
                    .sorted()
                    .forEach(it -> account.turn(Situation.of(chronicle, it)));
            assertThat(account.raised()).isEqualTo(chronicle.outlook(END).raised());
        });
    }

    @Test
    void no_notice_is_told_twice_and_what_follows_another_comes_after_it() {
        forManyStories((story, _) -> {
            var seen = new HashSet<String>();
            for (var it : story.chronicle().outlook(END).raised()) {
                assertThat(it.follows().map(seen::contains).orElse(true)).isTrue();
                assertThat(seen.add(it.notice().id())).as(it.notice().id()).isTrue();
            }
        });
    }

    @Test
    void a_reminder_that_stood_is_taken_back_before_a_new_end_is_told() {
        forManyStories((story, _) -> {
            var chronicle = story.chronicle();
            var told = notices(chronicle.outlook(END));
            for (var moved : told) {
                if (moved.kind() == NoticeKind.DUE_MOVED) {
                    var before = told.subList(0, told.indexOf(moved));
                    assertThat(reminders(chronicle.outlook(moved.raisedAt().minusNanos(1_000)), moved))
                            .allSatisfy(id -> assertThat(before)
                                    .anyMatch(it -> it.withdraws().equals(Optional.of(id))));
                }
            }
        });
    }

    /** What stands of the occurrence whose end is moved. */
    private static List<String> reminders(Outlook outlook, Notice moved) {
        return outlook.raised().stream()
                .filter(Raised::stands)
                .map(Raised::notice)
                .filter(it -> it.kind() == NoticeKind.DUE_SOON || it.kind() == NoticeKind.DUE_MOVED)
                .filter(it -> it.occurrence().equals(moved.occurrence()))
                .map(Notice::id)
                .toList();
    }

    @Test
    void between_now_and_the_next_look_nothing_happens() {
        forManyStories((story, random) -> {
            var chronicle = story.chronicle();
            var now = Stream.of(chronicle.beginning(), at(random.nextInt(DAYS)))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            var outlook = chronicle.outlook(now);
            var before = outlook.next().map(it -> it.minusNanos(1_000)).orElse(END.plusSeconds(86_400L * 400));
            assertThat(chronicle.outlook(before).raised()).isEqualTo(outlook.raised());
        });
    }

    @Test
    void every_kind_of_notice_is_met_with() {
        var kinds = new HashSet<NoticeKind>();
        forManyStories((story, _) -> notices(story.chronicle().outlook(END)).forEach(it -> kinds.add(it.kind())));
        assertThat(kinds).containsExactlyInAnyOrder(NoticeKind.values());
    }
}
