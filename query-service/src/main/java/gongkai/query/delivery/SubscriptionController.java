package gongkai.query.delivery;

import gongkai.http.ProblemException;
import gongkai.http.Refuses;
import gongkai.query.asof.QueryProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/subscriptions", produces = "application/json")
@Tag(name = "Subscription 订阅", description = "Who is told by which channel")
class SubscriptionController {

    private final Subscriptions subscriptions;

    SubscriptionController(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @PostMapping(consumes = "application/json")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Subscribe",
            description =
                    "To what is issued from now on. A webhook's secret stands in this answer and is never shown again; "
                            + "webhooks are signed as Standard Webhooks say, and the same notice may come twice.")
    @Refuses({
        "REQUEST_MALFORMED",
        "REQUEST_TOO_LARGE",
        "MEDIA_TYPE_UNSUPPORTED",
        "FIELD_INVALID",
        "TARGET_FORBIDDEN",
        "CHANNEL_UNAVAILABLE",
        "SUBSCRIPTIONS_EXHAUSTED"
    })
    SubscriptionItem subscribe(@Valid @RequestBody NewSubscription body) {
        return subscriptions.subscribe(body);
    }

    @GetMapping
    @Operation(summary = "List subscriptions", description = "In the order in which they were made; without secrets.")
    @Refuses({"REQUEST_MALFORMED", "FIELD_INVALID"})
    SubscriptionPage listSubscriptions(
            @Parameter(description = "«next» of the page before") @RequestParam(defaultValue = "") @Size(max = 100)
                    String cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit) {
        var items = subscriptions.after(cursor, limit);
        return new SubscriptionPage(
                items,
                items.size() < limit
                        ? Optional.empty()
                        : Optional.of(items.getLast().id()));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Show one subscription", description = "Without its secret.")
    @Refuses("SUBSCRIPTION_UNKNOWN")
    SubscriptionItem showSubscription(@PathVariable String id) {
        return subscriptions.byId(id).orElseThrow(() -> unknown(id));
    }

    @DeleteMapping("/{id}")
    @Operation(
            summary = "Unsubscribe",
            description = "Its secret and its deliveries are deleted with it. Answers with what was deleted.")
    @Refuses("SUBSCRIPTION_UNKNOWN")
    SubscriptionItem unsubscribe(@PathVariable String id) {
        return subscriptions.unsubscribe(id).orElseThrow(() -> unknown(id));
    }

    @PostMapping("/{id}/test")
    @Operation(
            summary = "Send a test letter",
            description =
                    "Now, by the subscription's own channel, and tells what came of it; a receiver may take up to "
                            + "twenty seconds. Nothing is recorded, and it is not repeated. A webhook gets a CloudEvent of type "
                            + "gongkai.notice.test.v1 with kind TEST, signed like a notice; people read 测试 at the beginning.")
    @Refuses({"SUBSCRIPTION_UNKNOWN", "SUBSCRIPTION_DISABLED"})
    TestAnswer sendTest(@PathVariable String id) {
        return subscriptions.sendTest(id).orElseThrow(() -> unknown(id));
    }

    private static ProblemException unknown(String id) {
        return new ProblemException(
                QueryProblem.SUBSCRIPTION_UNKNOWN,
                "There is no subscription «%s»; GET /api/subscriptions lists all of them.".formatted(id));
    }

    record SubscriptionPage(
            List<SubscriptionItem> items,

            @Schema(description = "Send it as cursor for what follows; absent at the end")
            Optional<String> next) {}
}
