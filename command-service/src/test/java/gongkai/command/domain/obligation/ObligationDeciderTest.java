package gongkai.command.domain.obligation;

import gongkai.command.domain.Rejection;
import gongkai.command.domain.Scenario;
import gongkai.command.domain.obligation.ObligationCommand.AcceptCase;
import gongkai.command.domain.obligation.ObligationCommand.AssignObligation;
import gongkai.command.domain.obligation.ObligationCommand.RecordInterpretation;
import gongkai.command.domain.obligation.ObligationCommand.RecordPublication;
import gongkai.command.domain.obligation.ObligationCommand.RecordResponse;
import gongkai.event.Assignment;
import gongkai.event.InterpretationForm;
import gongkai.event.ObligationEvent;
import gongkai.event.ObligationEvent.CaseAccepted;
import gongkai.event.ObligationEvent.InterpretationRecorded;
import gongkai.event.ObligationEvent.ObligationAssigned;
import gongkai.event.ObligationEvent.PublicationRecorded;
import gongkai.event.ObligationEvent.ResponseRecorded;
import gongkai.event.Requirement;
import gongkai.event.RequirementKind;
import gongkai.event.Role;
import gongkai.event.Rule;
import gongkai.event.RuleSource;
import gongkai.event.TaskText;
import gongkai.time.CountingUnit;
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
        return new AssignObligation(ID, "610926-2019-08", 8, TEXT, TOWN, List.of(rules), NOW);
    }

    private static RecordPublication publish(Instant publishedAt) {
        return new RecordPublication(ID, "公开", URL, publishedAt, Optional.empty(), Optional.empty(), NOW);
    }

    private static RecordInterpretation interpret(String publication, Instant publishedAt) {
        return new RecordInterpretation(publication, InterpretationForm.VIDEO, "解读", URL, publishedAt, NOW);
    }

    private static AcceptCase accept(Instant acceptedAt) {
        return new AcceptCase(ID, "饮水", acceptedAt, WorkingCalendar.WEEKENDS_ONLY, NOW);
    }

    private static RecordResponse respond(String caseId, Instant respondedAt) {
        return new RecordResponse(caseId, "答复", URL, respondedAt, NOW);
    }

    @Test
    void an_obligation_is_assigned_once() {
        scenario()
                .when(assign(ANSWERS))
                .then(new ObligationAssigned(ID, "610926-2019-08", 8, TEXT, TOWN, List.of(ANSWERS), NOW));
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
                .when(new RecordPublication(ID, "公开", URL, EARLIER, Optional.of(formed), Optional.of("1号"), NOW))
                .then(new PublicationRecorded(
                        ID + "-P1", "公开", URL, EARLIER, Optional.of(formed), Optional.of("1号"), Optional.empty()));
        scenario()
                .given(assign(PUBLISHES))
                .when(new RecordPublication(
                        ID, "公开", URL, EARLIER, Optional.of(formed.plusDays(1)), Optional.empty(), NOW))
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
}
