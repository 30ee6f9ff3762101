package gongkai.query.trail;

import gongkai.event.Identifier;
import gongkai.event.JurisdictionEvent;
import gongkai.event.ObligationEvent;
import gongkai.event.PlanEvent;
import gongkai.query.asof.QueryProblem;
import gongkai.query.trail.change.TaskEvents;
import gongkai.record.EventRecord;
import java.util.Locale;

/** Whose trail is asked for. */
public record TrailScope(Kind kind, String id) {

    /** 责任事项, 任务 with all its obligations, 责任单位, 任务分解表, 行政区划. */
    public enum Kind {
        OBLIGATION(QueryProblem.OBLIGATION_UNKNOWN, From.STRETCHES),
        TASK(QueryProblem.TASK_UNKNOWN, From.STRETCHES),
        UNIT(QueryProblem.UNIT_UNKNOWN, From.STRETCHES),
        PLAN(QueryProblem.PLAN_UNKNOWN, From.STRETCHES),
        JURISDICTION(QueryProblem.JURISDICTION_UNKNOWN, From.LEDGER);

        private final QueryProblem unknown;
        private final String from;

        Kind(QueryProblem unknown, String from) {
            this.unknown = unknown;
            this.from = from;
        }

        QueryProblem unknown() {
            return unknown;
        }

        /** Its records in SQL, with a condition; the parameters are {@code id}, or the stretches by column. */
        String from() {
            return from;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** By which index. */
    private static final class From {
        private static final String LEDGER = "record WHERE ledger = :id";
        private static final String STRETCHES = """
                unnest(:subjects, :since, :until) AS stretch (subject, since, until) JOIN record USING (subject)
                WHERE position BETWEEN since AND until""";
    }

    /** The nearest trail that an event stands in. */
    static TrailScope of(EventRecord record) {
        return switch (record.event()) {
            case JurisdictionEvent _ -> new TrailScope(Kind.JURISDICTION, record.subject());
            case PlanEvent it ->
                TaskEvents.taskOf(it)
                        .map(task -> new TrailScope(Kind.TASK, task))
                        .orElseGet(() -> new TrailScope(Kind.PLAN, record.subject()));
            case ObligationEvent _ -> new TrailScope(Kind.OBLIGATION, record.subject());
        };
    }

    /** The page's address. */
    public String path() {
        return "/%ss/%s/trail".formatted(kind.word(), id);
    }

    /** The county, which is also the ledger. */
    public String jurisdiction() {
        return Identifier.jurisdictionOf(id);
    }
}
