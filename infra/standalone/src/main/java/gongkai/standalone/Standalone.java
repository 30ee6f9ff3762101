package gongkai.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts everything in the foreground, and stops everything when it is stopped. */
public final class Standalone {
    private final Console console = new Console(System.out, System.err);
    private final Parts parts = new Parts();
    private final CompletableFuture<String> broken = new CompletableFuture<>();

    private Standalone() {}

    public static void main(String[] args) {
        // Axon would call out; only this property keeps it from it.
        System.setProperty("axoniq.update-checker.disabled", "true");
        new Standalone().run();
    }

    private void run() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "shutdown"));
        try {
            Settings settings = Settings.from(System.getenv());
            DataDirectory data = parts.start(() -> DataDirectory.open(settings.dataDirectory()));
            DataDirectory.preparePersonKeys(settings.personKeys());
            Ports.requireFree(settings);
            Logging.into(data.log(), settings.logFormat());
            start(settings, data);
        } catch (StartupException e) {
            fail(String.valueOf(e.getMessage()));
        } catch (Exception e) {
            fail("Gongkai did not start: " + e);
        }
    }

    private void start(Settings settings, DataDirectory data) {
        // Not a daemon: this thread keeps the process alive, and the start may hang in the very part that broke.
        Thread.ofPlatform().name("watch").start(() -> {
            String sentence = "Gongkai stops: " + broken.join() + " (details: " + data.log() + ").";
            fail(diskSentence(new IOException(sentence), data.path(), sentence));
        });
        try {
            new Startup(settings, data, parts, console, broken).run();
        } catch (StepFailedException e) {
            explain(e.step() + ": " + e.reason(), e, data);
        } catch (Exception | LinkageError e) {
            explain(e.toString(), e, data);
        }
    }

    private void explain(String reason, Throwable failure, DataDirectory data) {
        if (parts.closing()) {
            return;
        }
        Logger log = LoggerFactory.getLogger(Standalone.class);
        log.error("did not start", failure);
        fail(diskSentence(
                failure, data.path(), "Gongkai did not start. " + reason + " (details: " + data.log() + ")."));
    }

    private static String diskSentence(Throwable failure, Path directory, String otherwise) {
        try {
            return DiskSpace.isExhausted(directory, failure)
                    ? String.valueOf(DiskSpace.tooLittle(directory, DiskSpace.FIRST_START)
                            .getMessage())
                    : otherwise;
        } catch (IOException e) {
            return otherwise;
        }
    }

    /** Says it at once, stops what runs, and ends; nothing to say when the user is stopping it already. */
    private void fail(String sentence) {
        if (!parts.closing()) {
            console.error(sentence);
            parts.close();
            System.exit(1);
        }
    }

    private void stop() {
        if (!parts.closing()) {
            console.stopping();
            parts.close();
        }
    }
}
