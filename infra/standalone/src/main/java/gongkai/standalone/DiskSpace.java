package gongkai.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Room for the data, asked for before a half-written database could be the answer. */
final class DiskSpace {
    private static final long MEGABYTE = 1024 * 1024;
    /** An empty database and its first log segments take about 100 MB; the rest is room to work in. */
    static final long FIRST_START = 300 * MEGABYTE;

    static final long LATER_START = 100 * MEGABYTE;
    private static final long ALMOST_NOTHING = 20 * MEGABYTE;

    private DiskSpace() {}

    static void require(Path directory, long needed) throws IOException {
        if (free(directory) < needed) {
            throw tooLittle(directory, needed);
        }
    }

    /** Whether a failure of any part is really this one. */
    static boolean isExhausted(Path directory, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT).contains("no space left on device")) {
                return true;
            }
        }
        try {
            return free(directory) < ALMOST_NOTHING;
        } catch (IOException e) {
            return false;
        }
    }

    static StartupException tooLittle(Path directory, long needed) throws IOException {
        return new StartupException(
                "The disk of %s has %d MB free, and Gongkai needs %d MB: free some space, or set %s to a directory on another disk."
                        .formatted(directory, free(directory) / MEGABYTE, needed / MEGABYTE, Settings.DATA_DIR));
    }

    private static long free(Path directory) throws IOException {
        return Files.getFileStore(directory).getUsableSpace();
    }
}
