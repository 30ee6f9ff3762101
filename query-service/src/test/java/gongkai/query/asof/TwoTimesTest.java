package gongkai.query.asof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import gongkai.event.Identifier;
import gongkai.event.JurisdictionEvent.JurisdictionRenamed;
import gongkai.http.ProblemException;
import gongkai.proof.Hash;
import gongkai.proof.MerkleTree;
import gongkai.query.Asking;
import gongkai.query.LedgerStub;
import gongkai.query.SeededLog;
import gongkai.query.SeededLog.Entry;
import gongkai.query.Stage;
import gongkai.query.breach.BreachItem;
import gongkai.query.breach.Breaches;
import gongkai.query.obligation.Evidence;
import gongkai.query.obligation.ObligationItem;
import gongkai.query.obligation.Obligations;
import gongkai.query.projection.Progress;
import gongkai.query.projection.Projector;
import gongkai.query.projection.Rebuilds;
import gongkai.query.status.StatusBoard;
import gongkai.query.status.UnitSummary;
import gongkai.query.trail.TrailFilter;
import gongkai.query.trail.TrailScope;
import gongkai.query.trail.TrailScope.Kind;
import gongkai.query.trail.Trails;
import gongkai.status.Status;
import gongkai.testing.SharedServers;
import gongkai.testing.TestPostgres;
import gongkai.time.ChinaTime;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was true and what was known, of three counties in which all happens that can. */
@ExtendWith(SharedServers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoTimesTest {

    private static final int STATES = 2_150;
    private static final int QUESTIONS = 200;

    private final long seed = ThreadLocalRandom.current().nextLong(1_000_000);
    private final SeededCounties counties = new SeededCounties(seed, List.of("610921", "610922", "610923"));
    private final Random random = new Random(seed);
    private TestPostgres postgres;
    private LedgerStub ledger;
    private Stage stage;

    @BeforeAll
    void start(TestPostgres postgres) throws IOException {
        this.postgres = postgres;
        postgres.createDatabase("two_times");
        ledger = new LedgerStub(counties::of);
        counties.grow(600);
        startService();
        apply(counties.entries());
    }

    private void startService() {
        stage = Stage.byHand(postgres, "two_times", ledger.setting());
    }

    private void apply(List<Entry> entries) {
        assertThat(stage.bean(Projector.class).apply(SeededLog.messages(entries)))
                .isEmpty();
    }

    @AfterAll
    void stop() {
        stage.close();
        ledger.close();
    }

    // --- the oracle

    /** As a request would ask it. */
    private record Asked(String county, Instant at, String known) {

        AsOfQuery query() {
            return new AsOfQuery(at.toString(), known, null);
        }
    }

    private Asked asked() {
        var records = counties.records();
        var county = counties.counties().get(random.nextInt(counties.counties().size()));
        var some = records.get(random.nextInt(records.size()));
        var other = records.get(random.nextInt(records.size()));
        var at = switch (random.nextInt(4)) {
            case 0 -> some.event().occurredAt();
            case 1 -> ChinaTime.startOf(ChinaTime.dateOf(some.event().occurredAt()));
            default -> some.recordedAt().plus(Duration.ofMinutes(random.nextInt(60 * 24 * 60)));
        };
        var known = switch (random.nextInt(5)) {
            case 0 -> other.recordedAt().toString();
            case 1 -> other.recordedAt().minusNanos(1_000).toString();
            case 2 -> ChinaTime.dateOf(other.recordedAt()).toString();
            default -> "position:" + other.position();
        };
        return new Asked(county, at, known);
    }

    @Test
    @Order(1)
    void a_fold_of_the_raw_ledger_says_the_same_to_ten_thousand_questions() {
        var oracle = new Oracle(counties);
        int answers = 0;
        for (int i = 0; i < STATES; i++) {
            var asked = asked();
            answers += oracle.compare(asked, i);
        }
        System.out.println("Questions that were compared: " + answers);
        assertThat(answers).isGreaterThanOrEqualTo(10_000);
    }

    /** Compares what the services say with what the raw fold says. */
    private final class Oracle {

        private final SeededCounties told;
        private final RawFold fold;
        private final Map<String, String> roots = new HashMap<>();
        private final AsOfResolver times = stage.bean(AsOfResolver.class);
        private final Obligations obligations = stage.bean(Obligations.class);
        private final StatusBoard board = stage.bean(StatusBoard.class);
        private final Breaches breaches = stage.bean(Breaches.class);

        Oracle(SeededCounties told) {
            this.told = told;
            this.fold = new RawFold(told.records());
        }

        /** @return how many questions that were */
        int compare(Asked asked, int number) {
            var asOf = times.resolve(asked.query(), asked.county());
            requireResolved(asked, asOf);
            if (!fold.isKnown(asked.county(), asOf.position())) {
                assertThatThrownBy(() -> board.county(asked.county(), asOf)).isInstanceOf(ProblemException.class);
                return 1;
            }
            int answers = 1;
            var owed = told.obligationsOf(asked.county());
            for (int i = 0; i < 3; i++) {
                compareObligation(owed.get(random.nextInt(owed.size())), asOf);
                answers++;
            }
            if (number % 4 == 0) {
                answers += compareCounty(asked.county(), asOf);
            }
            return answers;
        }

        private void requireResolved(Asked asked, AnsweredAsOf asOf) {
            long expected = asked.known().startsWith("position:")
                    ? Long.parseLong(asked.known().substring("position:".length()))
                    : fold.positionBy(
                            asked.county(),
                            asked.known().length() == 10
                                    ? OffsetDateTime.parse(asked.known() + "T23:59:59.999999+08:00")
                                            .toInstant()
                                    : Instant.parse(asked.known()));
            assertThat(asOf.position()).as("%s", asked).isEqualTo(expected);
            long size = fold.sizeAt(asked.county(), expected);
            if (size == 0) {
                assertThat(asOf.checkpoints()).isEmpty();
                return;
            }
            assertThat(asOf.checkpoints()).singleElement().satisfies(it -> {
                assertThat(it.origin()).isEqualTo("gongkai/" + asked.county());
                assertThat(it.size()).isEqualTo(size);
                assertThat(it.root()).isEqualTo(rootOf(asked.county(), size));
            });
        }

        private String rootOf(String county, long size) {
            return roots.computeIfAbsent(
                    county + "@" + size,
                    _ -> MerkleTree.of(told.of(county).stream()
                                    .limit(size)
                                    .map(it -> Hash.ofLeaf(it.bytes()))
                                    .toList())
                            .root()
                            .base64());
        }

        private void compareObligation(String id, AnsweredAsOf asOf) {
            if (!fold.isKnown(id, asOf.position())) {
                assertThatThrownBy(() -> obligations.byId(id, asOf)).isInstanceOf(ProblemException.class);
                return;
            }
            var judged = obligations.byId(id, asOf);
            var item = ObligationItem.of(judged.facts(), judged.rule(), asOf.asOf());
            var look = fold.look(id, asOf.asOf().at(), asOf.position());
            var what = id + " " + asOf;
            assertThat(item.status().name()).as(what).isEqualTo(look.status());
            assertThat(item.unit()).as(what).isEqualTo(look.unit());
            assertThat(item.dueOn()).as(what).isEqualTo(Optional.ofNullable(look.dueOn()));
            assertThat(item.evidence().stream().map(Evidence::id))
                    .as(what)
                    .containsExactlyInAnyOrderElementsOf(look.everything());
            assertThat(item.evidence().stream()
                            .filter(it -> it.counts() && it.kind() != Evidence.Kind.CASE)
                            .map(Evidence::id))
                    .as(what)
                    .containsExactlyInAnyOrderElementsOf(look.counting());
            assertThat(breaches.of(id, asOf).stream().map(Oracle::late).toList())
                    .as(what)
                    .isEqualTo(look.late());
        }

        private static RawFold.Late late(BreachItem it) {
            return new RawFold.Late(
                    it.occurrence(),
                    it.dueOn(),
                    it.beganAt().toInstant(),
                    it.curedAt().map(OffsetDateTime::toInstant).orElse(null));
        }

        /** @return how many questions that were: the county's board, and each unit of it */
        private int compareCounty(String county, AnsweredAsOf asOf) {
            Map<String, List<RawFold.Look>> byUnit = new TreeMap<>();
            var at = asOf.asOf().at();
            fold.obligations(county, asOf.position()).forEach(id -> {
                var look = fold.look(id, at, asOf.position());
                byUnit.computeIfAbsent(look.unit(), _ -> new ArrayList<>()).add(look);
            });
            var units = board.county(county, asOf).units();
            assertThat(units.stream().filter(it -> it.obligations() > 0).map(UnitSummary::code))
                    .containsExactlyElementsOf(byUnit.keySet());
            for (var unit : units) {
                compareUnit(unit, byUnit.getOrDefault(unit.code(), List.of()), asOf);
            }
            assertThat(breaches.find(county, null, true, asOf))
                    .hasSize(byUnit.values().stream()
                            .flatMap(List::stream)
                            .mapToInt(it -> openOf(it).size())
                            .sum());
            return 1 + units.size();
        }

        private static List<RawFold.Late> openOf(RawFold.Look look) {
            return look.late().stream().filter(it -> it.until() == null).toList();
        }

        private static void compareUnit(UnitSummary unit, List<RawFold.Look> looks, AnsweredAsOf asOf) {
            Map<String, Integer> counts = new HashMap<>();
            Arrays.stream(Status.values()).forEach(it -> counts.put(it.name(), 0));
            looks.forEach(it -> counts.merge(it.status(), 1, Integer::sum));
            var what = unit.code() + " " + asOf;
            unit.counts()
                    .forEach((status, count) ->
                            assertThat(count).as("%s %s", what, status).isEqualTo(counts.get(status.name())));
            var open = looks.stream().flatMap(it -> openOf(it).stream()).toList();
            assertThat(unit.breaches()).as(what).isEqualTo(open.size());
            assertThat(unit.lateSince())
                    .as(what)
                    .isEqualTo(
                            open.stream().map(it -> ChinaTime.dateOf(it.from())).min(Comparator.naturalOrder()));
            assertThat(unit.nextDue())
                    .as(what)
                    .isEqualTo(looks.stream()
                            .flatMap(it -> Optional.ofNullable(it.nextDue()).stream())
                            .min(Comparator.naturalOrder()));
        }
    }

    @Test
    @Order(1)
    void a_trail_holds_what_is_about_its_task_or_its_unit_while_it_owed_and_nothing_else() {
        var oracle = new RawTrail(counties.records());
        var times = stage.bean(AsOfResolver.class);
        int compared = 0;
        for (var about : oracle.all()) {
            for (var scope : scopesOf(about)) {
                for (int i = 0; i < 3; i++) {
                    var asked = asked();
                    var asOf = times.resolve(asked.query(), scope.jurisdiction());
                    if (oracle.isKnown(about, asOf.position())) {
                        assertThat(positionsOf(scope, asOf))
                                .as("%s %s", scope, asOf)
                                .isEqualTo(oracle.of(about, asOf.asOf().at(), asOf.position()));
                        compared++;
                    } else {
                        assertThatThrownBy(() -> positionsOf(scope, asOf)).isInstanceOf(ProblemException.class);
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    /** None for a county's own stream, which has no trail of its own. */
    private static List<TrailScope> scopesOf(String about) {
        var ledger = "the ledger of ";
        if (about.startsWith(ledger)) {
            return List.of(new TrailScope(Kind.JURISDICTION, about.substring(ledger.length())));
        }
        return switch (about.split("-").length) {
            case 1 -> List.of();
            case 2 -> List.of(new TrailScope(about.matches("\\d{6}-2019") ? Kind.PLAN : Kind.UNIT, about));
            case 3 -> List.of(new TrailScope(Kind.TASK, about));
            default -> List.of(new TrailScope(Kind.OBLIGATION, about));
        };
    }

    /** Page by page, from either end. */
    private List<Long> positionsOf(TrailScope scope, AnsweredAsOf asOf) {
        var order = random.nextBoolean() ? TrailFilter.Order.OLDEST : TrailFilter.Order.NEWEST;
        List<Long> positions = new ArrayList<>();
        Optional<Long> next = Optional.empty();
        do {
            var filter = new TrailFilter(null, null, null, null, order, next.orElse(null), 40);
            var page = stage.bean(Trails.class).of(scope, filter, asOf);
            page.entries().forEach(it -> positions.add(it.record().position()));
            next = page.next();
        } while (next.isPresent());
        return order == TrailFilter.Order.OLDEST ? positions : positions.reversed();
    }

    // --- the same bytes

    private byte[] get(String path) {
        return Asking.at(stage.url()).get().uri(URI.create(stage.url() + path)).exchange((_, response) -> {
            var body = response.getBody().readAllBytes();
            assertThat(response.getStatusCode().value())
                    .as("%s: %s", path, new String(body, StandardCharsets.UTF_8))
                    .isIn(200, 404);
            return body;
        });
    }

    private JsonNode json(String path) {
        return JsonMapper.shared().readTree(get(path));
    }

    private String question(int number) {
        var asked = asked();
        var two = "at=%s&known=%s".formatted(asked.at(), asked.known());
        var county = asked.county();
        var all = counties.obligationsOf(county);
        var id = all.get(random.nextInt(all.size()));
        var unit = county + "-" + List.of("T01", "T02", "D01", "D02").get(random.nextInt(4));
        var format = List.of("docx", "xlsx", "csv").get(random.nextInt(3));
        var month = ChinaTime.at(asked.at()).toLocalDate().toString().substring(0, 7);
        var from = "position:" + random.nextInt(300);
        var whose = List.of("obligations/" + id, "tasks/" + Identifier.taskOf(id), "units/" + unit)
                .get(random.nextInt(3));
        return switch (number % 20) {
            case 0 -> "/api/jurisdictions/%s/status?%s".formatted(county, two);
            case 1 -> "/api/units/%s/status?%s".formatted(unit, two);
            case 2 -> "/api/obligations?jurisdiction=%s&%s".formatted(county, two);
            case 3 -> "/api/obligations?unit=%s&limit=2&%s".formatted(unit, two);
            case 4 -> "/api/obligations?status=OVERDUE&" + two;
            case 5 -> "/api/obligations/%s?%s".formatted(id, two);
            case 6 -> "/api/%s/trail?%s".formatted(whose, two);
            case 7 -> "/api/obligations/%s/explanation?%s".formatted(id, two);
            case 8 -> "/api/plans/%s-2019?%s".formatted(county, two);
            case 9 -> "/api/units/%s/deadlines.ics?%s".formatted(unit, two);
            case 10 -> "/api/jurisdictions/%s/export?format=%s&%s".formatted(county, format, two);
            case 11 -> "/api/breaches?jurisdiction=%s&%s".formatted(county, two);
            case 12 -> "/api/jurisdictions/%s/bulletins/%s?%s".formatted(county, month, two);
            case 13 -> "/api/jurisdictions/%s/diff?at=%s&from=%s&to=position:600".formatted(county, asked.at(), from);
            case 14 -> "/jurisdictions/%s?%s".formatted(county, two);
            case 15 -> "/units/%s?%s".formatted(unit, two);
            case 16 -> "/obligations/%s?%s".formatted(id, two);
            case 17 -> "/plans/%s-2019?%s".formatted(county, two);
            case 18 -> "/jurisdictions/%s/difference?at=%s&from=%s&to=position:600".formatted(county, asked.at(), from);
            default -> "/?" + two;
        };
    }

    @Test
    @Order(2)
    void the_same_question_has_the_same_bytes_after_later_events_a_rebuild_and_a_restart() {
        Map<String, byte[]> answers = new LinkedHashMap<>();
        for (int i = 0; i < QUESTIONS; i++) {
            var question = question(i);
            answers.put(question, get(question));
        }
        assertThat(answers.values().stream().filter(it -> it.length > 300)).hasSizeGreaterThan(QUESTIONS / 2);
        counties.sleepOverIt();
        apply(counties.grow(200));
        requireSame(answers, "later events");
        rebuildEverything();
        stage.close();
        startService();
        requireSame(answers, "a rebuild and a restart");
    }

    private void requireSame(Map<String, byte[]> answers, String after) {
        answers.forEach((question, answer) -> assertThat(Arrays.equals(get(question), answer))
                .as("the same bytes for %s, after %s", question, after)
                .isTrue());
    }

    private void rebuildEverything() {
        var rebuilds = stage.bean(Rebuilds.class);
        rebuilds.request("record");
        await().atMost(Duration.ofMinutes(3))
                .until(() -> rebuilds.all().values().stream().allMatch(it -> it.state() == Progress.State.DONE));
    }

    // --- lists, positions, gaps

    @Test
    @Order(3)
    void all_pages_of_a_list_speak_of_the_state_that_the_first_one_spoke_of() {
        var county = counties.counties().getFirst();
        var first = json("/api/obligations?jurisdiction=%s&limit=3".formatted(county));
        apply(counties.grow(60));
        var second = json("/api/obligations?jurisdiction=%s&limit=3&cursor=%s"
                .formatted(county, first.path("next").asString()));
        assertThat(second.path("asOf")).isEqualTo(first.path("asOf"));
        assertThat(second.path("items").get(0).path("id").asString())
                .isGreaterThan(first.path("items").get(2).path("id").asString());
        var anew = json("/api/obligations?jurisdiction=%s&limit=3".formatted(county));
        assertThat(anew.path("asOf").path("position").asLong())
                .isGreaterThan(first.path("asOf").path("position").asLong());
    }

    @Test
    @Order(4)
    void a_cursor_that_is_none_is_refused_by_name() {
        var times = stage.bean(AsOfResolver.class);
        var ahead = new Cursor(Instant.parse("2099-01-01T00:00:00Z"), Instant.EPOCH, 0, "x").text();
        var unheard = new Cursor(Instant.EPOCH, Instant.EPOCH, 1_000_000, "x").text();
        for (var cursor : List.of("610921-2019-01-T01", "!", ahead, unheard)) {
            assertThatThrownBy(() -> times.resolve(new AsOfQuery(null, null, null), null, cursor))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("cursor");
        }
    }

    @Test
    @Order(5)
    void a_question_waits_for_its_own_ledgers_records_and_for_no_others() {
        var one = counties.counties().get(0);
        var other = counties.counties().get(1);
        var early = counties.add(one, one, new JurisdictionRenamed(one, "先到", counties.now()));
        var late = counties.add(other, other, new JurisdictionRenamed(other, "后到", counties.now()));
        apply(List.of(late));
        var times = stage.bean(AsOfResolver.class);
        var query = new AsOfQuery(null, "position:" + late.position(), null);
        assertThat(times.resolve(query, other).position()).isEqualTo(late.position());
        var waiting = CompletableFuture.supplyAsync(() -> times.resolve(query, one));
        assertThatThrownBy(() -> waiting.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        apply(List.of(early));
        var size = (long) counties.of(one).size();
        assertThat(waiting.join().checkpoints())
                .singleElement()
                .satisfies(it -> assertThat(it.size()).isEqualTo(size));
    }
}
