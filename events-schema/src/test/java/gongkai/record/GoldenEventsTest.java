package gongkai.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gongkai.event.Assignment;
import gongkai.event.Basis;
import gongkai.event.Event;
import gongkai.event.Finding;
import gongkai.event.FindingCode;
import gongkai.event.InterpretationForm;
import gongkai.event.JurisdictionEvent.BulletinIssued;
import gongkai.event.JurisdictionEvent.CalendarAdopted;
import gongkai.event.JurisdictionEvent.ContactNamed;
import gongkai.event.JurisdictionEvent.JurisdictionRegistered;
import gongkai.event.JurisdictionEvent.JurisdictionRenamed;
import gongkai.event.JurisdictionEvent.PersonErased;
import gongkai.event.JurisdictionEvent.UnitChanged;
import gongkai.event.JurisdictionEvent.UnitClosed;
import gongkai.event.JurisdictionEvent.UnitMerged;
import gongkai.event.JurisdictionEvent.UnitRegistered;
import gongkai.event.ObligationEvent.CaseAccepted;
import gongkai.event.ObligationEvent.CaseDueMoved;
import gongkai.event.ObligationEvent.InterpretationRecorded;
import gongkai.event.ObligationEvent.ObligationAcknowledged;
import gongkai.event.ObligationEvent.ObligationAmended;
import gongkai.event.ObligationEvent.ObligationAssigned;
import gongkai.event.ObligationEvent.ObligationClarified;
import gongkai.event.ObligationEvent.ObligationClosed;
import gongkai.event.ObligationEvent.ObligationExtended;
import gongkai.event.ObligationEvent.ObligationReviewed;
import gongkai.event.ObligationEvent.ObligationWaived;
import gongkai.event.ObligationEvent.ObligationWithdrawn;
import gongkai.event.ObligationEvent.PublicationRecorded;
import gongkai.event.ObligationEvent.PublicationRetracted;
import gongkai.event.ObligationEvent.ResponseRecorded;
import gongkai.event.Personal;
import gongkai.event.PlanEvent.PlanAmended;
import gongkai.event.PlanEvent.PlanClarified;
import gongkai.event.PlanEvent.PlanImported;
import gongkai.event.PlanEvent.TaskAmended;
import gongkai.event.PlanEvent.TaskClarified;
import gongkai.event.PlanEvent.TaskDefined;
import gongkai.event.PlanEvent.TaskRemoved;
import gongkai.event.Requirement;
import gongkai.event.RequirementKind;
import gongkai.event.ReviewOutcome;
import gongkai.event.Role;
import gongkai.event.Rule;
import gongkai.event.RuleSource;
import gongkai.event.SourceDocument;
import gongkai.event.TableColumn;
import gongkai.event.TaskText;
import gongkai.event.UnitEntry;
import gongkai.event.UnitKind;
import gongkai.time.CountingUnit;
import gongkai.time.Period;
import gongkai.time.TimeLimit;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The bytes of every released event. A file here never changes once it is in a release: what a ledger holds must be read
 * for ever. A new version of an event gets a file beside the old one.
 */
class GoldenEventsTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final Instant AT = Instant.parse("2019-05-06T01:00:00.000001Z");
    private static final LocalDate DAY = LocalDate.parse("2019-05-31");
    private static final Basis BASIS = new Basis("更正笔误", "平政办函〔2019〕12号");
    private static final TaskText TEXT = new TaskText(Optional.of("重点领域"), "政府信息\n公开", "组织机构", "镇情概况", "各镇", "4月\n底前");
    private static final Assignment TOWN = new Assignment("610926-T01", "城关镇", Role.LEAD);
    private static final UnitEntry UNIT = new UnitEntry("610926-D03", "县教科局", UnitKind.DEPARTMENT, List.of("教科局"));
    private static final SourceDocument DOCUMENT = new SourceDocument("分解表.docx", "ab12", 7568L);
    private static final Finding FINDING =
            new Finding(FindingCode.UNITS_OPEN, FindingCode.UNITS_OPEN.severity(), "第1行·责任单位", "谁", "请补充");
    private static final Optional<List<TableColumn>> CONTINUED =
            Optional.of(List.of(TableColumn.DIRECTORY, TableColumn.CATEGORY));
    private static final URI URL = URI.create("https://www.example.gov.cn/1");
    private static final Personal PERSONAL = new Personal("610926-p-00112233445566778899aabbccddeeff", "c2VhbGVk");
    private static final String ID = "610926-2019-04-T01";

    private static final List<Rule> RULES = Stream.of(
                    new TimeLimit.FixedDate("4月底前", LocalDate.parse("2019-04-30")),
                    new TimeLimit.AfterTrigger("25个工作日内", 25, CountingUnit.WORKING_DAYS, "受理", Optional.of(60)),
                    new TimeLimit.Recurring(
                            "每月10日前", Period.MONTH, Optional.of(10), Optional.empty(), Optional.of(DAY)),
                    new TimeLimit.Window("暑假", Optional.of(DAY), Optional.empty()),
                    new TimeLimit.Lasting("公示期不少于3日", 3, CountingUnit.DAYS),
                    new TimeLimit.Ongoing("适时"),
                    new TimeLimit.Unclear("定期"))
            .map(limit -> new Rule(
                    new Requirement(RequirementKind.INTERPRETATION, 1, List.of(InterpretationForm.IMAGE)),
                    limit,
                    RuleSource.DEADLINE,
                    true))
            .toList();

    static Stream<Event> events() {
        return Stream.of(
                new JurisdictionRegistered("610926", "平利县", AT),
                new JurisdictionRenamed("610926", "平利县", AT),
                new UnitRegistered(UNIT, Optional.empty(), AT),
                new UnitChanged(UNIT, Optional.of(DAY), AT),
                new UnitClosed("610926-D03", Optional.of(DAY), AT),
                new UnitMerged("610926-D08", "610926-D07", DAY, BASIS, AT),
                new CalendarAdopted(2019, "国办发明电〔2019〕3号", DAY, List.of(DAY), List.of(), AT),
                new BulletinIssued("610926-B201905-1", "2019-05", 1, AT, 8L, BASIS, AT),
                new ContactNamed("610926-D03", PERSONAL, AT),
                new PersonErased(PERSONAL.person(), BASIS, AT),
                new PlanImported("610926-2019", 2019, "任务分解表", Optional.empty(), DOCUMENT, List.of(FINDING), AT),
                new PlanAmended("610926-2019", "任务分解表", Optional.of(DAY), DOCUMENT, List.of(), BASIS, AT),
                new PlanClarified("610926-2019", Optional.of(DAY), List.of(FindingCode.ISSUE_DATE_MISSING), BASIS, AT),
                new TaskDefined(
                        "610926-2019-04", 4, TEXT, List.of(TOWN), RULES, List.of(FINDING), Optional.empty(), AT),
                new TaskClarified(
                        "610926-2019-04",
                        List.of(TOWN),
                        List.of("610926-T02"),
                        RULES,
                        List.of(FindingCode.UNITS_OPEN),
                        BASIS,
                        AT),
                new TaskAmended(
                        "610926-2019-04",
                        4,
                        TEXT,
                        List.of(TOWN),
                        List.of("610926-T02"),
                        RULES,
                        List.of(FINDING),
                        Optional.empty(),
                        BASIS,
                        AT),
                new TaskRemoved("610926-2019-04", List.of("610926-T01"), BASIS, AT),
                new ObligationAssigned(ID, "610926-2019-04", 4, TEXT, TOWN, RULES, Optional.of(DAY), AT),
                new ObligationClarified(TOWN, RULES, BASIS, AT),
                new ObligationAmended(4, TEXT, TOWN, RULES, BASIS, AT),
                new ObligationWithdrawn(BASIS, AT),
                new ObligationExtended("once", DAY, BASIS, AT),
                new ObligationWaived(BASIS, AT),
                new ObligationAcknowledged(Optional.of("已收到"), AT),
                new ObligationReviewed(ReviewOutcome.RETURNED, List.of(ID + "-P1"), BASIS, AT),
                new ObligationClosed(BASIS, AT),
                new PublicationRecorded(
                        ID + "-P1", "公开", URL, AT, Optional.of(DAY), Optional.of("1号"), Optional.of("2019-04")),
                new PublicationRetracted(ID + "-P1", BASIS, AT),
                new InterpretationRecorded(
                        ID + "-P1-I1", ID + "-P1", InterpretationForm.PRESS_CONFERENCE, "解读", URL, AT),
                new CaseAccepted(ID + "-C1", "饮水", AT, Optional.of("受理"), Optional.of(DAY), Optional.of(AT), false),
                new CaseDueMoved(ID + "-C1", DAY, true, "国办发明电〔2019〕3号", AT),
                new ResponseRecorded(ID + "-C1-R1", ID + "-C1", "答复", URL, AT));
    }

    private static EventRecord record(Event event) {
        return new EventRecord(
                9,
                "610926",
                7,
                "610926-2019",
                1,
                UUID.fromString("0190163d-8694-739b-aea5-966c26f8ad91"),
                AT,
                "registrar",
                event);
    }

    private static byte[] golden(String name) throws IOException {
        return Files.readString(FOLDER.resolve(name + ".json")).strip().getBytes(UTF_8);
    }

    @Test
    void every_event_has_a_golden_file() {
        assertThat(events().map(Event::getClass).map(EventType::nameOf))
                .containsExactlyInAnyOrderElementsOf(
                        EventType.all().map(EventType::nameOf).toList());
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_event_is_written_as_its_golden_file_and_read_back_equal(Event event) throws IOException {
        var codec = new RecordCodec();
        var bytes = codec.encode(record(event));
        assertThat(new String(bytes, UTF_8)).isEqualTo(new String(golden(EventType.nameOf(event.getClass())), UTF_8));
        assertThat(codec.decode(bytes)).isEqualTo(record(event));
        assertThat(codec.eventOf(bytes, record(event).type())).isEqualTo(event);
    }

    /** What was added to a released event has a file of its own, for the first one stays as it is. */
    static Stream<Arguments> additions() {
        return Stream.of(
                Arguments.of(
                        "gongkai.TaskDefined.v1-continued",
                        new TaskDefined(
                                "610926-2019-04", 4, TEXT, List.of(TOWN), RULES, List.of(FINDING), CONTINUED, AT)),
                Arguments.of(
                        "gongkai.TaskAmended.v1-continued",
                        new TaskAmended(
                                "610926-2019-04",
                                4,
                                TEXT,
                                List.of(TOWN),
                                List.of("610926-T02"),
                                RULES,
                                List.of(FINDING),
                                CONTINUED,
                                BASIS,
                                AT)),
                Arguments.of(
                        "gongkai.CaseAccepted.v1-reported",
                        new CaseAccepted(
                                ID + "-C1",
                                "饮水",
                                AT,
                                Optional.of("受理"),
                                Optional.of(DAY),
                                Optional.of(AT),
                                false,
                                Optional.of(PERSONAL))));
    }

    @ParameterizedTest
    @MethodSource("additions")
    void an_event_with_what_was_added_later_is_written_as_its_golden_file(String name, Event event) throws IOException {
        var codec = new RecordCodec();
        assertThat(new String(codec.encode(record(event)), UTF_8)).isEqualTo(new String(golden(name), UTF_8));
        assertThat(codec.decode(golden(name))).isEqualTo(record(event));
    }

    /** Of every version, and as the first release wrote them, without what later ones added. */
    @Test
    void every_golden_file_is_read_and_is_canonical_for_ever() throws IOException {
        var codec = new RecordCodec();
        try (var files = Files.list(FOLDER)) {
            assertThat(files.map(it -> it.getFileName().toString().replace(".json", "")))
                    .hasSizeGreaterThan(30)
                    .allSatisfy(name -> assertThat(codec.decodeCanonical(golden(name)))
                            .map(EventRecord::type)
                            .contains(name.replaceFirst("-(first|continued|reported)$", "")));
        }
    }
}
