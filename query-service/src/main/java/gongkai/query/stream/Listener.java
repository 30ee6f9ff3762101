package gongkai.query.stream;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One who listens, with a thread of its own: a slow one keeps nobody waiting. */
final class Listener implements Runnable {

    /** So often that proxies and people see that the line is alive. */
    private static final Duration HEART_BEAT = Duration.ofSeconds(15);

    /** A line that lasts longer is opened anew by its client, which goes on where it was. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final String county;
    private final SseEmitter emitter;
    private final Changes changes;
    private final Semaphore news = new Semaphore(1);
    private long position;
    private final long ends = System.nanoTime() + LONGEST.toNanos();
    private volatile boolean over;

    /** @param position after which it wants to hear */
    Listener(String county, long position, SseEmitter emitter, Changes changes) {
        this.county = county;
        this.position = position;
        this.emitter = emitter;
        this.changes = changes;
    }

    /** There may be something new. */
    void look() {
        news.release();
    }

    void end() {
        over = true;
        news.release();
    }

    @Override
    public void run() {
        try {
            emitter.send(SseEmitter.event().comment("listening to " + county).reconnectTime(3_000));
            while (!over && System.nanoTime() < ends) {
                if (news.tryAcquire(HEART_BEAT.toMillis(), TimeUnit.MILLISECONDS)) {
                    news.drainPermits();
                    tell();
                } else {
                    emitter.send(SseEmitter.event().comment("still here"));
                }
            }
            emitter.complete();
        } catch (IOException _) {
            // Whoever listened has gone; the container has been told already.
            over = true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            emitter.complete();
        } catch (RuntimeException e) {
            emitter.completeWithError(e);
        }
    }

    private void tell() throws IOException {
        for (var part = changes.after(county, position);
                !over && part.last() > position;
                part = changes.after(county, position)) {
            for (var it : part.changed()) {
                send("obligation", it.position(), it);
            }
            if (!part.others().isEmpty()) {
                send("county", part.last(), part.others().keySet());
            }
            position = part.last();
        }
    }

    private void send(String name, long id, Object data) throws IOException {
        emitter.send(SseEmitter.event().id(Long.toString(id)).name(name).data(data, MediaType.APPLICATION_JSON));
    }
}
