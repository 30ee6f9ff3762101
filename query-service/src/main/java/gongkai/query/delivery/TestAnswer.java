package gongkai.query.delivery;

import gongkai.query.delivery.channel.Outcome;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import java.util.OptionalInt;

/** What came of a test letter. */
public record TestAnswer(
        @Schema(description = "The letter's id; a webhook's receiver finds it in webhook-id")
        String id,

        @Schema(description = "Whether the receiver, or the mail server on its way there, took it")
        boolean delivered,

        @Schema(description = "Of the receiver's answer over HTTP; absent when there was none, and for EMAIL")
        Optional<Integer> status,

        @Schema(description = "What went wrong; absent when it was delivered")
        Optional<String> error) {

    static TestAnswer of(String id, Outcome outcome) {
        return new TestAnswer(
                id,
                outcome instanceof Outcome.Delivered,
                boxed(outcome.status()),
                switch (outcome) {
                    case Outcome.Delivered _ -> Optional.empty();
                    case Outcome.Failed failed -> Optional.of(failed.why());
                    case Outcome.Gone _ ->
                        Optional.of("The receiver answered 410, it wants no more; at a notice the subscription would be"
                                + " disabled");
                });
    }

    private static Optional<Integer> boxed(OptionalInt status) {
        return status.isPresent() ? Optional.of(status.getAsInt()) : Optional.empty();
    }
}
