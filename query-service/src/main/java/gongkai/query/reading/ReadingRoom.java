package gongkai.query.reading;

import gongkai.http.ProblemException;
import gongkai.query.asof.QueryProblem;
import gongkai.query.person.Persons;
import gongkai.query.reading.ReadingStore.Head;
import gongkai.query.record.RecordStore;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lists a county's readings, and checks that none was changed, put in or taken out. */
@Component
public class ReadingRoom {

    private static final int PAGE = 1_000;

    private final ReadingStore store;
    private final RecordStore records;
    private final Persons persons;

    ReadingRoom(ReadingStore store, RecordStore records, Persons persons) {
        this.persons = persons;
        this.store = store;
        this.records = records;
    }

    /**
     * @param head hash of the newest reading; keep it, and no later list can do without it
     */
    public record Readings(
            List<ReadingItem> items,

            @Schema(description = "Send it as cursor for what follows, which is older; absent at the end")
            Optional<Long> next,

            @Schema(description = "How many readings there are")
            long size,

            @Schema(description = "Hash of the newest one. Keep it: from then on nobody can rewrite what came before")
            String head) {}

    /** @param firstBad number of the first reading that is not what the chain says, or is not there */
    public record Verification(
            boolean valid,
            long size,
            String head,

            @Schema(description = "Number of the first reading that was changed, put in or taken out")
            Optional<Long> firstBad) {}

    /** @throws ProblemException when there is no such county */
    public Readings list(String jurisdiction, ReadingFilter filter) {
        refuseUnknown(jurisdiction);
        var head = store.head(jurisdiction);
        var found = store.find(jurisdiction, filter, filter.size() + 1);
        var page = found.subList(0, Math.min(filter.size(), found.size()));
        var people = persons.actors(
                jurisdiction, page.stream().map(it -> it.reading().reader()));
        return new Readings(
                page.stream().map(it -> ReadingItem.of(it, people)).toList(),
                found.size() > page.size() ? Optional.of(page.getLast().number()) : Optional.empty(),
                head.number(),
                head.hash());
    }

    /** @throws ProblemException when there is no such county */
    public Verification verify(String jurisdiction) {
        refuseUnknown(jurisdiction);
        var head = store.head(jurisdiction);
        var firstBad = firstBad(jurisdiction, head);
        return new Verification(firstBad.isEmpty(), head.number(), head.hash(), firstBad);
    }

    private Optional<Long> firstBad(String jurisdiction, Head head) {
        var last = Head.NONE;
        while (last.number() < head.number()) {
            var links = store.from(jurisdiction, last.number() + 1, PAGE);
            if (links.isEmpty()) {
                return Optional.of(last.number() + 1);
            }
            for (var link : links) {
                if (link.number() != last.number() + 1 || !link.follows(last.hash())) {
                    return Optional.of(last.number() + 1);
                }
                last = new Head(link.number(), link.hash());
                if (last.number() == head.number()) {
                    break;
                }
            }
        }
        return last.equals(head) ? Optional.empty() : Optional.of(head.number());
    }

    private void refuseUnknown(String jurisdiction) {
        if (!records.jurisdictions().contains(jurisdiction)) {
            throw new ProblemException(
                    QueryProblem.JURISDICTION_UNKNOWN, "There is no jurisdiction «%s».".formatted(jurisdiction));
        }
    }
}
