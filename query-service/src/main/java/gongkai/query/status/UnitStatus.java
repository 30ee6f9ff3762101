package gongkai.query.status;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import gongkai.query.asof.AnsweredAsOf;
import gongkai.query.obligation.ObligationItem;
import java.util.List;

/** A unit on one page. */
public record UnitStatus(@JsonUnwrapped UnitSummary summary, List<ObligationItem> obligations, AnsweredAsOf asOf) {}
