package gongkai.bench.contender;

import gongkai.command.domain.obligation.ObligationCommand;
import gongkai.command.domain.obligation.ObligationCommand.AssignObligation;
import gongkai.command.domain.obligation.ObligationCommand.RecordPublication;
import gongkai.event.Assignment;
import gongkai.event.ObligationEvent.PublicationRecorded;
import gongkai.event.Role;
import gongkai.event.TaskText;
import gongkai.time.WorkingCalendar;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What everybody is asked to do: assign an obligation, record a publication.
 *
 * @param padding so many letters in the event, beside its envelope of about 500 bytes
 */
public record Work(int padding) {

    private static final Instant NOW = Instant.parse("2019-05-06T01:00:00Z");
    private static final URI PAGE = URI.create("https://www.example.gov.cn/1");

    /** Records of about so many bytes. */
    public static Work ofRecords(int bytes) {
        return new Work(Math.max(1, bytes - 520));
    }

    ObligationCommand assign(String subject) {
        var text = new TaskText(Optional.empty(), "d", "c", "x".repeat(Math.max(1, padding - 60)), "u", "适时");
        return new AssignObligation(
                subject,
                "610926-2019-01",
                1,
                text,
                new Assignment("610926-D01", "u", Role.LEAD),
                List.of(),
                Optional.empty(),
                NOW);
    }

    ObligationCommand publish(String subject) {
        return new RecordPublication(
                subject,
                "x".repeat(padding),
                PAGE,
                NOW,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                WorkingCalendar.WEEKENDS_ONLY,
                NOW);
    }

    PublicationRecorded published(String subject) {
        return new PublicationRecorded(
                subject + "-P1", "x".repeat(padding), PAGE, NOW, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
