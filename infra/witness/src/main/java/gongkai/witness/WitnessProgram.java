package gongkai.witness;

import gongkai.proof.NoteVerifier;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The witness from a command line; it runs until it is ended. */
@Command(
        name = "gongkai-witness",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Cosigns checkpoints of ledgers (C2SP tlog-witness): each tree only if it adds to the one before.",
        footer =
                "Run it on a machine that who keeps the ledger cannot change. The first line that it prints is its key.")
public final class WitnessProgram implements Callable<Integer> {

    private static final int UNSTARTED = 2;
    private static final Pattern ADDRESS = Pattern.compile("\\[?(?<host>[^\\[\\]/]+?)]?:(?<port>\\d{1,5})");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:8090",
            description = "where to listen; ${DEFAULT-VALUE} when absent")
    private String listen = "";

    @Option(
            names = "--state",
            required = true,
            paramLabel = "DIR",
            description = "where the key and the newest cosigned checkpoints are kept; made at the first start. Never"
                    + " put it back from an older copy")
    private Path state = Path.of("");

    @Option(
            names = "--log",
            required = true,
            paramLabel = "VKEY",
            description = "a ledger's key, name+id+key; may be given more than once, also for one ledger")
    private List<String> logs = List.of();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "gongkai-witness",
            description = "of this witness, best a host's; ${DEFAULT-VALUE} when absent. A key keeps its name")
    private String name = "";

    public static void main(String[] arguments) {
        // Who sends a request a byte a minute, or never reads the answer, is cut off; in seconds.
        System.setProperty("sun.net.httpserver.maxReqTime", "10");
        System.setProperty("sun.net.httpserver.maxRspTime", "10");
        System.exit(new CommandLine(new WitnessProgram()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        var address = address();
        var keys = logs.stream().map(this::key).toList();
        if (!name.matches("[^+\\s]+")) {
            throw invalid("--name «" + name + "» has a blank or a plus in it");
        }
        var out = spec.commandLine().getOut();
        try (var cosigned = new CosignedCheckpoints(state)) {
            for (var it : keys) {
                cosigned.newest(it.name());
            }
            var cosigner = WitnessKey.in(state.resolve("witness-key"), name);
            var witness = new Witness(keys, cosigned, cosigner, Clock.systemUTC());
            try (var server = new WitnessServer(address, witness)) {
                out.println(cosigner.verifierKey());
                keys.stream().map(NoteVerifier::name).distinct().forEach(it -> tell(out, it, server));
                new CountDownLatch(1).await();
            }
            return 0;
        } catch (IOException e) {
            spec.commandLine().getErr().println("The witness cannot start: " + e.getMessage());
            return UNSTARTED;
        }
    }

    private static void tell(PrintWriter out, String origin, WitnessServer server) {
        out.println("witnesses " + origin + " at " + server.address());
        out.flush();
    }

    private InetSocketAddress address() {
        var parts = ADDRESS.matcher(listen);
        int port = parts.matches() ? Integer.parseInt(parts.group("port")) : -1;
        if (port < 0 || port > 65_535) {
            throw invalid("--listen «" + listen + "» is no address: host:port was expected");
        }
        var address = new InetSocketAddress(parts.group("host"), port);
        if (address.isUnresolved()) {
            throw invalid("--listen «" + listen + "»: there is no host of that name");
        }
        return address;
    }

    private NoteVerifier key(String verifierKey) {
        return NoteVerifier.of(verifierKey)
                .orElseThrow(() -> invalid("--log «" + verifierKey
                        + "» is no ledger's key: name+id+key was expected, as" + " its /api/ledgers/…/vkey gives it"));
    }

    private ParameterException invalid(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
