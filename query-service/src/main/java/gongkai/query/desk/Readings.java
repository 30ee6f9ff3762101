package gongkai.query.desk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gongkai.query.desk.command.CommandApi;
import gongkai.query.desk.command.ReadPlan;
import gongkai.query.desk.command.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutor;
import org.springframework.stereotype.Component;

/** Tables that are being read right now. A page waits briefly for its own, then says so and comes back. */
@Component
class Readings {

    private final CommandApi command;
    private final Duration patience;

    private final Cache<Draft, Running> running = Caffeine.newBuilder()
            .maximumSize(100)
            .expireAfterWrite(Duration.ofMinutes(3))
            .build();

    /** @param patience how long a page waits before it says that it is still being read */
    Readings(CommandApi command, @Value("${gongkai.desk.patience}") Duration patience) {
        this.command = command;
        this.patience = patience;
    }

    private record Running(Instant since, CompletableFuture<ReadPlan> plan) {}

    /**
     * What it reads as, by the register that there is now; empty while it is still being read.
     *
     * @throws RefusedException when it cannot be read
     */
    Optional<ReadPlan> of(Draft draft, byte[] file) {
        var reading = running.get(draft, it -> begin(it, file));
        try {
            var plan = reading.plan().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            running.invalidate(draft);
            return Optional.of(plan);
        } catch (TimeoutException _) {
            return Optional.empty();
        } catch (ExecutionException e) {
            running.invalidate(draft);
            throw e.getCause() instanceof RefusedException refused ? refused : new CompletionException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a table was being read", e);
        }
    }

    /** For how long it has been read; none when nobody reads it. */
    Duration since(Draft draft) {
        return Optional.ofNullable(running.getIfPresent(draft))
                .map(it -> Duration.between(it.since(), Instant.now()))
                .orElse(Duration.ZERO);
    }

    private Running begin(Draft draft, byte[] file) {
        return new Running(
                Instant.now(),
                CompletableFuture.supplyAsync(
                        () -> command.upload(UUID.randomUUID().toString(), draft.parts(file), true, draft.county()),
                        new DelegatingSecurityContextExecutor(Thread::startVirtualThread)));
    }
}
