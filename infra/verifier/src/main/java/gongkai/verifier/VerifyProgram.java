package gongkai.verifier;

import gongkai.bundle.Archive;
import gongkai.bundle.RefusedException;
import gongkai.proof.CosignatureVerifier;
import gongkai.proof.NoteVerifier;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The verifier from a command line. It opens the files that it is given, and nothing else. */
@Command(
        name = "gongkai-verify",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Checks an evidence bundle 证据包 offline and says in one line what it proves.",
        footer = "Ends with 0 when a key that you trust proves it, 1 when the bundle is refused, 2 when something could"
                + " not be read, 3 when all holds but for a key that you trust.")
public final class VerifyProgram implements Callable<Integer> {

    static final int PROVEN = 0;
    static final int REFUSED = 1;
    static final int UNREADABLE = 2;
    static final int UNTRUSTED = 3;

    /** A checkpoint with the signatures of many witnesses is still a small text. */
    private static final int LARGEST_CHECKPOINT = 64 << 10;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "BUNDLE", description = "the bundle, a ZIP")
    private Path bundle = Path.of("");

    @Option(
            names = "--last-checkpoint",
            paramLabel = "FILE",
            description =
                    "a signed checkpoint of the ledger that you kept before; the bundle's tree must begin with it")
    private @Nullable Path lastCheckpoint;

    @Option(
            names = "--trust",
            paramLabel = "VKEY",
            description = "a key that you trust, name+id+key; may be given more than once")
    private List<String> trust = List.of();

    @Option(
            names = "--witness",
            paramLabel = "VKEY",
            description = "a witness's key, name+id+key; it must have cosigned the tree. May be given more than once")
    private List<String> witnesses = List.of();

    public static void main(String[] arguments) {
        var out = new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(run(out, arguments));
    }

    /** @return how the program ends */
    static int run(PrintWriter out, String... arguments) {
        return new CommandLine(new VerifyProgram()).setOut(out).setErr(out).execute(arguments);
    }

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        trust.forEach(it -> require(NoteVerifier.of(it).isPresent(), "--trust", it, "the key of a ledger"));
        witnesses.forEach(
                it -> require(CosignatureVerifier.of(it).isPresent(), "--witness", it, "the key of a witness"));
        try {
            var earlier = lastCheckpoint == null
                    ? Optional.<String>empty()
                    : Optional.of(new String(read(lastCheckpoint, LARGEST_CHECKPOINT), StandardCharsets.UTF_8));
            var verdict = Verification.of(read(bundle, Archive.MAX_SIZE), new Trust(trust, earlier, witnesses));
            out.println(verdict.inChinese());
            out.println(verdict.inEnglish());
            return verdict.isTrusted() ? PROVEN : UNTRUSTED;
        } catch (RefusedException e) {
            out.println("不予采信 REFUSED: " + e.detail());
            return REFUSED;
        } catch (IOException e) {
            out.println("无法读取 cannot read: " + e);
            return UNREADABLE;
        }
    }

    private void require(boolean isOne, String option, String key, String what) {
        if (!isOne) {
            throw new ParameterException(
                    spec.commandLine(), "%s «%s» is not %s: name+id+key was expected".formatted(option, key, what));
        }
    }

    private static byte[] read(Path file, int limit) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new IOException("%s is larger than %,d bytes".formatted(file, limit));
            }
            return bytes;
        }
    }
}
