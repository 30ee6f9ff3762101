package gongkai.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.status.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What stands in the log file, as {@code logback.xml} says. */
class LogbackTest {
    @TempDir
    Path directory;

    @Test
    void linesAreForPeopleAndNobodyBeginsOneOfTheirOwn() throws Exception {
        assertThat(logged(LogFormat.LINES))
                .endsWith(" test: a b user.id=\"c d\"\n")
                .hasLineCount(1);
    }

    @Test
    void ecsIsOneObjectALine() throws Exception {
        var line = logged(LogFormat.ECS).lines().toList();
        assertThat(line).hasSize(1);
        var json = JsonMapper.shared().readTree(line.getFirst());
        assertThat(json.path("message").asString()).isEqualTo("a\nb");
        assertThat(json.path("log").path("level").asString()).isEqualTo("INFO");
        assertThat(json.path("user").path("id").asString()).isEqualTo("c\nd");
        assertThat(json.has("@timestamp")).isTrue();
    }

    private String logged(LogFormat format) throws Exception {
        Path file = directory.resolve("standalone.log");
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.putProperty("gongkai.log", file.toString());
        context.putProperty("gongkai.log.format", format.id());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(LogbackTest.class.getResource("/logback.xml"));
        context.getLogger("test").atInfo().addKeyValue("user.id", "c\nd").log("a\nb");
        context.stop();
        assertThat(context.getStatusManager().getCopyOfStatusList())
                .filteredOn(it -> it.getEffectiveLevel() > Status.INFO)
                .isEmpty();
        return Files.readString(file);
    }
}
