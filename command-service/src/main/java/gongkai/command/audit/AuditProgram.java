package gongkai.command.audit;

import com.zaxxer.hikari.HikariDataSource;
import gongkai.command.ledger.LedgerReader;
import gongkai.command.ledger.postgres.PostgresReader;
import gongkai.proof.Checkpoint;
import gongkai.proof.NoteVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The audit from a command line. It reads the database itself and believes no running service. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Reads every row of a ledger again and says whether it is what it committed to.",
        footer = "Ends with 0 when every ledger is valid, 1 when one is not, 2 when it could not be read.")
public final class AuditProgram implements Callable<Integer> {

    private static final int INVALID = 1;
    private static final int UNREADABLE = 2;

    @Option(
            names = "--url",
            required = true,
            defaultValue = "${env:GONGKAI_LEDGER_URL}",
            description = "the ledger's database, jdbc:postgresql://host:port/name; or GONGKAI_LEDGER_URL")
    private String url = "";

    @Option(
            names = "--user",
            defaultValue = "${env:GONGKAI_LEDGER_USERNAME:-gongkai}",
            description = "who may read it; or GONGKAI_LEDGER_USERNAME. The password: GONGKAI_LEDGER_PASSWORD")
    private String user = "";

    @Option(
            names = "--checkpoint",
            description = "a signed checkpoint that was kept elsewhere; the ledger must begin with it")
    private @Nullable Path checkpoint;

    @Option(names = "--vkey", description = "the key that signed it: name+id+key")
    private @Nullable String verifierKey;

    @Parameters(
            paramLabel = "CODE",
            description = "ledgers by the codes of their jurisdictions; all when none is named")
    private List<String> codes = List.of();

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** @return how the program ends */
    public static int run(String... arguments) {
        return new CommandLine(new AuditProgram())
                .setExitCodeExceptionMapper(_ -> UNREADABLE)
                .setExecutionExceptionHandler((e, line, _) -> {
                    line.getErr()
                            .println(
                                    NestedExceptionUtils.getMostSpecificCause(e).getMessage());
                    return UNREADABLE;
                })
                .execute(arguments);
    }

    @Override
    public Integer call() throws IOException {
        var kept = kept();
        try (var connections = new HikariDataSource()) {
            connections.setJdbcUrl(url);
            connections.setUsername(user);
            connections.setPassword(Optional.ofNullable(System.getenv("GONGKAI_LEDGER_PASSWORD"))
                    .orElse(""));
            connections.setReadOnly(true);
            connections.setMaximumPoolSize(2);
            var ledger = new PostgresReader(connections);
            var named = kept.isPresent() ? List.of(codeOf(kept.get())) : codes;
            int worst = 0;
            for (var code : named.isEmpty() ? List.copyOf(ledger.sizes().keySet()) : named) {
                worst = Math.max(worst, audit(ledger, code, kept));
            }
            return worst;
        }
    }

    private static int audit(LedgerReader ledger, String code, Optional<Checkpoint> kept) {
        if (ledger.head(code).isEmpty() && !ledger.sizes().containsKey(code)) {
            throw new IllegalArgumentException("There is no ledger «%s» in that database.".formatted(code));
        }
        var begun = Instant.now();
        var report = Audit.of(ledger, code, kept);
        var seconds = Duration.between(begun, Instant.now()).toMillis() / 1_000.0;
        if (report.fault().isEmpty()) {
            System.out.printf("%s valid: %,d leaves, root %s (%.1f s)%n", code, report.size(), report.root(), seconds);
            return 0;
        }
        var fault = report.fault().get();
        System.out.printf(
                "%s NOT VALID: %s%s: %s (%,d leaves before it are sound, %.1f s)%n",
                code,
                fault.kind(),
                fault.leaf().map(it -> " at leaf " + it).orElse(""),
                fault.what(),
                report.size(),
                seconds);
        return INVALID;
    }

    private Optional<Checkpoint> kept() throws IOException {
        if (checkpoint == null) {
            return Optional.empty();
        }
        if (verifierKey == null) {
            throw new IllegalArgumentException("--checkpoint needs --vkey, the key that signed it");
        }
        var note = Files.readString(checkpoint);
        var verifier = NoteVerifier.of(verifierKey)
                .orElseThrow(() -> new IllegalArgumentException("--vkey is none: name+id+key was expected"));
        return Optional.of(verifier.verify(note)
                .flatMap(Checkpoint::parse)
                .orElseThrow(() -> new IllegalArgumentException(checkpoint + " was not signed by that key")));
    }

    private static String codeOf(Checkpoint kept) {
        return kept.origin().substring(kept.origin().lastIndexOf('/') + 1);
    }
}
