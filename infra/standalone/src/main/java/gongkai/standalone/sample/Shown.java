package gongkai.standalone.sample;

import java.time.Duration;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.client.RestClient;

/** Waits until the query service shows what was written. */
record Shown(RestClient query) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    void await(long position) throws InterruptedException {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < PATIENCE.toNanos()) {
            HttpStatusCode status = query.get()
                    .uri("/api/obligations/610926-2019-04-T01?minPosition={position}", position)
                    .exchange((request, response) -> response.getStatusCode());
            if (status.is2xxSuccessful()) {
                return;
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("the query service did not show position " + position + " within " + PATIENCE);
    }
}
