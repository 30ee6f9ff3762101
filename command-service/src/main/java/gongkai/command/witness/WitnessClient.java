package gongkai.command.witness;

import gongkai.command.witness.Reply.Contradicted;
import gongkai.command.witness.Reply.ElsewhereAlready;
import gongkai.command.witness.Reply.Unusable;
import gongkai.proof.AddCheckpoint;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks a witness as C2SP tlog-witness says. */
final class WitnessClient {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Many signature lines are still a small text. */
    private static final int LARGEST_ANSWER = 16 << 10;

    private static final int SENTENCE = 300;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    Reply ask(WitnessAddress witness, AddCheckpoint request) throws InterruptedException {
        var post = HttpRequest.newBuilder(witness.url())
                .POST(BodyPublishers.ofString(request.text()))
                .build();
        var sent = http.sendAsync(post, BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST_ANSWER));
        try {
            return reply(witness, request, sent.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            return new Unusable("it cannot be reached: " + e.getCause());
        } catch (TimeoutException _) {
            sent.cancel(true);
            return new Unusable("it did not answer within %d seconds".formatted(PATIENCE.toSeconds()));
        }
    }

    private static Reply reply(WitnessAddress witness, AddCheckpoint request, HttpResponse<String> answer) {
        var text = answer.body();
        return switch (answer.statusCode()) {
            case 200 ->
                witness.cosignature(request.checkpoint(), text)
                        .orElse(new Unusable("it answered with a cosignature of another key than the one that is set"));
            case 409 -> conflict(request, text);
            case 422 -> new Contradicted();
            default -> new Unusable("it answered %d: %s".formatted(answer.statusCode(), firstOf(text.strip())));
        };
    }

    /** Enough to see what it means; it is told in the log and in health. */
    private static String firstOf(String text) {
        return text.substring(0, Math.min(text.length(), SENTENCE));
    }

    private static Reply conflict(AddCheckpoint request, String text) {
        try {
            long size = Long.parseLong(text.strip());
            return size < 0
                    ? new Unusable("it answered 409 with a size that no tree has")
                    : size == request.oldSize() ? new Contradicted() : new ElsewhereAlready(size);
        } catch (NumberFormatException _) {
            return new Unusable("it answered 409 without the size of a tree");
        }
    }
}
