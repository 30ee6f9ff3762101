package gongkai.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @Test
    void hasADefaultForEverything() {
        Settings settings = Settings.from(Map.of("GONGKAI_TIME", " "));
        assertThat(settings.dataDirectory()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(settings.queryUrl()).isEqualTo("http://127.0.0.1:8080");
        assertThat(settings.commandUrl()).isEqualTo("http://127.0.0.1:8081");
        assertThat(settings.sample()).isEmpty();
        assertThat(settings.time()).isEmpty();
    }

    @Test
    void readsTheEnvironment() {
        Settings settings = Settings.from(Map.of(
                "GONGKAI_DATA_DIR", "/srv/gongkai",
                "GONGKAI_QUERY_PORT", "9080",
                "GONGKAI_COMMAND_PORT", "9081",
                "GONGKAI_SAMPLE", "none",
                "GONGKAI_TIME", "2019-05-06T09:00+08:00"));
        assertThat(settings.dataDirectory()).isEqualTo(Path.of("/srv/gongkai"));
        assertThat(settings.personKeys()).isEqualTo(Path.of("/srv/gongkai-persons"));
        assertThat(settings.queryPort()).isEqualTo(9080);
        assertThat(settings.commandPort()).isEqualTo(9081);
        assertThat(settings.sample()).contains(Sample.NONE);
        assertThat(settings.time()).contains(Instant.parse("2019-05-06T01:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "0", "65536", "-1", "99999999999"})
    void refusesWhatIsNoPort(String text) {
        refuses(
                "GONGKAI_QUERY_PORT",
                text,
                "GONGKAI_QUERY_PORT is \"" + text + "\": give a port number from 1 to 65535.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-05-06", "2019-05-06T09:00", "tomorrow"})
    void refusesATimeThatIsNoInstant(String text) {
        refuses(
                "GONGKAI_TIME",
                text,
                "GONGKAI_TIME is \"" + text + "\": give an instant with its offset, such as 2019-05-06T09:00+08:00.");
    }

    @Test
    void namesTheSamplesThereAre() {
        refuses("GONGKAI_SAMPLE", "Demo", "GONGKAI_SAMPLE is \"Demo\": the samples are pingli-2019, demo, none.");
    }

    @Test
    void aProviderTakesAClientAndNoSample() {
        var provider = Map.of(
                "GONGKAI_ISSUER", "https://id.example.gov.cn/realms/a",
                "GONGKAI_CLIENT_ID", "gongkai",
                "GONGKAI_CLIENT_SECRET", "unseen");
        var settings = Settings.from(provider);
        assertThat(settings.provider()).map(Provider::clientId).contains("gongkai");
        assertThat(settings.sampleOrDefault()).isEqualTo(Sample.NONE);
        assertThat(settings.toString()).doesNotContain("unseen");
        refuses(
                "GONGKAI_ISSUER",
                "https://id.example.gov.cn/realms/a",
                "GONGKAI_ISSUER is set, but GONGKAI_CLIENT_ID is not: give the client that the provider knows the pages by.");
        Map<String, String> withSample = new HashMap<>(provider);
        withSample.put("GONGKAI_SAMPLE", "demo");
        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> Settings.from(withSample))
                .withMessageStartingWith("With GONGKAI_ISSUER no sample is loaded");
    }

    @Test
    void refusesOnePortForBoth() {
        refuses(
                "GONGKAI_QUERY_PORT",
                "8081",
                "GONGKAI_QUERY_PORT and GONGKAI_COMMAND_PORT are both 8081: give the two services different ports.");
    }

    private static void refuses(String name, String value, String sentence) {
        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> Settings.from(Map.of(name, value)))
                .withMessage(sentence);
    }

    @Test
    void writesLinesForPeopleUnlessALogCollectorIsNamed() {
        assertThat(Settings.from(Map.of()).logFormat()).isEqualTo(LogFormat.LINES);
        assertThat(Settings.from(Map.of("GONGKAI_LOG_FORMAT", "ecs")).logFormat())
                .isEqualTo(LogFormat.ECS);
        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> Settings.from(Map.of("GONGKAI_LOG_FORMAT", "xml")))
                .withMessage("GONGKAI_LOG_FORMAT is \"xml\": give lines, or ecs for a log collector.");
    }
}
