package gongkai.query.delivery;

import gongkai.http.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/deliveries", produces = "application/json")
@Tag(name = "Delivery 送达", description = "Each notice on its way to each subscription")
class DeliveryController {

    private final Deliveries deliveries;

    DeliveryController(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @GetMapping
    @Operation(
            summary = "List deliveries",
            description = "In the order in which they were made; state=FAILED shows what was given up, and why.")
    @Refuses({"REQUEST_MALFORMED", "FIELD_INVALID"})
    DeliveryPage listDeliveries(
            @RequestParam(required = false) @Size(max = 100) @Nullable String subscription,
            @RequestParam(required = false) @Nullable DeliveryState state,
            @Parameter(description = "«next» of the page before") @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit) {
        var items = deliveries.after(cursor, subscription, state, limit);
        return new DeliveryPage(
                items,
                items.size() < limit
                        ? Optional.empty()
                        : Optional.of(items.getLast().id()));
    }

    @PostMapping("/{id}/retries")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Send a failed delivery again",
            description = "It begins anew with all its attempts. A notice whose reason has gone meanwhile is skipped.")
    @Refuses({"REQUEST_MALFORMED", "DELIVERY_UNKNOWN", "DELIVERY_NOT_FAILED", "SUBSCRIPTION_DISABLED"})
    DeliveryItem sendAgain(@PathVariable UUID id) {
        return deliveries.sendAgain(id);
    }

    record DeliveryPage(
            List<DeliveryItem> items,

            @Schema(description = "Send it as cursor for what follows; absent at the end")
            Optional<UUID> next) {}
}
