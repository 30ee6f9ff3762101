package gongkai.standalone;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;

/** Loads 平利县's table of 2019 through the API that every user calls; doing it again changes nothing. */
record SampleImport(RestClient command, RestClient query) {
    private static final String JURISDICTION = "/api/jurisdictions/610926";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private record Answer(@Nullable Long position) {}

    void run() throws InterruptedException {
        put("", MediaType.APPLICATION_JSON, Map.of("name", "平利县"));
        put("/units", MediaType.parseMediaType("text/csv;charset=UTF-8"), file("units.csv"));
        Answer answer = postPlan();
        if (answer.position() != null) {
            awaitProjected(answer.position());
        }
    }

    private void put(String path, MediaType type, Object body) {
        command.put()
                .uri(JURISDICTION + path)
                .contentType(type)
                .body(body)
                .retrieve()
                .toBodilessEntity();
    }

    private Answer postPlan() {
        MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        form.add("file", file("task-breakdown.docx"));
        form.add("year", "2019");
        return Objects.requireNonNull(command.post()
                .uri(JURISDICTION + "/plans")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(form)
                .retrieve()
                .body(Answer.class));
    }

    /** Ready means that the page shows what was imported. */
    private void awaitProjected(long position) throws InterruptedException {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < PATIENCE.toNanos()) {
            HttpStatusCode status = query.get()
                    .uri(JURISDICTION + "/status?minPosition={position}", position)
                    .exchange((request, response) -> response.getStatusCode());
            if (status.is2xxSuccessful()) {
                return;
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("the query service did not show position " + position + " within " + PATIENCE);
    }

    private static ClassPathResource file(String name) {
        return new ClassPathResource("sample/pingli-2019/" + name);
    }
}
