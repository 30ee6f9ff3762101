package gongkai.query.desk.command;

import java.util.Set;

/** Each refusal of the command API that the desk has words for: what is wrong, and what to do. */
final class Sentences {

    /** Of their codes in the bundles. */
    static final String PREFIX = "desk.refused.";

    private static final Set<String> KNOWN = Set.of(
            "COMMAND_SERVICE_AWAY",
            "LEDGER_BUSY",
            "LEDGER_UNAVAILABLE",
            "TEMPORARILY_UNAVAILABLE",
            "INTERNAL_ERROR",
            "CONCURRENT_WRITE",
            "IDEMPOTENCY_KEY_IN_FLIGHT",
            "IDEMPOTENCY_KEY_REUSED",
            "JURISDICTION_UNKNOWN",
            "PLAN_UNKNOWN",
            "TASK_UNKNOWN",
            "OBLIGATION_UNKNOWN",
            "PUBLICATION_UNKNOWN",
            "CASE_UNKNOWN",
            "PERSON_ERASED",
            "PERSON_UNKNOWN",
            "PLAN_EXISTS",
            "ALREADY_SO",
            "UNIT_UNKNOWN",
            "UNIT_OF_ANOTHER_JURISDICTION",
            "UNIT_REGISTER_INVALID",
            "CALENDAR_DAY_CONTRADICTORY",
            "CALENDAR_DAY_OUTSIDE",
            "CALENDAR_SUPERSEDED",
            "YEAR_CONTRADICTS_TITLE",
            "CLARIFICATION_EMPTY",
            "FINDING_UNKNOWN",
            "OCCURRENCE_UNKNOWN",
            "EVIDENCE_UNKNOWN",
            "TRIGGER_AMBIGUOUS",
            "EXTENSION_NOT_LATER",
            "EXTENSION_TOO_LONG",
            "NOTHING_TO_REVIEW",
            "NOT_YET_CLOSABLE",
            "IN_FUTURE",
            "FORMED_AFTER_PUBLICATION",
            "INTERPRETATION_BEFORE_PUBLICATION",
            "NO_CASES_HERE",
            "RESPONSE_BEFORE_CASE",
            "FILE_EMPTY",
            "FILE_DAMAGED",
            "FILE_TYPE_UNSUPPORTED",
            "TABLE_MISSING",
            "TABLE_TOO_LARGE",
            "FILE_TOO_COMPLEX",
            "COLUMN_MISSING",
            "RECORD_TOO_LARGE",
            "TEXT_UNWRITABLE",
            "REQUEST_TOO_LARGE",
            "TARGET_FORBIDDEN",
            "CHANNEL_UNAVAILABLE",
            "SUBSCRIPTIONS_EXHAUSTED",
            "SUBSCRIPTION_UNKNOWN",
            "SUBSCRIPTION_DISABLED",
            "DELIVERY_UNKNOWN",
            "DELIVERY_NOT_FAILED");

    private Sentences() {}

    static boolean knows(String code) {
        return says(code) || code.equals("FIELD_INVALID") || code.equals("REQUEST_MALFORMED");
    }

    /** Whether {@link #PREFIX} and the code are a code of the bundles. */
    static boolean says(String code) {
        return KNOWN.contains(code);
    }
}
