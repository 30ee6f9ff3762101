package gongkai.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rule that cannot fail holds nothing: each kind of wrong class is compiled and must be noticed. */
class ArchitectureCanFailTest {
    @TempDir
    Path output;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gongkai.event               | gongkai.status.Status it;                        | gongkai.event may not use gongkai.status
            gongkai.query.trail         | gongkai.command.ledger.Ledger it;                | gongkai.query.trail may not use gongkai.command.ledger
            gongkai.query.trail         | Object it() { return gongkai.query.breach.Breaches.class; } | gongkai.query.trail may not use gongkai.query.breach
            gongkai.command.api         | org.axonframework.messaging.Message<?> it;       | gongkai.command.api may not know org.axonframework
            gongkai.query.breach        | org.apache.kafka.common.TopicPartition[] it;     | gongkai.query.breach may not know org.apache.kafka
            gongkai.command.importing   | org.apache.poi.xwpf.usermodel.XWPFDocument it;   | gongkai.command.importing may not know org.apache.poi
            gongkai.query.asof          | tools.jackson.databind.JsonNode it;              | gongkai.query.asof may not know tools.jackson
            gongkai.status              | org.slf4j.Logger it;                             | pure room uses org.slf4j
            gongkai.command.domain.plan | Object it = java.time.Instant.now();             | pure room calls
            gongkai.time                | java.util.function.Supplier<?> it = java.time.LocalDate::now; | pure room calls
            gongkai.event               | Object it = java.util.UUID.randomUUID();         | pure room calls
            gongkai.status              | Object it = System.getenv();                     | pure room calls
            gongkai.time                | Object it = java.time.Clock.systemUTC();         | pure room calls
            gongkai.attic               | int it;                                          | gongkai.attic is no room of the table
            """)
    void notices_a_class_that_breaks_a_rule(String room, String member, String sentence) {
        String code = "package " + room + "; class Wrong { " + member + " }";
        assertThat(new Compilation(System.getProperty("java.class.path"), output)
                        .errorsOf(List.of(Compilation.source("Wrong", code))))
                .isEmpty();
        assertThat(new Architecture(new ClassFileImporter().importPath(output)).violations())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it).startsWith(sentence));
    }
}
