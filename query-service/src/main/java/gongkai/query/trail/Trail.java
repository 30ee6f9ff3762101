package gongkai.query.trail;

import gongkai.query.asof.AnsweredAsOf;
import gongkai.query.person.Ask;
import gongkai.query.person.People;
import gongkai.query.person.Persons;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A part of a trail.
 *
 * @param size how many leaves the county's ledger had by what was known; proofs lead to the tree of that size
 * @param next where the rest begins; empty at the end
 */
public record Trail(TrailScope scope, List<TrailEntry> entries, long size, Optional<Long> next, AnsweredAsOf asOf) {

    /** All who did something in it, or are named in it. */
    public People people(Persons persons) {
        var asks = entries.stream()
                .flatMap(it -> Stream.concat(Ask.actor(it.record().actor()).stream(), it.named().stream()));
        return persons.open(scope.jurisdiction(), asks);
    }
}
