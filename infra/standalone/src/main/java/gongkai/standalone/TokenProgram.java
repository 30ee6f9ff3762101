package gongkai.standalone;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.client.RestClientException;

/** Prints an access token of one of the clients of the Gongkai that runs on the data directory, for a shell. */
public final class TokenProgram {

    private TokenProgram() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.getenv(), System.out, System.err));
    }

    /** @return the exit code: 0, or 1 with a sentence */
    static int run(String[] arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        try {
            out.println(token(arguments.length == 1 ? arguments[0] : "", environment));
            return 0;
        } catch (StartupException e) {
            err.println(e.getMessage());
        } catch (IOException | RestClientException e) {
            err.println("The issuer gave no token: " + e.getMessage());
        }
        return 1;
    }

    private static String token(String name, Map<String, String> environment) throws IOException {
        var file = Settings.from(environment).dataDirectory().resolve("runtime.json");
        if (!Files.exists(file)) {
            throw new StartupException(
                    "Nothing runs here: %s is not there. Start ./infra/run first, and give the same %s."
                            .formatted(file, Settings.DATA_DIR));
        }
        var runtime = AtomicFile.read(file, RuntimeFile.Content.class);
        var endpoint = runtime.tokenEndpoint()
                .orElseThrow(() -> new StartupException(
                        "Tokens come from %s; ask it with a client of your own.".formatted(runtime.issuer())));
        var client = runtime.clients().stream()
                .filter(it -> it.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new StartupException(runtime.clients().stream()
                        .map(RuntimeFile.Client::id)
                        .collect(Collectors.joining(", ", "Say whose token: ", "."))));
        return AccessToken.of(endpoint, client.id(), client.secret());
    }
}
