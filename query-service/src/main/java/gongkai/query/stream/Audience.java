package gongkai.query.stream;

import gongkai.http.ProblemException;
import gongkai.query.asof.QueryProblem;
import gongkai.query.record.RecordStore;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** All who listen: not more than a bound, woken when the log has grown, and let go before the server stops. */
@Component
public class Audience {

    private static final long WITHOUT_TIMEOUT = 0;

    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final RecordStore records;
    private final Changes changes;
    private final int most;
    private volatile boolean closed;
    private long seen = -1;

    Audience(RecordStore records, Changes changes, @Value("${gongkai.stream.listeners}") int most) {
        this.records = records;
        this.changes = changes;
        this.most = most;
    }

    /** @throws ProblemException when there are as many as may be */
    SseEmitter admit(String county, long after) {
        if (closed || listeners.size() >= most) {
            throw new ProblemException(
                            QueryProblem.LISTENERS_EXHAUSTED,
                            "%d listen already; come again shortly, or ask for the lists instead.".formatted(most))
                    .retryAfter(Duration.ofSeconds(30));
        }
        var emitter = new SseEmitter(WITHOUT_TIMEOUT);
        var listener = new Listener(county, after, emitter, changes);
        listeners.add(listener);
        emitter.onCompletion(() -> leave(listener));
        emitter.onError(_ -> leave(listener));
        Thread.ofVirtual().name("listener").start(listener);
        return emitter;
    }

    public int size() {
        return listeners.size();
    }

    private void leave(Listener it) {
        listeners.remove(it);
        it.end();
    }

    /** One look at the log for all of them; none while nobody listens. */
    @Scheduled(fixedDelay = 200)
    void look() {
        if (listeners.isEmpty()) {
            return;
        }
        long newest = records.lastPosition().orElse(-1);
        if (newest != seen) {
            seen = newest;
            listeners.forEach(Listener::look);
        }
    }

    /** Before the server waits for the requests that it still serves. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closed = true;
        listeners.forEach(Listener::end);
    }
}
