package gongkai.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Why a server did not start, in its own words. */
final class ServerLog {
    private static final Pattern REASON = Pattern.compile("(?:FATAL|PANIC): +(.*)");

    private ServerLog() {}

    static Optional<String> reason(Path log, long from) throws IOException {
        if (!Files.exists(log)) {
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(log);
        int start = (int) Math.min(from, bytes.length);
        String tail = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
        return REASON.matcher(tail).results().map(match -> match.group(1)).findFirst();
    }
}
