package gongkai.e2e;

import static org.awaitility.Awaitility.await;

import gongkai.e2e.Api.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** 平利县, as a registrar and an officer use it over HTTP. */
record County(Api command, Api query) {
    static final String CODE = "610926";
    private static final String PATH = "/api/jurisdictions/" + CODE;

    static County in(RunningStandalone gongkai) {
        return new County(gongkai.command(), gongkai.query());
    }

    /** Opens the ledger, gives it its units and its table of 2019; the position of the last event. */
    long importEverything() throws IOException {
        command.put(PATH, "application/json", "{\"name\":\"平利县\"}").ok();
        command.put(PATH + "/units", "text/csv;charset=UTF-8", Files.readString(Project.sample("units.csv")))
                .ok();
        return command.upload(PATH + "/plans", Project.sample("task-breakdown.docx"), 2019)
                .position();
    }

    /** What was published on 28 April, two days before the end of the limit. */
    long publish(String obligation, String title) {
        return command.post(
                        "/api/obligations/" + obligation + "/publications",
                        Map.of(
                                "title",
                                title,
                                "url",
                                "https://www.example.gov.cn/zwgk/1.html?x=1&y=2",
                                "publishedAt",
                                "2019-04-28T10:00:00+08:00"))
                .position();
    }

    /** The county's state once {@code position} has been applied. */
    JsonNode statusAfter(long position) {
        return status("minPosition=" + position);
    }

    /** Under load a read of one's own write may be told to come again. */
    JsonNode status(String parameters) {
        return await("status?" + parameters)
                .atMost(Duration.ofSeconds(30))
                .until(() -> query.get(PATH + "/status?" + parameters), it -> it.status() != 503)
                .ok();
    }

    Answer trail(String obligation) {
        return query.get("/api/obligations/" + obligation + "/trail");
    }
}
