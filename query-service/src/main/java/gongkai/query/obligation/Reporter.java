package gongkai.query.obligation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import gongkai.query.asof.AnsweredAsOf;
import gongkai.query.obligation.Obligations.Judged;
import gongkai.query.person.PersonItem;
import gongkai.query.person.Persons;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** 反映人: who brought a case, as far as they can be read at this moment. */
public record Reporter(
        @Schema(description = "The case's id") String caseId,
        @JsonUnwrapped PersonItem person) {

    /** Of all cases, in the order of the log. */
    public static List<Reporter> of(Judged judged, String jurisdiction, AnsweredAsOf asOf, Persons persons) {
        var reporters = judged.reporters(asOf);
        var people = persons.open(jurisdiction, reporters.values().stream());
        return reporters.entrySet().stream()
                .map(it -> new Reporter(it.getKey(), people.of(it.getValue())))
                .toList();
    }
}
