package gongkai.standalone.sample;

import static gongkai.standalone.sample.SampleImport.JURISDICTION;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;

/** The public API as the people of one county use it; remembers how far it has written. */
final class CountyApi {
    private final RestClient command;
    private final RestClient query;
    private final Shown shown;
    private long written = -1;

    CountyApi(RestClient command, RestClient query) {
        this.command = command;
        this.query = query;
        shown = new Shown(query);
    }

    private record Written(String id, long position) {}

    private record Plan(@Nullable Long position) {}

    private record Items(List<Owed> items, @Nullable String next) {}

    void post(String path, Map<String, ?> body) {
        took(command.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .body(Written.class));
    }

    /** @throws IllegalStateException when it got another id than the one that later requests will name */
    void post(String path, Map<String, ?> body, String expectedId) {
        Written answer = took(command.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .body(Written.class));
        if (!answer.id().equals(expectedId)) {
            throw new IllegalStateException("%s got the id %s, not %s".formatted(path, answer.id(), expectedId));
        }
    }

    void put(String path, MediaType type, Object body) {
        took(command.put()
                .uri(JURISDICTION + path)
                .contentType(type)
                .body(body)
                .retrieve()
                .body(Written.class));
    }

    private Written took(@Nullable Written answer) {
        Written written = Objects.requireNonNull(answer);
        this.written = Math.max(this.written, written.position());
        return written;
    }

    /** A corrected table takes the place of the plan's. */
    void upload(String fileName, String csv, String title) {
        MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        form.add("file", new ByteArrayResource(csv.getBytes(UTF_8)) {
            @Override
            public String getFilename() {
                return fileName;
            }
        });
        form.add("year", "2019");
        form.add("title", title);
        Plan plan = command.post()
                .uri(JURISDICTION + "/plans")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(form)
                .retrieve()
                .body(Plan.class);
        written = Math.max(
                written, Objects.requireNonNull(Objects.requireNonNull(plan).position()));
    }

    /** The table as the county exports it. */
    String exportedTable() throws InterruptedException {
        awaitShown();
        byte[] csv =
                query.get().uri(JURISDICTION + "/export?format=csv").retrieve().body(byte[].class);
        return new String(Objects.requireNonNull(csv), UTF_8);
    }

    /** All that was owed by the end of the day, as known that day. */
    List<Owed> owedOn(LocalDate day) {
        List<Owed> all = new ArrayList<>();
        @Nullable String cursor = "";
        while (cursor != null) {
            Items page = Objects.requireNonNull(query.get()
                    .uri(
                            "/api/obligations?jurisdiction=610926&limit=500&at={day}&known={day}&cursor={cursor}",
                            day,
                            day,
                            cursor)
                    .retrieve()
                    .body(Items.class));
            all.addAll(page.items());
            cursor = page.next();
        }
        return all;
    }

    void awaitShown() throws InterruptedException {
        if (written >= 0) {
            shown.await(written);
        }
    }
}
