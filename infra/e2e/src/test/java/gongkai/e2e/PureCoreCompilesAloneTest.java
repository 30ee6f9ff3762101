package gongkai.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the words mean and what is decided needs a JDK and nothing else. */
class PureCoreCompilesAloneTest {
    private static final List<String> ROOMS = List.of(
            "events-schema/src/main/java/gongkai/event",
            "events-schema/src/main/java/gongkai/time",
            "events-schema/src/main/java/gongkai/person",
            "events-schema/src/main/java/gongkai/status",
            "events-schema/src/main/java/gongkai/statute",
            "events-schema/src/main/java/gongkai/proof",
            "command-service/src/main/java/gongkai/command/domain",
            "command-service/src/main/java/gongkai/command/importing/rows",
            "command-service/src/main/java/gongkai/command/importing/reading",
            "query-service/src/main/java/gongkai/query/notice/rule");

    @TempDir
    Path output;

    @Test
    void language_and_decisions_compile_with_an_empty_class_path() throws IOException {
        List<Path> sources = sources();
        assertThat(sources).hasSizeGreaterThan(ROOMS.size());
        assertThat(alone().errorsOfFiles(sources)).isEmpty();
    }

    @Test
    void a_core_that_knows_spring_would_not_compile() {
        String code = "package gongkai.event; class Wrong { org.springframework.http.HttpStatus it; }";
        assertThat(alone().errorsOf(List.of(Compilation.source("Wrong", code))))
                .singleElement()
                .asString()
                .contains("org.springframework.http");
    }

    private Compilation alone() {
        return new Compilation("", output);
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String room : ROOMS) {
            try (Stream<Path> files = Files.walk(Project.root().resolve(room))) {
                files.filter(it -> it.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        return sources;
    }
}
