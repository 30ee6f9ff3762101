package gongkai.command.domain.obligation;

import gongkai.command.domain.Command;
import gongkai.event.Assignment;
import gongkai.event.Basis;
import gongkai.event.Identifier;
import gongkai.event.InterpretationForm;
import gongkai.event.Personal;
import gongkai.event.ReviewOutcome;
import gongkai.event.Rule;
import gongkai.event.TaskText;
import gongkai.time.WorkingCalendar;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What can be asked of an obligation's stream. */
public sealed interface ObligationCommand extends Command {

    /** An obligation's id, or that of a publication or case under it. */
    String id();

    @Override
    default String subject() {
        return Identifier.obligationOf(id());
    }

    /** @param issuedOn the plan's issue date, where it is known */
    record AssignObligation(
            String id,
            String task,
            int row,
            TaskText text,
            Assignment assignment,
            List<Rule> rules,
            Optional<LocalDate> issuedOn,
            Instant now)
            implements ObligationCommand {

        @Override
        public boolean opensStream() {
            return true;
        }
    }

    /** The terms as a person's answer makes them; a unit that did not take part before takes part now. */
    record ClarifyObligation(AssignObligation terms, Basis basis) implements ObligationCommand {

        @Override
        public String id() {
            return terms.id();
        }

        @Override
        public Instant now() {
            return terms.now();
        }
    }

    /** The terms as a corrected table makes them; a unit that did not take part before takes part now. */
    record AmendObligation(AssignObligation terms, Basis basis) implements ObligationCommand {

        @Override
        public String id() {
            return terms.id();
        }

        @Override
        public Instant now() {
            return terms.now();
        }
    }

    record WithdrawObligation(String id, Basis basis, Instant now) implements ObligationCommand {}

    /** Another unit takes over what {@code from} owes here, if it does. */
    record TransferObligation(String id, String from, String to, String toName, Basis basis, Instant now)
            implements ObligationCommand {}

    /** @param occurrence 期次 that it was made for; empty: as it falls */
    record RecordPublication(
            String id,
            String title,
            URI url,
            Instant publishedAt,
            Optional<LocalDate> formedOn,
            Optional<String> documentNumber,
            Optional<String> occurrence,
            WorkingCalendar calendar,
            Instant now)
            implements ObligationCommand {}

    /** @param id the publication's */
    record RetractPublication(String id, Basis basis, Instant now) implements ObligationCommand {}

    /** @param id the publication's */
    record RecordInterpretation(
            String id, InterpretationForm form, String title, URI url, Instant publishedAt, Instant now)
            implements ObligationCommand {}

    /**
     * @param trigger of the rule whose clock starts; empty: of the only one
     * @param reporter 反映人; empty: nobody brought it
     * @param calendar what the days of the answer are counted by
     */
    record AcceptCase(
            String id,
            String matter,
            Instant acceptedAt,
            Optional<String> trigger,
            Optional<Personal> reporter,
            WorkingCalendar calendar,
            Instant now)
            implements ObligationCommand {}

    /** @param id the case's */
    record RecordResponse(String id, String title, URI url, Instant respondedAt, Instant now)
            implements ObligationCommand {}

    /** Counts the last days of all cases anew, after the notice. */
    record RecountCases(String id, WorkingCalendar calendar, String notice, Instant now) implements ObligationCommand {}

    /** @param occurrence which due instance; empty: the only open one */
    record ExtendObligation(
            String id, Optional<String> occurrence, LocalDate dueOn, Basis basis, WorkingCalendar calendar, Instant now)
            implements ObligationCommand {}

    record WaiveObligation(String id, Basis basis, Instant now) implements ObligationCommand {}

    record AcknowledgeObligation(String id, Optional<String> note, Instant now) implements ObligationCommand {}

    /** @param evidence what was looked at; empty: all that stands */
    record ReviewObligation(String id, ReviewOutcome outcome, List<String> evidence, Basis basis, Instant now)
            implements ObligationCommand {}

    record CloseObligation(String id, Basis basis, WorkingCalendar calendar, Instant now)
            implements ObligationCommand {}
}
