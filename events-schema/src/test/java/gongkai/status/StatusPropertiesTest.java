package gongkai.status;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.event.Assignment;
import gongkai.event.Basis;
import gongkai.event.InterpretationForm;
import gongkai.event.ObligationEvent;
import gongkai.event.ObligationEvent.CaseAccepted;
import gongkai.event.ObligationEvent.InterpretationRecorded;
import gongkai.event.ObligationEvent.ObligationAssigned;
import gongkai.event.ObligationEvent.ObligationExtended;
import gongkai.event.ObligationEvent.ObligationWaived;
import gongkai.event.ObligationEvent.PublicationRecorded;
import gongkai.event.ObligationEvent.PublicationRetracted;
import gongkai.event.ObligationEvent.ResponseRecorded;
import gongkai.event.Requirement;
import gongkai.event.RequirementKind;
import gongkai.event.Role;
import gongkai.event.Rule;
import gongkai.event.RuleSource;
import gongkai.event.TaskText;
import gongkai.time.ChinaTime;
import gongkai.time.CountingUnit;
import gongkai.time.Period;
import gongkai.time.StateCouncilNotices;
import gongkai.time.TimeLimit;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What holds of every history, tried on many random ones; a failure names its seed. */
class StatusPropertiesTest {

    private static final StatusRule RULE =
            new StatusRule(StateCouncilNotices.calendarOn(LocalDate.parse("2019-12-01")));
    private static final List<RequirementKind> KINDS = List.of(RequirementKind.values());
    private static final URI URL = URI.create("https://example.org/1");
    private static final Basis BASIS = new Basis("说明", "县政府办");
    private static final Instant START = Instant.parse("2019-01-10T00:00:00Z");
    private static final AsOf END = new AsOf(Instant.parse("2019-12-31T00:00:00Z"), Long.MAX_VALUE);

    private static final List<TimeLimit> DATED = List.of(
            new TimeLimit.FixedDate("4月底前", LocalDate.parse("2019-04-30")),
            new TimeLimit.Window(
                    "暑假", Optional.of(LocalDate.parse("2019-07-01")), Optional.of(LocalDate.parse("2019-08-31"))),
            new TimeLimit.Recurring("每月", Period.MONTH, Optional.of(10), Optional.empty(), Optional.empty()),
            new TimeLimit.Recurring("每季度", Period.QUARTER, Optional.empty(), Optional.empty(), Optional.empty()),
            new TimeLimit.AfterTrigger("受理之日起5个工作日", 5, CountingUnit.WORKING_DAYS, "受理", Optional.empty()));

