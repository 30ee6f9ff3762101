package gongkai.command.api;

import gongkai.command.domain.Rejected;
import gongkai.command.importing.UnitRegisterException;
import gongkai.command.importing.rows.ReadersBusyException;
import gongkai.command.importing.rows.UnreadableTableException;
import gongkai.command.ledger.DamagedTreeException;
import gongkai.command.ledger.LedgerBusyException;
import gongkai.command.ledger.LedgerUnavailableException;
import gongkai.command.ledger.RecordTooLargeException;
import gongkai.command.ledger.StreamConflictException;
import gongkai.command.person.PersonErasedException;
import gongkai.command.person.PersonUnknownException;
import gongkai.http.CommonProblem;
import gongkai.http.ProblemException;
import gongkai.record.UnwritableTextException;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Which problem document each refusal of the inner rooms becomes. */
@RestControllerAdvice
@Order(0)
class CommandAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(CommandAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> rejected(Rejected it) {
        return answer(new ProblemException(CommandProblem.of(it.rejection()), it.detail()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadableTable(UnreadableTableException it) {
        return answer(new ProblemException(CommandProblem.of(it.reason()), it.detail(), Map.of("field", "file")));
    }

    @ExceptionHandler(ReadersBusyException.class)
    ResponseEntity<ProblemDetail> readersBusy() {
        return answer(new ProblemException(
                        CommonProblem.TEMPORARILY_UNAVAILABLE,
                        "Other tables are being read, one after the other, so this one was not. Send it again shortly.")
                .retryAfter(Duration.ofSeconds(5)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadableRegister(UnitRegisterException it) {
        return answer(
                new ProblemException(CommandProblem.UNIT_REGISTER_INVALID, it.detail(), Map.of("line", it.line())));
    }

    @ExceptionHandler(StreamConflictException.class)
    ResponseEntity<ProblemDetail> conflict() {
        return answer(new ProblemException(
                        CommandProblem.CONCURRENT_WRITE,
                        "Somebody else recorded something on the same stream at the same moment. Send it again.")
                .retryAfter(Duration.ofSeconds(1)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> personUnknown(PersonUnknownException it) {
        return answer(new ProblemException(CommandProblem.PERSON_UNKNOWN, it.getMessage() + "."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> personErased(PersonErasedException it) {
        return answer(new ProblemException(
                CommandProblem.PERSON_ERASED,
                it.getMessage() + ", so nothing more of them is kept: name somebody new without «person», and let them "
                        + "sign in with an account of their own."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> recordTooLarge(RecordTooLargeException it) {
        return answer(new ProblemException(CommandProblem.RECORD_TOO_LARGE, it.detail()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unwritableText(UnwritableTextException it) {
        return answer(new ProblemException(CommandProblem.TEXT_UNWRITABLE, it.detail()));
    }

    @ExceptionHandler(LedgerBusyException.class)
    ResponseEntity<ProblemDetail> ledgerBusy() {
        return answer(new ProblemException(
                        CommandProblem.LEDGER_BUSY,
                        "More is waiting to be recorded than can be held, so nothing of this was. Try again shortly.")
                .retryAfter(Duration.ofSeconds(1)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> damagedTree(DamagedTreeException it) {
        LOG.error("A ledger is damaged", it);
        return answer(new ProblemException(CommandProblem.LEDGER_DAMAGED, it.detail()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> outcomeUnknown(LedgerUnavailableException failure) {
        LOG.error("The ledger's database failed while something was being recorded", failure);
        return answer(new ProblemException(
                        CommandProblem.LEDGER_UNAVAILABLE,
                        "The ledger's database stopped answering. Most likely nothing was recorded: look before you send it again.")
                .retryAfter(Duration.ofSeconds(5)));
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<ProblemDetail> ledgerUnavailable(Exception failure) {
        LOG.error("The ledger's database failed", failure);
        return answer(new ProblemException(
                        CommandProblem.LEDGER_UNAVAILABLE,
                        "The ledger's database does not answer as it should, so nothing was recorded. Try again shortly.")
                .retryAfter(Duration.ofSeconds(5)));
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemException it) {
        return ResponseEntity.status(it.getStatusCode())
                .headers(it.getHeaders())
                .body(it.getBody());
    }
}
