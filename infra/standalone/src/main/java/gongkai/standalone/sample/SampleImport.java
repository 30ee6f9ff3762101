package gongkai.standalone.sample;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;

/**
 * Loads 平利县's table of 2019 through the API that every user calls; doing it again changes nothing.
 *
 * @param mark that the county and its plan bear in their names, empty for the real table alone
 */
public record SampleImport(RestClient command, RestClient query, Optional<String> mark) {
    static final String JURISDICTION = "/api/jurisdictions/610926";

    private record Answer(@Nullable Long position) {}

    /** Done when the page shows what was imported. */
    public void run() throws InterruptedException {
        put(
                "",
                MediaType.APPLICATION_JSON,
                Map.of("name", "平利县" + mark.map("（%s）"::formatted).orElse("")));
        put("/units", MediaType.parseMediaType("text/csv;charset=UTF-8"), file("units.csv"));
        Answer answer = postPlan();
        if (answer.position() != null) {
            new Shown(query).await(answer.position());
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
        mark.ifPresent(it -> form.add("title", title(it)));
        return Objects.requireNonNull(command.post()
                .uri(JURISDICTION + "/plans")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(form)
                .retrieve()
                .body(Answer.class));
    }

    static String title(String mark) {
        return "【%s】平利县2019年政务公开工作任务分解表".formatted(mark);
    }

    static ClassPathResource file(String name) {
        return new ClassPathResource("sample/pingli-2019/" + name);
    }
}
