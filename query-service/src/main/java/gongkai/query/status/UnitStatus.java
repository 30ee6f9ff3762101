package gongkai.query.status;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import gongkai.query.asof.AnsweredAsOf;
import gongkai.query.obligation.ObligationItem;
import gongkai.query.person.PersonItem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/** A unit on one page. */
public record UnitStatus(
        @JsonUnwrapped UnitSummary summary,

        @Schema(description = "联系人, as far as they can be read at this moment; absent when none was named")
        Optional<PersonItem> contact,

        List<ObligationItem> obligations,
        AnsweredAsOf asOf) {}
