package gongkai.query.desk;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gongkai.query.desk.form.Form;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.TreeMap;
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

    /**
     * What was typed may name somebody who asks to be forgotten. Only a hash of it is remembered, with the form's random key
     * hashed in, so that no name can be tried against it.
     */
    private record Sent(String hash) {

        static Sent of(Form form) {
            try {
                var all = form.action() + "\n" + form.key() + "\n" + new TreeMap<>(form.values());
                var hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
                return new Sent(HexFormat.of().formatHex(hash));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java platform has SHA-256", e);
            }
        }
    }

    /** What was refused is forgotten, so that it can be sent again. */
    <A> A of(Form form, Class<A> type, Supplier<A> write) {
        try {
            return type.cast(answers.get(Sent.of(form), _ -> write.get()).join());
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
