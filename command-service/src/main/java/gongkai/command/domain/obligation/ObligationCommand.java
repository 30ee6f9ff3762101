package gongkai.command.domain.obligation;

import gongkai.command.domain.Command;
import gongkai.event.Assignment;
import gongkai.event.Identifier;
import gongkai.event.InterpretationForm;
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

    record AssignObligation(
            String obligation,
            String task,
            int row,
            TaskText text,
            Assignment assignment,
            List<Rule> rules,
            Instant now)
            implements ObligationCommand {

        @Override
        public String subject() {
            return obligation;
        }
    }

    record RecordPublication(
            String obligation,
            String title,
            URI url,
            Instant publishedAt,
            Optional<LocalDate> formedOn,
            Optional<String> documentNumber,
            Instant now)
            implements ObligationCommand {

        @Override
        public String subject() {
            return obligation;
        }
    }

    record RecordInterpretation(
            String publication, InterpretationForm form, String title, URI url, Instant publishedAt, Instant now)
            implements ObligationCommand {

        @Override
        public String subject() {
            return Identifier.obligationOf(publication);
        }
    }

    /** @param calendar what the days of the answer are counted by */
    record AcceptCase(String obligation, String matter, Instant acceptedAt, WorkingCalendar calendar, Instant now)
            implements ObligationCommand {

        @Override
        public String subject() {
            return obligation;
        }
    }

    record RecordResponse(String caseId, String title, URI url, Instant respondedAt, Instant now)
            implements ObligationCommand {

        @Override
        public String subject() {
            return Identifier.obligationOf(caseId);
        }
    }
}
