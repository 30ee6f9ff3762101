package gongkai.query.status;

import gongkai.query.asof.AnsweredAsOf;
import java.util.List;

/** A county on one page. */
public record CountyStatus(String code, String name, List<UnitSummary> units, AnsweredAsOf asOf) {}
