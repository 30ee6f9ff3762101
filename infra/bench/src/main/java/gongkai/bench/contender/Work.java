package gongkai.bench.contender;

import gongkai.command.domain.obligation.ObligationCommand;
import gongkai.command.domain.obligation.ObligationCommand.AssignObligation;
import gongkai.command.domain.obligation.ObligationCommand.RecordPublication;
import gongkai.command.domain.obligation.ObligationCommand.TransferObligation;
import gongkai.event.Assignment;
import gongkai.event.Basis;
import gongkai.event.ObligationEvent.PublicationRecorded;
import gongkai.event.Role;
import gongkai.event.TaskText;
import gongkai.record.RecordCodec;
import gongkai.time.WorkingCalendar;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What everybody is asked to do: assign an obligation, record a publication.
 *
 * @param padding so many letters in the event, beside its envelope of about 500 bytes
 */
public record Work(int padding) {

    /** Random letters: PostgreSQL compresses a long row, and one letter again and again to nearly nothing. */
    private static final String LETTERS = new Random(1)
            .ints(1 << 16, 'a', 'z' + 1)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();

    private static final Instant NOW = Instant.parse("2019-05-06T01:00:00Z");
    private static final URI PAGE = URI.create("https://www.example.gov.cn/1");

    /** Records of about so many bytes. */
    public static Work ofRecords(int bytes) {
        return new Work(Math.max(1, bytes - 520));
    }

    private static String text(int length) {
        int from = ThreadLocalRandom.current().nextInt(LETTERS.length() - length);
        return LETTERS.substring(from, from + length);
    }

    /** One as it lies in the ledger. */
    public byte[] record() {
        var subject = "610926-2019-0000000001-D01";
        return new RecordCodec()
                .encode("610926", subject, 0, Ids.next(), "bench", published(subject))
                .at(1_000_000, 1_000_000, Instant.now());
    }

    ObligationCommand assign(String subject) {
        var text = new TaskText(Optional.empty(), "d", "c", text(Math.max(1, padding - 60)), "u", "适时");
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
                text(padding),
                PAGE,
                NOW,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                WorkingCalendar.WEEKENDS_ONLY,
                NOW);
    }

    /** What somebody else owes changes nothing here; but to find that out the stream has to be read. */
    ObligationCommand nothing(String subject) {
        return new TransferObligation(subject, "610926-D98", "610926-D99", "u", new Basis("r", "a"), NOW);
    }

    PublicationRecorded published(String subject) {
        return new PublicationRecorded(
                subject + "-P1", text(padding), PAGE, NOW, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
