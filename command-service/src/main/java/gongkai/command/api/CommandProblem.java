package gongkai.command.api;

import gongkai.command.domain.Rejection;
import gongkai.command.importing.rows.UnreadableTableException.Reason;
import gongkai.http.ProblemCode;
import org.springframework.http.HttpStatus;

/** The refusals of the command API, beside the common ones. */
enum CommandProblem implements ProblemCode {
    JURISDICTION_UNKNOWN(HttpStatus.NOT_FOUND, "There is no such jurisdiction"),
    PLAN_UNKNOWN(HttpStatus.NOT_FOUND, "There is no such plan"),
    TASK_UNKNOWN(HttpStatus.NOT_FOUND, "There is no such task"),
    OBLIGATION_UNKNOWN(HttpStatus.NOT_FOUND, "There is no such obligation"),
    PUBLICATION_UNKNOWN(HttpStatus.NOT_FOUND, "There is no such publication"),
    TILE_UNKNOWN(HttpStatus.NOT_FOUND, "There is no such tile"),
    DOCUMENT_UNKNOWN(HttpStatus.NOT_FOUND, "There is no such document"),
    CASE_UNKNOWN(HttpStatus.NOT_FOUND, "There is no such case"),
    PERSON_UNKNOWN(HttpStatus.NOT_FOUND, "There is no such person"),

    PLAN_EXISTS(HttpStatus.CONFLICT, "The year has a plan from another document"),
    PERSON_ERASED(HttpStatus.CONFLICT, "The person's data were erased"),
    ALREADY_SO(HttpStatus.CONFLICT, "It is so already"),
    CONCURRENT_WRITE(HttpStatus.CONFLICT, "Somebody else wrote at the same moment; try again"),
    IDEMPOTENCY_KEY_IN_FLIGHT(HttpStatus.CONFLICT, "A request with this Idempotency-Key has not been answered"),

    IDEMPOTENCY_KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT, "This Idempotency-Key belongs to another request"),
    UNIT_UNKNOWN(HttpStatus.UNPROCESSABLE_CONTENT, "The table names a unit that is not in the register"),
    UNIT_OF_ANOTHER_JURISDICTION(HttpStatus.UNPROCESSABLE_CONTENT, "The register lists a unit of another jurisdiction"),
    UNIT_REGISTER_INVALID(HttpStatus.UNPROCESSABLE_CONTENT, "The unit register cannot be read"),
    CALENDAR_DAY_CONTRADICTORY(HttpStatus.UNPROCESSABLE_CONTENT, "A day is both holiday and working day"),
    CALENDAR_DAY_OUTSIDE(HttpStatus.UNPROCESSABLE_CONTENT, "A day lies outside the year of the arrangement"),
    CALENDAR_SUPERSEDED(HttpStatus.CONFLICT, "A newer notice for that year is in force"),
    YEAR_CONTRADICTS_TITLE(HttpStatus.UNPROCESSABLE_CONTENT, "The year is not the one in the table's title"),
    CLARIFICATION_EMPTY(HttpStatus.UNPROCESSABLE_CONTENT, "The clarification answers nothing"),
    FINDING_UNKNOWN(HttpStatus.UNPROCESSABLE_CONTENT, "There is no such finding"),
    OCCURRENCE_UNKNOWN(HttpStatus.UNPROCESSABLE_CONTENT, "There is no such due instance"),
    EVIDENCE_UNKNOWN(HttpStatus.UNPROCESSABLE_CONTENT, "There is no such evidence"),
    TRIGGER_AMBIGUOUS(HttpStatus.UNPROCESSABLE_CONTENT, "More than one clock could start"),
    EXTENSION_NOT_LATER(HttpStatus.UNPROCESSABLE_CONTENT, "The extension ends before the due date"),
    EXTENSION_TOO_LONG(HttpStatus.UNPROCESSABLE_CONTENT, "The rule does not allow so long an extension"),
    NOTHING_TO_REVIEW(HttpStatus.UNPROCESSABLE_CONTENT, "There is no evidence to review"),
    NOT_YET_CLOSABLE(HttpStatus.UNPROCESSABLE_CONTENT, "It cannot be closed yet"),
    POSITION_OUTSIDE(HttpStatus.UNPROCESSABLE_CONTENT, "The ledger has no such position"),
    IN_FUTURE(HttpStatus.UNPROCESSABLE_CONTENT, "This would happen later than now"),
    FORMED_AFTER_PUBLICATION(HttpStatus.UNPROCESSABLE_CONTENT, "Published before it was formed"),
    INTERPRETATION_BEFORE_PUBLICATION(HttpStatus.UNPROCESSABLE_CONTENT, "Explained before it was published"),
    NO_CASES_HERE(HttpStatus.UNPROCESSABLE_CONTENT, "This obligation is not about answering cases"),
    RESPONSE_BEFORE_CASE(HttpStatus.UNPROCESSABLE_CONTENT, "Answered before it was accepted"),

    FILE_EMPTY(HttpStatus.UNPROCESSABLE_CONTENT, "The file is empty"),
    FILE_DAMAGED(HttpStatus.UNPROCESSABLE_CONTENT, "The file cannot be opened"),
    FILE_TYPE_UNSUPPORTED(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The file is of a type that is not read here"),
    TABLE_MISSING(HttpStatus.UNPROCESSABLE_CONTENT, "The document holds no task table"),
    TABLE_TOO_LARGE(HttpStatus.UNPROCESSABLE_CONTENT, "The table is larger than is read here"),
    FILE_TOO_COMPLEX(HttpStatus.UNPROCESSABLE_CONTENT, "The file takes too long to read"),
    COLUMN_MISSING(HttpStatus.UNPROCESSABLE_CONTENT, "The table lacks a column"),

    RECORD_TOO_LARGE(HttpStatus.UNPROCESSABLE_CONTENT, "A record would be larger than one may be"),
    TEXT_UNWRITABLE(HttpStatus.UNPROCESSABLE_CONTENT, "A text holds half a character"),
    LEDGER_BUSY(HttpStatus.SERVICE_UNAVAILABLE, "The ledger has too much to write; try again"),
    LEDGER_DAMAGED(HttpStatus.CONFLICT, "What is kept of the ledger's tree is damaged"),
    LEDGER_ROLLED_BACK(HttpStatus.CONFLICT, "The ledger is not what was signed before; nothing is signed"),
    LEDGER_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "The ledger cannot be reached");

    private final HttpStatus status;
    private final String title;

    CommandProblem(HttpStatus status, String title) {
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

    /** Each refusal of the domain is told under its own name; a test sees to it that none lacks one. */
    static CommandProblem of(Rejection rejection) {
        return valueOf(rejection.name());
    }

    static CommandProblem of(Reason reason) {
        return valueOf(reason.name());
    }
}
