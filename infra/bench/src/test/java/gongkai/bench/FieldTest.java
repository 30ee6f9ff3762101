package gongkai.bench;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gongkai.embedded.PostgresServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every contender really does the work that is measured: what it is asked to keep it refuses to keep twice. */
class FieldTest {

    private static PostgresServer server;

    @BeforeAll
    static void start(@TempDir Path directory) {
        server = PostgresServer.start(directory);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(Discipline.class)
    void everybody_who_takes_part_makes_streams_and_adds_to_them(Discipline discipline) {
        try (var field = Field.of(discipline, 600, server)) {
            for (var contender : field.contenders()) {
                contender.create(Streams.name(1));
                if (discipline.onExisting) {
                    contender.change(Streams.name(1));
                    contender.change(Streams.name(1));
                    assertThatThrownBy(() -> contender.change(Streams.name(2)))
                            .as(contender.name())
                            .hasMessageMatching("(?s)There is no obligation.*|The aggregate was not found.*");
                } else {
                    contender.create(Streams.name(2));
                }
                if (discipline == Discipline.ENGINE) {
                    assertThatThrownBy(() -> contender.create(Streams.name(1)))
                            .as(contender.name())
                            .isNotNull();
                }
            }
        }
    }
}
