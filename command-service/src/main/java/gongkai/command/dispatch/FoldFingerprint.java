package gongkai.command.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.json.JsonMapper;

/**
 * Names the code that makes a state of events: whatever class of these rooms is compiled differently, the name is
 * another one.
 */
public final class FoldFingerprint {

    /** All that a decider may reach, how records become events, and how states become bytes. */
    public static final List<String> ROOMS =
            List.of("event", "record", "status", "statute", "time", "command.domain", "command.dispatch");

    /** Of the code that runs here: SHA-256, hexadecimal. */
    static final String OF_THIS_CODE = of(ROOMS);

    private FoldFingerprint() {}

    /** @throws IllegalStateException when a room is not found, for then nothing is known about its code */
    static String of(List<String> rooms) {
        var classes = rooms.stream().flatMap(FoldFingerprint::classesOf).sorted();
        var jackson = JsonMapper.shared().version().toString();
        return sha256(
                String.join("\n", Stream.concat(classes, Stream.of(jackson)).toList())
                        .getBytes(UTF_8));
    }

    /** A class file names its class, so its place does not matter: directories and jars give the same. */
    private static Stream<String> classesOf(String room) {
        var pattern = "classpath*:gongkai/%s/**/*.class".formatted(room.replace('.', '/'));
        try {
            var files = new PathMatchingResourcePatternResolver(FoldFingerprint.class.getClassLoader())
                    .getResources(pattern);
            if (files.length == 0) {
                throw new IllegalStateException("There is nothing at " + pattern);
            }
            return Arrays.stream(files).map(FoldFingerprint::hash);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(Resource file) {
        try {
            return sha256(file.getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
