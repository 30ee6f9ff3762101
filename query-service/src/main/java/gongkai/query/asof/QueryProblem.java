package gongkai.query.asof;

import gongkai.http.ProblemCode;
import org.springframework.http.HttpStatus;

/** The refusals of the query API, beside the common ones. */
public enum QueryProblem implements ProblemCode {
    JURISDICTION_UNKNOWN(HttpStatus.NOT_FOUND, "There is no such jurisdiction"),
    UNIT_UNKNOWN(HttpStatus.NOT_FOUND, "There is no such unit"),
    PLAN_UNKNOWN(HttpStatus.NOT_FOUND, "There is no such plan"),
    TASK_UNKNOWN(HttpStatus.NOT_FOUND, "There is no such task"),
    RECORD_UNKNOWN(HttpStatus.NOT_FOUND, "There is no such record"),
    OBLIGATION_UNKNOWN(HttpStatus.NOT_FOUND, "There is no such obligation"),
    PROJECTION_UNKNOWN(HttpStatus.NOT_FOUND, "There is no such projection"),
    REBUILD_RUNNING(HttpStatus.CONFLICT, "That projection is being rebuilt"),
    SUBSCRIPTION_UNKNOWN(HttpStatus.NOT_FOUND, "There is no such subscription"),
    CALENDAR_ADDRESS_UNKNOWN(HttpStatus.NOT_FOUND, "There is no such calendar address"),
    DELIVERY_UNKNOWN(HttpStatus.NOT_FOUND, "There is no such delivery"),
    DELIVERY_NOT_FAILED(HttpStatus.CONFLICT, "Only a failed delivery is sent again"),
    SUBSCRIPTION_DISABLED(HttpStatus.CONFLICT, "The subscription is disabled"),
    SUBSCRIPTIONS_EXHAUSTED(HttpStatus.CONFLICT, "There are as many subscriptions as this installation takes"),
    TARGET_FORBIDDEN(HttpStatus.UNPROCESSABLE_CONTENT, "The target's address must not be reached from here"),
    CHANNEL_UNAVAILABLE(HttpStatus.UNPROCESSABLE_CONTENT, "This installation lacks what the channel needs"),
    BULLETIN_UNKNOWN(HttpStatus.NOT_FOUND, "There is no such bulletin"),
    TIME_INVALID(HttpStatus.UNPROCESSABLE_CONTENT, "The moment cannot be read"),
    TIME_IN_FUTURE(HttpStatus.UNPROCESSABLE_CONTENT, "The moment is later than now"),
    TIMES_REVERSED(HttpStatus.UNPROCESSABLE_CONTENT, "The earlier of two moments is the later one"),
    EVIDENCE_TOO_LARGE(HttpStatus.UNPROCESSABLE_CONTENT, "The bundle would be larger than one may be"),
    EVIDENCE_CONTRADICTED(HttpStatus.CONFLICT, "The records here are not those that were signed"),
    EVIDENCE_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "The ledger's service cannot be asked"),
    LISTENERS_EXHAUSTED(HttpStatus.SERVICE_UNAVAILABLE, "As many listen already as this installation takes"),
    POSITION_NOT_REACHED(HttpStatus.SERVICE_UNAVAILABLE, "That position has not been applied yet");

    private final HttpStatus status;
    private final String title;

    QueryProblem(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public HttpStatus status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
