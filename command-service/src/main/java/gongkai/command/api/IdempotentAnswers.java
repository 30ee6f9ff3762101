package gongkai.command.api;

import gongkai.command.person.Persons;
import gongkai.http.CommonProblem;
import gongkai.http.ProblemException;
import gongkai.http.access.Caller;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The same key and the same request get the same answer, and are carried out once (the IETF's Idempotency-Key draft).
 * A refused request frees its key. A key whose request was cut off by a crash stays in flight: nobody knows its end.
 */
@Component
class IdempotentAnswers {

    static final String HEADER = "Idempotency-Key";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Persons persons;

    IdempotentAnswers(JdbcClient jdbc, JsonMapper json, Persons persons) {
        this.jdbc = jdbc;
        this.json = json;
        this.persons = persons;
    }

    /** @param request what makes the request the same one */
    <A> A once(@Nullable String key, Object request, Class<A> type, Supplier<A> write) {
        if (key == null) {
            return write.get();
        }
        checkLength(key);
        return once(new Owned(Caller.current().id(), key), request, type, write);
    }

    /** Nobody gets another's answer, whoever guesses their key. */
    private record Owned(String caller, String key) {

        String stored() {
            return caller + " " + key;
        }
    }

    private <A> A once(Owned key, Object request, Class<A> type, Supplier<A> write) {
        var fingerprint = fingerprint(type.getSimpleName(), request);
        if (!begin(key, fingerprint)) {
            return earlierAnswer(key, fingerprint, type);
        }
        var answer = writeOrFree(key, write);
        jdbc.sql("UPDATE idempotent_answer SET answer = :answer WHERE key = :key")
                .params(Map.of("key", key.stored(), "answer", json.writeValueAsString(answer)))
                .update();
        return answer;
    }

    private <A> A writeOrFree(Owned key, Supplier<A> write) {
        try {
            return write.get();
        } catch (RuntimeException e) {
            jdbc.sql("DELETE FROM idempotent_answer WHERE key = :key")
                    .param("key", key.stored())
                    .update();
            throw e;
        }
    }

    private boolean begin(Owned key, String fingerprint) {
        return jdbc.sql("""
                INSERT INTO idempotent_answer (key, fingerprint) VALUES (:key, :fingerprint) ON CONFLICT DO NOTHING
                """)
                        .params(Map.of("key", key.stored(), "fingerprint", fingerprint))
                        .update()
                == 1;
    }

    private <A> A earlierAnswer(Owned key, String fingerprint, Class<A> type) {
        var earlier = jdbc.sql("SELECT fingerprint, answer FROM idempotent_answer WHERE key = :key")
                .param("key", key.stored())
                .query((row, _) -> new Earlier(row.getString(1), row.getString(2)))
                .optional()
                .orElseThrow(() -> inFlight(key));
        if (!earlier.fingerprint().equals(fingerprint)) {
            throw new ProblemException(
                    CommandProblem.IDEMPOTENCY_KEY_REUSED,
                    "The key «%s» was sent with another body before. Use a new key for a new request."
                            .formatted(key.key()));
        }
        if (earlier.answer() == null) {
            throw inFlight(key);
        }
        return json.readValue(earlier.answer(), type);
    }

    private static ProblemException inFlight(Owned key) {
        return new ProblemException(
                CommandProblem.IDEMPOTENCY_KEY_IN_FLIGHT,
                ("The request with the key «%s» has not been answered yet. Wait for it; if it was cut off, "
                                + "look at the obligation's trail before you send it again with a new key.")
                        .formatted(key.key()));
    }

    private static void checkLength(String key) {
        if (key.isBlank() || key.length() > 200) {
            throw new ProblemException(
                    CommonProblem.FIELD_INVALID, "The header «Idempotency-Key» must hold 1 to 200 characters.");
        }
    }

    /** Keyed, for a request may hold what identifies somebody. */
    private String fingerprint(String operation, Object request) {
        return persons.fingerprint((operation + json.writeValueAsString(request)).getBytes(StandardCharsets.UTF_8));
    }

    private record Earlier(String fingerprint, @Nullable String answer) {}
}
