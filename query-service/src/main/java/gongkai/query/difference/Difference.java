package gongkai.query.difference;

import gongkai.query.asof.AnsweredAsOf;
import gongkai.query.person.Persons;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/** How a county looks at one moment in two states of knowledge. */
public record Difference(
        @Schema(description = "The county's code") String code,

        @Schema(description = "The county's name, as it is known in the later state")
        String name,

        @Schema(description = "The earlier state of knowledge")
        AnsweredAsOf from,

        @Schema(description = "Units whose counts or breaches differ")
        List<UnitDifference> units,

        @Schema(description = "Obligations that differ, in the order of their ids")
        List<ObligationDifference> items,

        @Schema(description = "Send it as cursor for what follows between the same states; absent at the end")
        Optional<String> next,

        @Schema(description = "The later state of knowledge")
        AnsweredAsOf asOf) {

    Difference named(Persons persons) {
        var actors = items.stream().flatMap(it -> it.events().stream()).map(CausingEvent::actor);
        var people = persons.actors(code, actors);
        var named = items.stream().map(it -> it.named(people)).toList();
        return new Difference(code, name, from, units, named, next, asOf);
    }
}
