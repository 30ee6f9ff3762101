package gongkai.standalone;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

/** What the user sets by environment variables. An absent sample means: the default one; an absent issuer's port: a free one. */
record Settings(
        Path dataDirectory,
        Path personKeys,
        int queryPort,
        int commandPort,
        Optional<Integer> issuerPort,
        Optional<Provider> provider,
        Optional<Sample> sample,
        Optional<Instant> time,
        LogFormat logFormat) {
    static final String DATA_DIR = "GONGKAI_DATA_DIR";
    static final String PERSON_KEYS = "GONGKAI_PERSON_KEYS";
    static final String QUERY_PORT = "GONGKAI_QUERY_PORT";
    static final String COMMAND_PORT = "GONGKAI_COMMAND_PORT";
    static final String ISSUER_PORT = "GONGKAI_ISSUER_PORT";
    static final String SAMPLE = "GONGKAI_SAMPLE";
    static final String TIME = "GONGKAI_TIME";
    static final String LOG_FORMAT = "GONGKAI_LOG_FORMAT";

    static Settings from(Map<String, String> environment) {
        Path data = path(DATA_DIR, value(environment, DATA_DIR).orElse("data"));
        Settings settings = new Settings(
                data,
                value(environment, PERSON_KEYS)
                        .map(text -> path(PERSON_KEYS, text))
                        .orElseGet(() -> beside(data)),
                value(environment, QUERY_PORT)
                        .map(text -> port(QUERY_PORT, text))
                        .orElse(8080),
                value(environment, COMMAND_PORT)
                        .map(text -> port(COMMAND_PORT, text))
                        .orElse(8081),
                value(environment, ISSUER_PORT).map(text -> port(ISSUER_PORT, text)),
                Provider.from(environment),
                value(environment, SAMPLE).map(Settings::sample),
                value(environment, TIME).map(Settings::instant),
                value(environment, LOG_FORMAT).map(Settings::logFormat).orElse(LogFormat.LINES));
        if (settings.queryPort == settings.commandPort) {
            throw new StartupException("%s and %s are both %d: give the two services different ports."
                    .formatted(QUERY_PORT, COMMAND_PORT, settings.queryPort));
        }
        if (settings.provider.isPresent()
                && settings.sample.filter(it -> it != Sample.NONE).isPresent()) {
            throw new StartupException(
                    "With %s no sample is loaded, which takes a token of the built-in issuer: leave %s out."
                            .formatted(Provider.ISSUER, SAMPLE));
        }
        return settings;
    }

    /** What an empty data directory is filled with. */
    Sample sampleOrDefault() {
        return sample.orElse(provider.isPresent() ? Sample.NONE : Sample.PINGLI_2019);
    }

    String queryUrl() {
        return "http://127.0.0.1:" + queryPort;
    }

    String commandUrl() {
        return "http://127.0.0.1:" + commandPort;
    }

    static Optional<String> value(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** Not in it: a copy of the data that is put back brings nobody back. */
    private static Path beside(Path data) {
        return data.resolveSibling(data.getFileName() + "-persons");
    }

    private static Path path(String name, String text) {
        try {
            return Path.of(text).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new StartupException("%s is not a path: %s.".formatted(name, e.getMessage()));
        }
    }

    private static int port(String name, String text) {
        if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= 65535) {
            return Integer.parseInt(text);
        }
        throw new StartupException("%s is \"%s\": give a port number from 1 to 65535.".formatted(name, text));
    }

    private static Sample sample(String text) {
        return Sample.named(text)
                .orElseThrow(() -> new StartupException(
                        "%s is \"%s\": the samples are %s.".formatted(SAMPLE, text, Sample.names())));
    }

    private static LogFormat logFormat(String text) {
        return LogFormat.named(text)
                .orElseThrow(() -> new StartupException(
                        "%s is \"%s\": give lines, or ecs for a log collector.".formatted(LOG_FORMAT, text)));
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new StartupException("%s is \"%s\": give an instant with its offset, such as 2019-05-06T09:00+08:00."
                    .formatted(TIME, text));
        }
    }
}
