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
        OBLIGATION(QueryProblem.OBLIGATION_UNKNOWN, Found.BY_SUBJECT),
        TASK(QueryProblem.TASK_UNKNOWN, Found.BY_ABOUT),
        UNIT(QueryProblem.UNIT_UNKNOWN, Found.BY_ABOUT),
        PLAN(QueryProblem.PLAN_UNKNOWN, Found.BY_SUBJECT),
        JURISDICTION(QueryProblem.JURISDICTION_UNKNOWN, "ledger = :id");

        private final QueryProblem unknown;
        private final String where;

        Kind(QueryProblem unknown, String where) {
            this.unknown = unknown;
            this.where = where;
        }

        QueryProblem unknown() {
            return unknown;
        }

        /** A condition on {@code trail_event} with the parameter {@code id}. */
        String where() {
            return where;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** By which table. */
    private static final class Found {
        private static final String BY_SUBJECT = "position IN (SELECT position FROM record WHERE subject = :id)";
        private static final String BY_ABOUT = "position IN (SELECT position FROM trail_about WHERE about = :id)";
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