    private static void forManyHistories(Consumer<History> property) {
        long base = System.nanoTime();
        for (int i = 0; i < 1_500; i++) {
            long seed = base + i;
            try {
                property.accept(new History(new Random(seed)));
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    /** A random assignment with what happened after it. */
    private static final class History {

        private final Random random;
        private final ObligationAssigned assigned;
        private final List<ObligationEvent> events = new ArrayList<>();

        History(Random random) {
            this.random = random;
            this.assigned = assigned();
            int count = random.nextInt(8);
            for (int i = 0; i < count; i++) {
                events.add(event(i));
            }
        }

        private ObligationAssigned assigned() {
            List<Rule> rules = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(2); i++) {
                var kind = KINDS.get(random.nextInt(KINDS.size()));
                var limit = DATED.get(random.nextInt(DATED.size()));
                rules.add(new Rule(
                        new Requirement(kind, 1 + random.nextInt(2), List.of()), limit, RuleSource.DEADLINE, true));
            }
            return new ObligationAssigned(
                    "610926-2019-04-T01",
                    "610926-2019-04",
                    4,
                    new TaskText(Optional.empty(), "", "", "", "", ""),
                    new Assignment("610926-T01", "城关镇", Role.LEAD),
                    rules,
                    Optional.empty(),
                    START);
        }

        private Instant moment() {
            return START.plusSeconds(random.nextInt(340 * 86_400));
        }

        private ObligationEvent event(int number) {
            return switch (random.nextInt(8)) {
                case 0 -> accepted(number, moment());
                case 1 -> new ResponseRecorded("R" + number, "C" + random.nextInt(8), "回应", URL, moment());
                case 2 -> new PublicationRetracted("P" + random.nextInt(8), BASIS, moment());
                case 3 ->
                    new ObligationExtended(
                            "once", LocalDate.parse("2019-09-01").plusDays(random.nextInt(60)), BASIS, moment());
                case 4 ->
                    new InterpretationRecorded(
                            "I" + number, "P" + random.nextInt(8), InterpretationForm.VIDEO, "解读", URL, moment());
                default -> publication(number);
            };
        }

        private ObligationEvent accepted(int number, Instant at) {
            var due = ChinaTime.dateOf(at).plusDays(1 + random.nextInt(30));
            return new CaseAccepted(
                    "C" + number, "舆情", at, Optional.of("受理"), Optional.of(due), Optional.empty(), false);
        }

        private ObligationEvent publication(int number) {
            return new PublicationRecorded(
                    "P" + number, "公开", URL, moment(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        ObligationFacts facts() {
            return facts(events);
        }

        ObligationFacts facts(List<ObligationEvent> inOrder) {
            var facts = ObligationFacts.of(assigned, 0);
            for (int i = 0; i < inOrder.size(); i++) {
                facts = facts.with(inOrder.get(i), i + 1L);
            }
            return facts;
        }
    }

    @Test
    void more_evidence_never_worsens_a_status() {
        forManyHistories(history -> {
            var before = history.facts();
            var after = before.with(history.publication(99), 99);
            assertThat(rank(RULE.statusOf(after, END))).isLessThanOrEqualTo(rank(RULE.statusOf(before, END)));
            assertThat(open(after)).isLessThanOrEqualTo(open(before));
        });
    }

    private static int rank(Status status) {
        return switch (status) {
            case OVERDUE -> 3;
            case DUE_SOON -> 2;
            case UNCLEAR, IN_PROGRESS, NOT_STARTED, AWAITING_TRIGGER, ONGOING_SILENT -> 1;
            case FULFILLED_LATE, FULFILLED, ONGOING_ACTIVE, WAIVED -> 0;
        };
    }

    private static long open(ObligationFacts facts) {
        return RULE.breachesOf(facts, END).stream().filter(Breach::isOpen).count();
    }

    @Test
    void the_order_of_recording_does_not_matter_for_what_is_known_at_the_end() {
        forManyHistories(history -> {
            var evidence = history.events.stream()
                    .filter(it -> !(it instanceof ObligationExtended))
                    .toList();
            var shuffled = new ArrayList<>(evidence);
            Collections.shuffle(shuffled, history.random);
            var one = history.facts(evidence);
            var other = history.facts(shuffled);
            assertThat(RULE.statusOf(other, END)).isEqualTo(RULE.statusOf(one, END));
            assertThat(RULE.breachesOf(other, END)).isEqualTo(RULE.breachesOf(one, END));
        });
    }

    @Test
    void as_of_the_present_equals_the_live_view_and_nothing_later_matters() {
        forManyHistories(history -> {
            var facts = history.facts();
            var at = history.moment();
            var known = (long) history.random.nextInt(9);
            var asOf = new AsOf(at, known);
            var lived = history.facts(history.events.stream().limit(known).toList());
            assertThat(RULE.statusOf(facts, asOf)).isEqualTo(RULE.statusOf(lived, new AsOf(at, Long.MAX_VALUE)));
            var happened = history.facts(history.events.stream()
                    .limit(known)
                    .filter(it -> !it.occurredAt().isAfter(at))
                    .toList());
            assertThat(RULE.statusOf(happened, asOf)).isEqualTo(RULE.statusOf(facts, asOf));
            assertThat(RULE.breachesOf(happened, asOf)).isEqualTo(RULE.breachesOf(facts, asOf));
        });
    }

    @Test
    void who_is_overdue_has_an_open_breach_and_the_other_way_round() {
        forManyHistories(history -> {
            var facts = history.facts();
            var asOf = new AsOf(history.moment(), Long.MAX_VALUE);
            var open = RULE.breachesOf(facts, asOf).stream().anyMatch(Breach::isOpen);
            assertThat(RULE.statusOf(facts, asOf) == Status.OVERDUE).isEqualTo(open);
        });
    }

    @Test
    void a_breach_once_seen_is_never_erased_by_what_happens_later() {
        forManyHistories(history -> {
            var facts = history.facts();
            var early = new AsOf(history.moment(), Long.MAX_VALUE);
            var seen = RULE.breachesOf(facts, early).stream()
                    .map(it -> it.occurrence() + it.beganAt())
                    .toList();
            var later = RULE.breachesOf(facts, END).stream()
                    .map(it -> it.occurrence() + it.beganAt())
                    .toList();
            assertThat(later).containsAll(seen);
            assertThat(RULE.breachesOf(facts, END))
                    .allMatch(it -> it.curedAt()
                            .filter(end -> end.isBefore(it.beganAt()))
                            .isEmpty());
        });
    }

    @Test
    void one_look_tells_what_each_question_tells_alone() {
        forManyHistories(history -> {
            var facts = history.facts();
            var asOf = new AsOf(history.moment(), history.random.nextInt(9));
            var look = RULE.lookAt(facts, asOf);
            var open =
                    RULE.breachesOf(facts, asOf).stream().filter(Breach::isOpen).toList();
            assertThat(look.status()).isEqualTo(RULE.statusOf(facts, asOf));
            assertThat(look.nextDue()).isEqualTo(RULE.nextDue(facts, asOf));
            assertThat(look.lateness().open()).isEqualTo(open.size());
            assertThat(look.lateness().since())
                    .isEqualTo(open.stream().map(Breach::beganAt).min(Comparator.naturalOrder()));
        });
    }

    @Test
    void before_its_first_moment_and_from_its_last_one_on_a_look_stays_the_same() {
        forManyHistories(history -> {
            var facts = history.facts();
            var ends = Ends.of(facts, RULE).orElseThrow();
            for (int i = 0; i < 20; i++) {
                var at = START.plusSeconds(history.random.nextInt(900 * 86_400) - 250L * 86_400);
                ends.at(at)
                        .ifPresent(it -> assertThat(it)
                                .as("%s", at)
                                .isEqualTo(RULE.lookAt(facts, new AsOf(at, Long.MAX_VALUE))));
            }
            assertThat(ends.at(ends.first().minusNanos(1_000))).contains(ends.before());
            assertThat(ends.at(ends.last())).contains(ends.after());
        });
    }

    @Test
    void what_is_waived_is_expected_no_more() {
        forManyHistories(history -> {
            var waived = history.facts().with(new ObligationWaived(BASIS, START.plusSeconds(1)), 50);
            assertThat(RULE.statusOf(waived, END)).isEqualTo(Status.WAIVED);
            assertThat(open(waived)).isZero();
            assertThat(RULE.nextDue(waived, END)).isEmpty();
        });
    }
}
