package gongkai.command.api;

import gongkai.http.Refuses;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A POST that appends to the ledger: answers 201, and may be refused as every such request may. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ResponseStatus(HttpStatus.CREATED)
@Refuses({
    "REQUEST_MALFORMED",
    "REQUEST_TOO_LARGE",
    "FIELD_INVALID",
    "JURISDICTION_UNKNOWN",
    "PERSON_ERASED",
    "IDEMPOTENCY_KEY_REUSED",
    "IDEMPOTENCY_KEY_IN_FLIGHT",
    "RECORD_TOO_LARGE",
    "TEXT_UNWRITABLE",
    "CONCURRENT_WRITE",
    "LEDGER_BUSY",
    "LEDGER_UNAVAILABLE"
})
@interface Appends {}
