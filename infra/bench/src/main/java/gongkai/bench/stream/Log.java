package gongkai.bench.stream;

import gongkai.event.Assignment;
import gongkai.event.Event;
import gongkai.event.ObligationEvent.ObligationAssigned;
import gongkai.event.ObligationEvent.PublicationRecorded;
import gongkai.event.Requirement;
import gongkai.event.RequirementKind;
import gongkai.event.Role;
import gongkai.event.Rule;
import gongkai.event.RuleSource;
import gongkai.event.TaskText;
import gongkai.record.EventRecord;
import gongkai.time.TimeLimit;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A log of four counties by position: each fourth record assigns an obligation, the others publish under one. */
final class Log {

    static final int COUNTIES = 4;

    private static final Instant BEGIN = Instant.parse("2019-03-01T00:00:00Z");
    private static final int EVENTS_EACH = 4;

    private Log() {}

    static EventRecord at(long position) {
        long county = position % COUNTIES;
        long leaf = position / COUNTIES;
        long sequence = leaf % EVENTS_EACH;
        var ledger = "61092" + county;
        var subject = "%s-2019-%07d-T01".formatted(ledger, leaf / EVENTS_EACH);
        return new EventRecord(
                position,
                ledger,
                leaf,
                subject,
                sequence,
                new UUID(7, position),
                BEGIN.plusMillis(position),
                "bench",
                sequence == 0 ? assigned(subject, ledger) : published(subject, sequence));
    }

    private static Event assigned(String subject, String ledger) {
        return new ObligationAssigned(
                subject,
                subject.substring(0, subject.lastIndexOf('-')),
                4,
                new TaskText(Optional.empty(), "政府信息公开", "组织机构", "镇情概况", "各镇", "4月底前"),
                new Assignment(ledger + "-T01", "老县镇", Role.LEAD),
                List.of(new Rule(
                        Requirement.once(RequirementKind.PUBLICATION),
                        new TimeLimit.FixedDate("4月底前", LocalDate.parse("2019-04-30")),
                        RuleSource.DEADLINE,
                        true)),
                Optional.empty(),
                BEGIN);
    }

    private static Event published(String subject, long sequence) {
        return new PublicationRecorded(
                subject + "-P" + sequence,
                "老县镇镇情概况、经济社会发展情况、内设机构、办公地址、电话等基本情况公开",
                URI.create("https://www.example.gov.cn/610926/2019/" + subject + "/" + sequence),
                BEGIN,
                Optional.of(LocalDate.parse("2019-02-28")),
                Optional.empty(),
                Optional.empty());
    }
}
