package gongkai.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** The process, and what it said. */
record StandaloneProcess(Process process, Path out, Path err) {

    boolean isAlive() {
        return process.isAlive();
    }

    String output() {
        return read(out);
    }

    String errors() {
        return read(err);
    }

    /** Its exit code; a process that does not end by itself is killed. */
    int awaitEnd(long seconds) {
        try {
            return process.onExit().orTimeout(seconds, TimeUnit.SECONDS).join().exitValue();
        } catch (CompletionException e) {
            process.destroyForcibly();
            throw new AssertionError("still running after " + seconds + " s; " + this, e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "pid %d said:%n%s%n%s".formatted(process.pid(), output(), errors());
    }
}
