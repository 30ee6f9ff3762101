package gongkai.command.domain.jurisdiction;

import gongkai.command.domain.Rejection;
import gongkai.command.domain.Scenario;
import gongkai.command.domain.jurisdiction.JurisdictionCommand.AdoptCalendar;
import gongkai.command.domain.jurisdiction.JurisdictionCommand.ErasePerson;
import gongkai.command.domain.jurisdiction.JurisdictionCommand.IssueBulletin;
import gongkai.command.domain.jurisdiction.JurisdictionCommand.IssueBulletin.Span;
import gongkai.command.domain.jurisdiction.JurisdictionCommand.NameContact;
import gongkai.command.domain.jurisdiction.JurisdictionCommand.RegisterJurisdiction;
import gongkai.command.domain.jurisdiction.JurisdictionCommand.ReplaceUnits;
import gongkai.event.Basis;
import gongkai.event.JurisdictionEvent;
import gongkai.event.JurisdictionEvent.BulletinIssued;
import gongkai.event.JurisdictionEvent.CalendarAdopted;
import gongkai.event.JurisdictionEvent.ContactNamed;
import gongkai.event.JurisdictionEvent.JurisdictionRegistered;
import gongkai.event.JurisdictionEvent.JurisdictionRenamed;
import gongkai.event.JurisdictionEvent.PersonErased;
import gongkai.event.JurisdictionEvent.UnitChanged;
import gongkai.event.JurisdictionEvent.UnitClosed;
import gongkai.event.JurisdictionEvent.UnitRegistered;
import gongkai.event.Personal;
import gongkai.event.UnitEntry;
import gongkai.event.UnitKind;
import gongkai.time.HolidayArrangement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JurisdictionDeciderTest {

    private static final Instant NOW = Instant.parse("2019-05-06T01:00:00Z");
    private static final Basis BASIS = new Basis("4月份通报", "平政办函〔2019〕30号");
    private static final LocalDate MAY_DAY = LocalDate.parse("2019-05-01");
    private static final LocalDate SUNDAY = LocalDate.parse("2019-05-05");
    private static final HolidayArrangement FIRST =
            new HolidayArrangement(2019, "第一次通知", LocalDate.parse("2018-12-04"), Set.of(MAY_DAY), Set.of());
    private static final HolidayArrangement SECOND =
            new HolidayArrangement(2019, "第二次通知", LocalDate.parse("2019-03-22"), Set.of(MAY_DAY), Set.of(SUNDAY));
    private static final UnitEntry TOWN = new UnitEntry("610926-T01", "城关镇", UnitKind.TOWN, List.of());
    private static final UnitEntry OFFICE = new UnitEntry("610926-D01", "县政府办", UnitKind.DEPARTMENT, List.of("县政府办公室"));

    private static final Personal PERSONAL = new Personal("610926-p-00112233445566778899aabbccddeeff", "c2VhbGVk");

    private static Scenario<JurisdictionCommand, JurisdictionState, JurisdictionEvent> scenario() {
        return Scenario.of(new JurisdictionDecider());
    }

    private static RegisterJurisdiction register(String name, HolidayArrangement... calendars) {
        return new RegisterJurisdiction("610926", name, List.of(calendars), NOW);
    }

    private static ReplaceUnits units(UnitEntry... units) {
        return new ReplaceUnits("610926", List.of(units), Optional.empty(), NOW);
    }

    @Test
    void a_new_ledger_opens_with_the_notices_issued_so_far_in_the_order_of_their_issue() {
        scenario()
                .when(register("平利县", SECOND, FIRST))
                .then(
                        new JurisdictionRegistered("610926", "平利县", NOW),
                        new CalendarAdopted(2019, "第一次通知", FIRST.issuedOn(), List.of(MAY_DAY), List.of(), NOW),
                        new CalendarAdopted(2019, "第二次通知", SECOND.issuedOn(), List.of(MAY_DAY), List.of(SUNDAY), NOW));
    }

    @Test
    void registering_again_under_the_same_name_changes_nothing() {
        scenario().given(register("平利县")).when(register("平利县", FIRST)).thenNothingHappens();
    }

    @Test
    void registering_again_under_another_name_renames() {
        scenario().given(register("平利县")).when(register("平利")).then(new JurisdictionRenamed("610926", "平利", NOW));
    }

    @Test
    void nothing_can_be_said_of_a_county_without_a_ledger() {
        scenario().when(units(TOWN)).thenItIsRefused(Rejection.JURISDICTION_UNKNOWN, "PUT /api/jurisdictions/610926");
        scenario().when(new AdoptCalendar("610926", FIRST, NOW)).thenItIsRefused(Rejection.JURISDICTION_UNKNOWN);
    }

    @Test
    void a_register_is_taken_unit_by_unit_in_the_order_of_codes() {
        scenario()
                .given(register("平利县"))
                .when(units(TOWN, OFFICE))
                .then(
                        new UnitRegistered(OFFICE, Optional.empty(), NOW),
                        new UnitRegistered(TOWN, Optional.empty(), NOW));
    }

    @Test
    void replacing_a_register_says_who_is_new_who_changed_and_who_left() {
        var renamed = new UnitEntry("610926-D01", "县政府办公室", UnitKind.DEPARTMENT, List.of());
        var added = new UnitEntry("610926-T02", "兴隆镇", UnitKind.TOWN, List.of());
        scenario()
                .given(register("平利县"), units(TOWN, OFFICE))
                .when(units(renamed, added))
                .then(
                        new UnitChanged(renamed, Optional.empty(), NOW),
                        new UnitRegistered(added, Optional.empty(), NOW),
                        new UnitClosed("610926-T01", Optional.empty(), NOW));
    }

    @Test
    void the_same_register_again_changes_nothing() {
        scenario()
                .given(register("平利县"), units(TOWN, OFFICE))
                .when(units(OFFICE, TOWN))
                .thenNothingHappens();
    }

    @Test
    void a_unit_of_another_county_is_refused_by_name() {
        scenario()
                .given(register("平利县"))
                .when(units(new UnitEntry("610927-T01", "镇坪镇", UnitKind.TOWN, List.of())))
                .thenItIsRefused(Rejection.UNIT_OF_ANOTHER_JURISDICTION, "610927-T01 镇坪镇");
    }

    @Test
    void a_later_notice_takes_force_and_the_same_one_again_changes_nothing() {
        scenario()
                .given(register("平利县", FIRST))
                .when(new AdoptCalendar("610926", SECOND, NOW))
                .then(new CalendarAdopted(2019, "第二次通知", SECOND.issuedOn(), List.of(MAY_DAY), List.of(SUNDAY), NOW));
        scenario()
                .given(register("平利县", FIRST), new AdoptCalendar("610926", SECOND, NOW))
                .when(new AdoptCalendar("610926", SECOND, NOW))
                .thenNothingHappens();
    }

    @Test
    void a_day_cannot_be_both_holiday_and_working_day() {
        scenario()
                .given(register("平利县"))
                .when(new AdoptCalendar(
                        "610926", new HolidayArrangement(2019, "通知", MAY_DAY, Set.of(MAY_DAY), Set.of(MAY_DAY)), NOW))
                .thenItIsRefused(Rejection.CALENDAR_DAY_CONTRADICTORY, "2019-05-01");
    }

    private static IssueBulletin issue(String month, long position) {
        return new IssueBulletin("610926", YearMonth.parse(month), position, new Span(3, 90), BASIS, NOW);
    }

    private static BulletinIssued issued(String month, int number, String speaksOf, long position) {
        return new BulletinIssued(
                "610926-B%s-%d".formatted(month.replace("-", ""), number),
                month,
                number,
                Instant.parse(speaksOf),
                position,
                BASIS,
                NOW);
    }

    @Test
    void a_bulletin_speaks_of_the_end_of_its_month_or_of_now_while_it_runs() {
        scenario()
                .given(register("平利县"))
                .when(issue("2019-04", 90))
                .then(issued("2019-04", 1, "2019-04-30T15:59:59.999999Z", 90));
        scenario().given(register("平利县")).when(issue("2019-05", 3)).then(issued("2019-05", 1, NOW.toString(), 3));
    }

    @Test
    void a_second_issue_of_the_same_month_is_a_correction_with_its_own_number() {
        scenario()
                .given(register("平利县"), issue("2019-04", 80), issue("2019-05", 80))
                .when(issue("2019-04", 90))
                .then(issued("2019-04", 2, "2019-04-30T15:59:59.999999Z", 90));
    }

    @Test
    void a_month_that_has_not_begun_and_a_position_outside_the_ledger_are_refused() {
        scenario()
                .given(register("平利县"))
                .when(issue("2019-06", 90))
                .thenItIsRefused(Rejection.IN_FUTURE, "month", "2019-06-01");
        scenario()
                .given(register("平利县"))
                .when(issue("2019-05", 91))
                .thenItIsRefused(Rejection.POSITION_OUTSIDE, "91", "3 to 90");
        scenario().given(register("平利县")).when(issue("2019-05", 2)).thenItIsRefused(Rejection.POSITION_OUTSIDE, "2");
        scenario().when(issue("2019-05", 90)).thenItIsRefused(Rejection.JURISDICTION_UNKNOWN, "610926");
    }

    @Test
    void a_contact_is_named_for_a_unit_of_the_register_only() {
        scenario()
                .given(register("平利县"), units(TOWN))
                .when(new NameContact("610926", TOWN.code(), PERSONAL, NOW))
                .then(new ContactNamed(TOWN.code(), PERSONAL, NOW));
        scenario()
                .given(register("平利县"), units(TOWN))
                .when(new NameContact("610926", OFFICE.code(), PERSONAL, NOW))
                .thenItIsRefused(Rejection.UNIT_UNKNOWN, OFFICE.code());
    }

    @Test
    void who_was_erased_is_erased_once_and_named_no_more() {
        var erase = new ErasePerson("610926", PERSONAL.person(), BASIS, NOW);
        scenario()
                .given(register("平利县"), units(TOWN))
                .when(erase)
                .then(new PersonErased(PERSONAL.person(), BASIS, NOW));
        scenario().given(register("平利县"), units(TOWN), erase).when(erase).thenNothingHappens();
        scenario()
                .given(register("平利县"), units(TOWN), erase)
                .when(new NameContact("610926", TOWN.code(), PERSONAL, NOW))
                .thenItIsRefused(Rejection.PERSON_ERASED, PERSONAL.person());
    }
}
