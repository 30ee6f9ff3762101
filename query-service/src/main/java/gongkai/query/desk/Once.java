package gongkai.query.desk;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gongkai.query.desk.form.Form;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutor;
import org.springframework.stereotype.Component;

/**
 * The second click waits for the first one's answer and goes where it goes. The Idempotency-Key alone would tell it that
 * the first is still under way, and a look for duplicates would find what the first has just recorded.
 */
@Component
class Once {

    /** Whoever sends is known to the thread that writes. */
    private static final Executor VIRTUAL = new DelegatingSecurityContextExecutor(Thread::startVirtualThread);

    private final AsyncCache<Sent, Object> answers = Caffeine.newBuilder()
            .maximumSize(2_000)
            .expireAfterWrite(Duration.ofMinutes(30))
            .executor(VIRTUAL)
            .buildAsync();

    private record Sent(String action, String key, Map<String, List<String>> values) {}

    /** What was refused is forgotten, so that it can be sent again. */
    <A> A of(Form form, Class<A> type, Supplier<A> write) {
        try {
            return type.cast(answers.get(new Sent(form.action(), form.key(), form.values()), _ -> write.get())
                    .join());
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
