package gongkai.event;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The facts of one obligation 责任事项: what a unit owes under a task, and what it did about it. */
public sealed interface ObligationEvent extends Event {

    record ObligationAssigned(
            String obligation,
            String task,
            Integer row,
            TaskText text,
            Assignment assignment,
            List<Rule> rules,
            Instant occurredAt)
            implements ObligationEvent {}

    /**
     * 公开.
     *
     * @param formedOn 形成日期, the day on which the information came into being
     * @param documentNumber 文号
     */
    record PublicationRecorded(
            String publication,
            String title,
            URI url,
            Instant publishedAt,
            Optional<LocalDate> formedOn,
            Optional<String> documentNumber)
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
     * 舆情受理: a matter that the unit must answer.
     *
     * @param dueOn the last day for the answer, in Asia/Shanghai
     * @param provisional true when {@code dueOn} lies past the last published holiday arrangement
     */
    record CaseAccepted(String caseId, String subject, Instant acceptedAt, LocalDate dueOn, Boolean provisional)
            implements ObligationEvent {

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
}
