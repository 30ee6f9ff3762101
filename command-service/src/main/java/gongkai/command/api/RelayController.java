package gongkai.command.api;

import gongkai.command.relay.Relay;
import gongkai.command.relay.RelayProgress;
import gongkai.http.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/relay", produces = "application/json")
@Tag(name = "Relay 转发", description = "From the ledgers to the topic of all events")
class RelayController {

    private final Relay relay;

    RelayController(Relay relay) {
        this.relay = relay;
    }

    @GetMapping
    @Operation(
            summary = "Tell how far the topic follows",
            description = "Which service publishes, up to where, and what keeps it from it. While the broker is away "
                    + "writes go on and the lag grows; afterwards it drains in order.")
    @Refuses("LEDGER_UNAVAILABLE")
    RelayAnswer tellRelay() {
        return RelayAnswer.of(relay.progress());
    }

    record RelayAnswer(
            String topic,

            @Schema(description = "The first position that the topic may lack; everything before it is there")
            long nextPosition,

            @Schema(description = "The log's newest position; -1: it has none")
            long lastPosition,

            @Schema(description = "How many records the topic lacks")
            long lag,

            @Schema(description = "Whether one of the services on this log is at it")
            boolean active,

            @Schema(description = "That service, or the last one: process and host")
            Optional<String> holder,

            @Schema(description = "When it began") Optional<Instant> since,

            @Schema(description = "What keeps the service that answers from publishing in its turn")
            Optional<String> problem) {

        static RelayAnswer of(RelayProgress it) {
            return new RelayAnswer(
                    it.topic(), it.next(), it.last(), it.lag(), it.active(), it.holder(), it.since(), it.problem());
        }
    }
}
