package gongkai.command.domain.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.command.domain.Rejection;
import gongkai.command.domain.Scenario;
import gongkai.command.domain.obligation.ObligationCommand.AcceptCase;
import gongkai.command.domain.obligation.ObligationCommand.AcknowledgeObligation;
import gongkai.command.domain.obligation.ObligationCommand.AssignObligation;
import gongkai.command.domain.obligation.ObligationCommand.ClarifyObligation;
import gongkai.command.domain.obligation.ObligationCommand.CloseObligation;
import gongkai.command.domain.obligation.ObligationCommand.ExtendObligation;
import gongkai.command.domain.obligation.ObligationCommand.RecordInterpretation;
import gongkai.command.domain.obligation.ObligationCommand.RecordPublication;
import gongkai.command.domain.obligation.ObligationCommand.RecordResponse;
import gongkai.command.domain.obligation.ObligationCommand.RecountCases;
import gongkai.command.domain.obligation.ObligationCommand.RetractPublication;
import gongkai.command.domain.obligation.ObligationCommand.ReviewObligation;
import gongkai.command.domain.obligation.ObligationCommand.TransferObligation;
import gongkai.command.domain.obligation.ObligationCommand.WaiveObligation;
import gongkai.command.domain.obligation.ObligationCommand.WithdrawObligation;
import gongkai.event.Assignment;
import gongkai.event.Basis;
import gongkai.event.InterpretationForm;
import gongkai.event.ObligationEvent;
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
import gongkai.event.Requirement;
import gongkai.event.RequirementKind;
import gongkai.event.ReviewOutcome;
import gongkai.event.Role;
import gongkai.event.Rule;
import gongkai.event.RuleSource;
import gongkai.event.TaskText;
import gongkai.time.CountingUnit;
import gongkai.time.StateCouncilNotices;
import gongkai.time.TimeLimit;
import gongkai.time.WorkingCalendar;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ObligationDeciderTest {

    private static final String ID = "610926-2019-08-T01";
    private static final URI URL = URI.create("https://example.org/1");
    private static final Instant EARLIER = Instant.parse("2019-04-28T02:00:00Z");
    private static final Instant NOW = Instant.parse("2019-05-06T01:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(1);
    private static final TaskText TEXT = new TaskText(Optional.empty(), "", "", "", "", "");
    private static final Assignment TOWN = new Assignment("610926-T01", "城关镇", Role.LEAD);
    private static final Rule ANSWERS = new Rule(
            Requirement.once(RequirementKind.RESPONSE),
            new TimeLimit.AfterTrigger("受理之日起5个工作日", 5, CountingUnit.WORKING_DAYS, "受理", Optional.empty()),
            RuleSource.DEADLINE,
            true);
    private static final Rule PUBLISHES = new Rule(
            Requirement.once(RequirementKind.PUBLICATION), new TimeLimit.Ongoing("适时"), RuleSource.DEADLINE, true);

    private static Scenario<ObligationCommand, ObligationState, ObligationEvent> scenario() {
        return Scenario.of(new ObligationDecider());
    }

    private static AssignObligation assign(Rule... rules) {
        return new AssignObligation(ID, "610926-2019-08", 8, TEXT, TOWN, List.of(rules), Optional.empty(), NOW);
    }

    private static RecordPublication publish(Instant publishedAt) {
        return new RecordPublication(
                ID,
                "公开",
                URL,
                publishedAt,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                WorkingCalendar.WEEKENDS_ONLY,
                NOW);
    }

    private static RecordInterpretation interpret(String publication, Instant publishedAt) {
        return new RecordInterpretation(publication, InterpretationForm.VIDEO, "解读", URL, publishedAt, NOW);
    }

    private static AcceptCase accept(Instant acceptedAt) {
        return new AcceptCase(
                ID, "饮水", acceptedAt, Optional.empty(), Optional.empty(), WorkingCalendar.WEEKENDS_ONLY, NOW);
    }

    private static RecordResponse respond(String caseId, Instant respondedAt) {
        return new RecordResponse(caseId, "答复", URL, respondedAt, NOW);
    }

    @Test
    void an_obligation_is_assigned_once() {
        scenario()
                .when(assign(ANSWERS))
                .then(new ObligationAssigned(
                        ID, "610926-2019-08", 8, TEXT, TOWN, List.of(ANSWERS), Optional.empty(), NOW));
        scenario().given(assign(ANSWERS)).when(assign(PUBLISHES)).thenNothingHappens();
    }

    @Test
    void nothing_is_recorded_under_an_obligation_that_nobody_has() {
        scenario().when(publish(EARLIER)).thenItIsRefused(Rejection.OBLIGATION_UNKNOWN, ID);
        scenario().when(interpret(ID + "-P1", EARLIER)).thenItIsRefused(Rejection.OBLIGATION_UNKNOWN);
        scenario().when(accept(EARLIER)).thenItIsRefused(Rejection.OBLIGATION_UNKNOWN);
        scenario().when(respond(ID + "-C1", EARLIER)).thenItIsRefused(Rejection.OBLIGATION_UNKNOWN);
    }

    @Test
    void publications_are_numbered_in_the_order_of_recording() {
        scenario()
                .given(assign(PUBLISHES), publish(NOW))
                .when(publish(EARLIER))
                .then(new PublicationRecorded(
                        ID + "-P2", "公开", URL, EARLIER, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void a_publication_may_be_recorded_late_but_not_ahead_of_its_time() {
        scenario().given(assign(PUBLISHES)).when(publish(NOW)).events();
        scenario().given(assign(PUBLISHES)).when(publish(LATER)).thenItIsRefused(Rejection.IN_FUTURE, "publishedAt");
    }

    @Test
    void what_is_published_was_formed_by_then() {
        var formed = LocalDate.parse("2019-04-28");
        scenario()
                .given(assign(PUBLISHES))
                .when(new RecordPublication(
                        ID,
                        "公开",
                        URL,
                        EARLIER,
                        Optional.of(formed),
                        Optional.of("1号"),
                        Optional.empty(),
                        WorkingCalendar.WEEKENDS_ONLY,
                        NOW))
                .then(new PublicationRecorded(
                        ID + "-P1", "公开", URL, EARLIER, Optional.of(formed), Optional.of("1号"), Optional.empty()));
        scenario()
                .given(assign(PUBLISHES))
                .when(new RecordPublication(
                        ID,
                        "公开",
                        URL,
                        EARLIER,
                        Optional.of(formed.plusDays(1)),
                        Optional.empty(),
                        Optional.empty(),
                        WorkingCalendar.WEEKENDS_ONLY,
                        NOW))
                .thenItIsRefused(Rejection.FORMED_AFTER_PUBLICATION, "2019-04-29", "2019-04-28");
    }

    @Test
    void an_interpretation_belongs_to_its_publication_and_follows_it() {
        scenario()
                .given(assign(PUBLISHES), publish(EARLIER), interpret(ID + "-P1", EARLIER))
                .when(interpret(ID + "-P1", NOW))
                .then(new InterpretationRecorded(ID + "-P1-I2", ID + "-P1", InterpretationForm.VIDEO, "解读", URL, NOW));
        scenario()
                .given(assign(PUBLISHES))
                .when(interpret(ID + "-P1", NOW))
                .thenItIsRefused(Rejection.PUBLICATION_UNKNOWN, ID + "-P1");
        scenario()
                .given(assign(PUBLISHES), publish(EARLIER))
                .when(interpret(ID + "-P1", EARLIER.minusSeconds(1)))
                .thenItIsRefused(Rejection.INTERPRETATION_BEFORE_PUBLICATION);
        scenario()
                .given(assign(PUBLISHES), publish(EARLIER))
                .when(interpret(ID + "-P1", LATER))
                .thenItIsRefused(Rejection.IN_FUTURE);
    }

    @Test
    void an_accepted_case_is_due_after_the_working_days_of_its_rule_the_first_day_not_counted() {
        var friday = Instant.parse("2019-04-26T09:00:00Z");
        scenario()
                .given(assign(ANSWERS))
                .when(accept(friday))
                .then(new CaseAccepted(
                        ID + "-C1",
                        "饮水",
                        friday,
                        Optional.of("受理"),
                        Optional.of(LocalDate.parse("2019-05-03")),
                        Optional.empty(),
                        true));
    }

    @Test
    void cases_are_accepted_only_where_a_time_limit_counts_from_them() {
        scenario().given(assign(PUBLISHES)).when(accept(EARLIER)).thenItIsRefused(Rejection.NO_CASES_HERE, ID);
        scenario().given(assign(ANSWERS)).when(accept(LATER)).thenItIsRefused(Rejection.IN_FUTURE, "acceptedAt");
    }

    @Test
    void a_response_answers_a_case_that_was_accepted_before_it() {
        scenario()
                .given(assign(ANSWERS), accept(EARLIER))
                .when(respond(ID + "-C1", NOW))
                .then(new ResponseRecorded(ID + "-C1-R1", ID + "-C1", "答复", URL, NOW));
        scenario()
                .given(assign(ANSWERS))
                .when(respond(ID + "-C1", NOW))
                .thenItIsRefused(Rejection.CASE_UNKNOWN, ID + "-C1");
        scenario()
                .given(assign(ANSWERS), accept(EARLIER))
                .when(respond(ID + "-C1", EARLIER.minusSeconds(1)))
                .thenItIsRefused(Rejection.RESPONSE_BEFORE_CASE);
        scenario()
                .given(assign(ANSWERS), accept(EARLIER))
                .when(respond(ID + "-C1", LATER))
                .thenItIsRefused(Rejection.IN_FUTURE, "respondedAt");
    }

    private static final Basis BASIS = new Basis("说明", "县政府办");
    private static final Rule APRIL = new Rule(
            Requirement.once(RequirementKind.PUBLICATION),
            new TimeLimit.FixedDate("5月底前", LocalDate.parse("2019-05-31")),
            RuleSource.DEADLINE,
            true);
    private static final Rule PRINTED = new Rule(
            Requirement.once(RequirementKind.PUBLICATION),
            new TimeLimit.AfterTrigger("文件正式印制3日内", 3, CountingUnit.DAYS, "文件正式印制", Optional.of(10)),
            RuleSource.CONTENT,
            true);

    private static ExtendObligation extend(Optional<String> occurrence, String dueOn) {
        return new ExtendObligation(ID, occurrence, LocalDate.parse(dueOn), BASIS, WorkingCalendar.WEEKENDS_ONLY, NOW);
    }

    @Test
    void an_answer_about_the_row_reaches_the_obligation_and_the_same_answer_changes_nothing() {
        scenario()
                .given(assign(PUBLISHES))
                .when(new ClarifyObligation(assign(APRIL), BASIS))
                .then(new ObligationClarified(TOWN, List.of(APRIL), BASIS, NOW));
        scenario()
                .given(assign(APRIL))
                .when(new ClarifyObligation(assign(APRIL), BASIS))
                .thenNothingHappens();
    }

    @Test
    void a_unit_that_is_named_later_owes_it_from_then_on() {
        scenario()
                .when(new ClarifyObligation(assign(APRIL), BASIS))
                .then(new ObligationAssigned(
                        ID, "610926-2019-08", 8, TEXT, TOWN, List.of(APRIL), Optional.empty(), NOW));
    }

    @Test
    void a_released_unit_owes_it_no_more_until_it_is_named_again() {
        scenario()
                .given(assign(PUBLISHES))
                .when(new WithdrawObligation(ID, BASIS, NOW))
                .then(new ObligationWithdrawn(BASIS, NOW));
        scenario()
                .given(assign(PUBLISHES), new WithdrawObligation(ID, BASIS, NOW))
                .when(new ClarifyObligation(assign(PUBLISHES), BASIS))
                .then(new ObligationAmended(8, TEXT, TOWN, List.of(PUBLISHES), BASIS, NOW));
        scenario().when(new WithdrawObligation(ID, BASIS, NOW)).thenNothingHappens();
    }

    @Test
    void a_merged_unit_passes_on_what_it_owes_and_only_that() {
        scenario()
                .given(assign(PUBLISHES))
                .when(new TransferObligation(ID, TOWN.unit(), "610926-T02", "兴隆镇", BASIS, NOW))
                .then(new ObligationAmended(
                        8, TEXT, new Assignment("610926-T02", "兴隆镇", Role.LEAD), List.of(PUBLISHES), BASIS, NOW));
        scenario()
                .given(assign(PUBLISHES))
                .when(new TransferObligation(ID, "610926-T09", "610926-T02", "兴隆镇", BASIS, NOW))
                .thenNothingHappens();
    }

    @Test
    void an_extension_moves_the_only_open_end_to_a_later_day() {
        scenario()
                .given(assign(APRIL))
                .when(extend(Optional.empty(), "2019-06-15"))
                .then(new ObligationExtended("once", LocalDate.parse("2019-06-15"), BASIS, NOW));
        scenario()
                .given(assign(APRIL))
                .when(extend(Optional.empty(), "2019-05-31"))
                .thenItIsRefused(Rejection.EXTENSION_NOT_LATER, "2019-05-31");
        scenario()
                .given(assign(PUBLISHES))
                .when(extend(Optional.empty(), "2019-06-15"))
                .thenItIsRefused(Rejection.OCCURRENCE_UNKNOWN, "none");
    }

    @Test
    void of_several_open_ends_the_extension_names_one() {
        scenario()
                .given(assign(ANSWERS), accept(EARLIER), accept(EARLIER))
                .when(extend(Optional.empty(), "2019-07-15"))
                .thenItIsRefused(Rejection.OCCURRENCE_UNKNOWN, ID + "-C1", ID + "-C2");
        scenario()
                .given(assign(ANSWERS), accept(EARLIER), accept(EARLIER))
                .when(extend(Optional.of(ID + "-C2"), "2019-07-15"))
                .then(new ObligationExtended(ID + "-C2", LocalDate.parse("2019-07-15"), BASIS, NOW));
    }

    @Test
    void no_extension_goes_beyond_the_utmost_that_the_rule_allows() {
        scenario()
                .given(assign(PRINTED), accept(EARLIER))
                .when(extend(Optional.empty(), "2019-12-31"))
                .thenItIsRefused(Rejection.EXTENSION_TOO_LONG, "文件正式印制3日内");
    }

    @Test
    void what_is_waived_is_waived_once() {
        scenario()
                .given(assign(APRIL))
                .when(new WaiveObligation(ID, BASIS, NOW))
                .then(new ObligationWaived(BASIS, NOW));
        scenario()
                .given(assign(APRIL), new WaiveObligation(ID, BASIS, NOW))
                .when(new WaiveObligation(ID, BASIS, NOW))
                .thenItIsRefused(Rejection.ALREADY_SO);
    }

    @Test
    void a_document_that_says_when_it_was_formed_starts_and_meets_its_own_clock() {
        var formed = LocalDate.parse("2019-04-26");
        scenario()
                .given(assign(PRINTED))
                .when(new RecordPublication(
                        ID,
                        "公开",
                        URL,
                        EARLIER,
                        Optional.of(formed),
                        Optional.empty(),
                        Optional.empty(),
                        WorkingCalendar.WEEKENDS_ONLY,
                        NOW))
                .then(
                        new CaseAccepted(
                                ID + "-C1",
                                "公开",
                                Instant.parse("2019-04-25T16:00:00Z"),
                                Optional.of("文件正式印制"),
                                Optional.of(LocalDate.parse("2019-04-29")),
                                Optional.empty(),
                                false),
                        new PublicationRecorded(
                                ID + "-P1",
                                "公开",
                                URL,
                                EARLIER,
                                Optional.of(formed),
                                Optional.empty(),
                                Optional.of(ID + "-C1")));
    }

    @Test
    void a_publication_is_made_for_a_due_instance_that_there_is() {
        scenario()
                .given(assign(APRIL))
                .when(new RecordPublication(
                        ID,
                        "公开",
                        URL,
                        EARLIER,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("2019-04"),
                        WorkingCalendar.WEEKENDS_ONLY,
                        NOW))
                .thenItIsRefused(Rejection.OCCURRENCE_UNKNOWN, "2019-04", "once");
    }

    @Test
    void a_publication_is_retracted_once_with_its_reason() {
        scenario()
                .given(assign(PUBLISHES), publish(EARLIER))
                .when(new RetractPublication(ID + "-P1", BASIS, NOW))
                .then(new PublicationRetracted(ID + "-P1", BASIS, NOW));
        scenario()
                .given(assign(PUBLISHES), publish(EARLIER), new RetractPublication(ID + "-P1", BASIS, NOW))
                .when(new RetractPublication(ID + "-P1", BASIS, NOW))
                .thenItIsRefused(Rejection.ALREADY_SO);
        scenario()
                .given(assign(PUBLISHES))
                .when(new RetractPublication(ID + "-P1", BASIS, NOW))
                .thenItIsRefused(Rejection.PUBLICATION_UNKNOWN, ID + "-P1");
    }

    @Test
    void a_new_notice_moves_the_last_days_that_it_changes_and_is_named() {
        var notice = StateCouncilNotices.calendarOn(LocalDate.parse("2019-03-22"));
        var before = StateCouncilNotices.calendarOn(LocalDate.parse("2019-03-21"));
        var accepted = Instant.parse("2019-04-24T01:00:00Z");
        var accept = new AcceptCase(ID, "饮水", accepted, Optional.empty(), Optional.empty(), before, NOW);
        scenario()
                .given(assign(ANSWERS), accept)
                .when(new RecountCases(ID, notice, "国办发明电〔2019〕3号", NOW))
                .then(new CaseDueMoved(ID + "-C1", LocalDate.parse("2019-04-30"), false, "国办发明电〔2019〕3号", NOW));
        scenario()
                .given(assign(ANSWERS), accept)
                .when(new RecountCases(ID, before, "国办发明电〔2018〕15号", NOW))
                .thenNothingHappens();
    }

    @Test
    void of_several_clocks_the_case_names_the_one_that_it_starts() {
        scenario()
                .given(assign(ANSWERS, PRINTED))
                .when(accept(EARLIER))
                .thenItIsRefused(Rejection.TRIGGER_AMBIGUOUS, "受理", "文件正式印制");
        assertThat(scenario()
                        .given(assign(ANSWERS, PRINTED))
                        .when(new AcceptCase(
                                ID,
                                "文件",
                                EARLIER,
                                Optional.of("文件正式印制"),
                                Optional.empty(),
                                WorkingCalendar.WEEKENDS_ONLY,
                                NOW))
                        .events())
                .singleElement()
                .isInstanceOfSatisfying(
                        CaseAccepted.class, it -> assertThat(it.trigger()).contains("文件正式印制"));
    }

    @Test
    void supervision_goes_from_acknowledgement_over_review_to_closure() {
        scenario()
                .given(assign(APRIL))
                .when(new AcknowledgeObligation(ID, Optional.empty(), NOW))
                .then(new ObligationAcknowledged(Optional.empty(), NOW));
        scenario()
                .given(assign(APRIL), new AcknowledgeObligation(ID, Optional.empty(), NOW))
                .when(new AcknowledgeObligation(ID, Optional.empty(), NOW))
                .thenItIsRefused(Rejection.ALREADY_SO);
        var review = new ReviewObligation(ID, ReviewOutcome.ACCEPTED, List.of(), BASIS, NOW);
        scenario().given(assign(APRIL)).when(review).thenItIsRefused(Rejection.NOTHING_TO_REVIEW, ID);
        scenario()
                .given(assign(APRIL), publish(EARLIER))
                .when(review)
                .then(new ObligationReviewed(ReviewOutcome.ACCEPTED, List.of(ID + "-P1"), BASIS, NOW));
        scenario()
                .given(assign(APRIL), publish(EARLIER))
                .when(new ReviewObligation(ID, ReviewOutcome.RETURNED, List.of("x"), BASIS, NOW))
                .thenItIsRefused(Rejection.EVIDENCE_UNKNOWN, "x", ID + "-P1");
        var close = new CloseObligation(ID, BASIS, WorkingCalendar.WEEKENDS_ONLY, NOW);
        scenario().given(assign(APRIL)).when(close).thenItIsRefused(Rejection.NOT_YET_CLOSABLE, "once");
        scenario()
                .given(assign(APRIL), publish(EARLIER))
                .when(close)
                .thenItIsRefused(Rejection.NOT_YET_CLOSABLE, "review");
        scenario().given(assign(APRIL), publish(EARLIER), review).when(close).then(new ObligationClosed(BASIS, NOW));
        scenario()
                .given(assign(APRIL), publish(EARLIER), review, close)
                .when(close)
                .thenItIsRefused(Rejection.ALREADY_SO);
    }

    @Test
    void where_the_plan_sets_no_limit_a_statute_may_still_start_a_clock() {
        var request = new TaskText(Optional.empty(), "政府信息公开", "依申请公开", "建立健全流程", "各镇", "适时");
        var assign =
                new AssignObligation(ID, "610926-2019-08", 8, request, TOWN, List.of(PUBLISHES), Optional.empty(), NOW);
        scenario()
                .given(assign)
                .when(accept(EARLIER))
                .then(new CaseAccepted(
                        ID + "-C1", "饮水", EARLIER, Optional.of("收到申请"), Optional.empty(), Optional.empty(), false));
    }
}
