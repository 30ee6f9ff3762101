package gongkai.event;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The facts of one obligation 责任事项: what a unit owes under a task, and what it did about it. */
public sealed interface ObligationEvent extends Event {

    /** @param issuedOn the plan's issue date 印发日期, where it is known */
    record ObligationAssigned(
            String obligation,
            String task,
            Integer row,
            TaskText text,
            Assignment assignment,
            List<Rule> rules,
            Optional<LocalDate> issuedOn,
            Instant occurredAt)
            implements ObligationEvent {}

    /**
     * 公开.
     *
     * @param formedOn 形成日期, the day on which the information came into being
     * @param documentNumber 文号
     * @param occurrence 期次 that it was made for: a case's id or a period such as {@code 2019-04}; empty: as it falls
     */
    record PublicationRecorded(
            String publication,
            String title,
            URI url,
            Instant publishedAt,
            Optional<LocalDate> formedOn,
            Optional<String> documentNumber,
            Optional<String> occurrence)
            implements ObligationEvent {

        @Override
        public Instant occurredAt() {
            return publishedAt;
        }
    }

    /** 解读, of the publication that it explains. */
    record InterpretationRecorded(
            String interpretation,
            String publication,
            InterpretationForm form,
            String title,
            URI url,
            Instant publishedAt)
            implements ObligationEvent {

        @Override
        public Instant occurredAt() {
            return publishedAt;
        }
    }

    /**
     * 受理: what starts the clock of a limit: a matter that the unit must answer, or a document that was printed.
     *
     * @param trigger of the rule whose clock it starts; empty: of the only one
     * @param dueOn the last day for the answer, in Asia/Shanghai; empty when the plan sets no limit, only a statute does
     * @param dueAt the last moment for the answer, for a limit in hours
     * @param provisional true when the due date lies past the last published holiday arrangement
     * @param reporter 反映人: who brought it, where somebody did
     */
    record CaseAccepted(
            String caseId,
            String subject,
            Instant acceptedAt,
            Optional<String> trigger,
            Optional<LocalDate> dueOn,
            Optional<Instant> dueAt,
            Boolean provisional,
            Optional<Personal> reporter)
            implements ObligationEvent {

        /** Of what nobody brought, such as a document that was printed. */
        public CaseAccepted(
                String caseId,
                String subject,
                Instant acceptedAt,
                Optional<String> trigger,
                Optional<LocalDate> dueOn,
                Optional<Instant> dueAt,
                Boolean provisional) {
            this(caseId, subject, acceptedAt, trigger, dueOn, dueAt, provisional, Optional.empty());
        }

        @Override
        public Instant occurredAt() {
            return acceptedAt;
        }
    }

    /** 回应. */
    record ResponseRecorded(String response, String caseId, String title, URI url, Instant respondedAt)
            implements ObligationEvent {

        @Override
        public Instant occurredAt() {
            return respondedAt;
        }
    }

    /**
     * A new holiday notice moved the last day of a case.
     *
     * @param notice the State Council's notice, by title and number
     */
    record CaseDueMoved(String caseId, LocalDate dueOn, Boolean provisional, String notice, Instant occurredAt)
            implements ObligationEvent {}

    /** What is owed reads differently since a person answered a question about the row; it always meant that. */
    record ObligationClarified(Assignment assignment, List<Rule> rules, Basis basis, Instant occurredAt)
            implements ObligationEvent {}

    /** What is owed changed: by a corrected table, or because another unit took it over. */
    record ObligationAmended(
            Integer row, TaskText text, Assignment assignment, List<Rule> rules, Basis basis, Instant occurredAt)
            implements ObligationEvent {}

    /** The row no longer names the unit. */
    record ObligationWithdrawn(Basis basis, Instant occurredAt) implements ObligationEvent {}

    /** 延期 of one due instance. */
    record ObligationExtended(String occurrence, LocalDate dueOn, Basis basis, Instant occurredAt)
            implements ObligationEvent {}

    /** 免除: nobody expects it any more. */
    record ObligationWaived(Basis basis, Instant occurredAt) implements ObligationEvent {}

    /** 签收: the unit says that it knows what it owes. */
    record ObligationAcknowledged(Optional<String> note, Instant occurredAt) implements ObligationEvent {}

    /**
     * 复核.
     *
     * @param evidence the publications, interpretations and responses that were looked at
     */
    record ObligationReviewed(ReviewOutcome outcome, List<String> evidence, Basis basis, Instant occurredAt)
            implements ObligationEvent {}

    /** 销号: supervision of it has ended. */
    record ObligationClosed(Basis basis, Instant occurredAt) implements ObligationEvent {}

    /** 撤回: a publication no longer stands, and with it whatever interprets it. */
    record PublicationRetracted(String publication, Basis basis, Instant occurredAt) implements ObligationEvent {}
}
