package gongkai.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Everything that any part logs goes to one file; the console is for what the user must know. */
final class Logging {
    private Logging() {}

    /** Before the first logger exists: logback.xml reads the properties. */
    static void into(Path file, LogFormat format) throws IOException {
        Files.createDirectories(file.getParent());
        System.setProperty("gongkai.log", file.toString());
        System.setProperty("gongkai.log.format", format.id());
        // Two contexts: neither may set up logging anew.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }
}
