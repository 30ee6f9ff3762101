package gongkai.command.importing.table;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.command.importing.UnitRegisterException;
import gongkai.command.importing.UnitRegisterReader;
import gongkai.command.importing.rows.ReadersBusyException;
import gongkai.command.importing.rows.UnreadableTableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each is refused, or read as what it is, in less than five seconds and 256 MB, and asks nobody outside. */
class HostileFilesTest {

    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** In a program of its own with so much memory, its own text in it included; one line a file. */
    public static void main(String[] arguments) {
        var tables = new TableReader();
        HostileFiles.all(arguments[0]).forEach((name, file) -> {
            var content = file.get();
            var begun = Instant.now();
            System.out.println(name + " " + outcome(tables, name, content) + " "
                    + Duration.between(begun, Instant.now()).toMillis());
        });
        System.out.println("together " + together(tables) + " 0");
        System.exit(0);
    }

    /** Many of the largest at once: each is read or refused as it would be alone, or asked to come again. */
    private static String together(TableReader tables) {
        var file = Objects.requireNonNull(HostileFiles.all("").get("giant-cell.docx"))
                .get();
        try (var senders = Executors.newFixedThreadPool(40)) {
            return IntStream.range(0, 40)
                    .mapToObj(
                            _ -> CompletableFuture.supplyAsync(() -> outcome(tables, "giant-cell.docx", file), senders))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining(","));
        }
    }

    private static String outcome(TableReader tables, String name, byte[] content) {
        try {
            tables.read(name, content);
            return "READ";
        } catch (ReadersBusyException _) {
            return "BUSY";
        } catch (UnreadableTableException it) {
            for (Throwable cause = it; cause != null; cause = cause.getCause()) {
                if (cause instanceof VirtualMachineError && !(cause instanceof StackOverflowError)) {
                    return cause.getClass().getSimpleName();
                }
            }
            return it.reason() + ":" + root(it);
        }
    }

    private static String root(Throwable it) {
        var cause = it.getCause();
        return cause == null ? it.getClass().getSimpleName() : root(cause);
    }

    @Test
    @Timeout(180)
    void each_is_refused_in_time_and_memory_and_asks_nobody_outside(@TempDir Path directory) throws Exception {
        try (var outside = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var output = directory.resolve("out.txt");
            var program = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-Dfile.encoding=UTF-8",
                            "-cp",
                            System.getProperty("java.class.path"),
                            HostileFilesTest.class.getName(),
                            "http://127.0.0.1:" + outside.getLocalPort())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            assertThat(program.waitFor()).as(Files.readString(output)).isZero();
            assertThat(Files.readString(output)).containsPattern("(?m)^together BUSY,\\w+:\\w+ 0$");
            var lines = Files.readAllLines(output).stream()
                    .filter(it -> it.matches("\\S+\\.\\S* \\S+ \\d+"))
                    .map(it -> List.of(it.split(" ", -1)))
                    .toList();
            assertThat(lines).hasSameSizeAs(HostileFiles.all("").keySet());
            assertThat(lines).allSatisfy(it -> {
                assertThat(it.get(1)).doesNotStartWith("OutOf");
                // These two are tables, if long-winded ones.
                assertThat(it.get(1).equals("READ")).isEqualTo(it.getFirst().matches("(wide|open-quote)\\.csv"));
                assertThat(Duration.ofMillis(Long.parseLong(it.get(2)))).isLessThan(LONGEST);
            });
            assertNobodyAsked(outside);
            assertThat(Path.of("/tmp/gongkai-slip.txt")).doesNotExist();
        }
    }

    private static void assertNobodyAsked(ServerSocket outside) throws IOException {
        outside.setSoTimeout(1);
        try (var asked = outside.accept()) {
            throw new AssertionError("asked by " + asked);
        } catch (SocketTimeoutException _) {
            // Nobody did.
        }
    }

    @Test
    void a_hostile_unit_register_is_refused() {
        var registers = new UnitRegisterReader();
        Stream.of(
                        "",
                        "\0",
                        "\"".repeat(900_000),
                        "code,name,kind,aliases\n" + ",".repeat(900_000),
                        "code,name,kind,aliases\n610926-T01," + "甲".repeat(900_000) + ",TOWN,",
                        "code,name,kind,aliases\n" + "610926-T01,甲镇,TOWN,\n".repeat(40_000),
                        "code," + "name,kind,".repeat(80_000),
                        "code,name,kind,aliases\n\"610926-T01,甲镇,TOWN,")
                .forEach(it -> assertThat(refusal(registers, it)).isNotEmpty());
    }

    private static String refusal(UnitRegisterReader registers, String csv) {
        try {
            registers.read(csv);
            return "";
        } catch (UnitRegisterException it) {
            assertThat(it.detail()).doesNotContain("java.");
            return it.detail();
        }
    }
}
