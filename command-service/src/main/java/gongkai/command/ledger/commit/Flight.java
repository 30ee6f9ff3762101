package gongkai.command.ledger.commit;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** A batch on its way to the store, while the writer places the next one. */
final class Flight implements Arrival {

    private final Batch batch;
    private final PlacedBatch placed;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

    private Flight(Batch batch, PlacedBatch placed) {
        this.batch = batch;
        this.placed = placed;
    }

    /** @param landed called on the sender's thread once the outcome is known */
    static Flight of(Batch batch, PlacedBatch placed, LogStore store, Executor sender, Consumer<Flight> landed) {
        var flight = new Flight(batch, placed);
        sender.execute(() -> {
            flight.outcome.complete(Outcome.of(placed, store));
            landed.accept(flight);
        });
        return flight;
    }

    Batch batch() {
        return batch;
    }

    PlacedBatch placed() {
        return placed;
    }

    /** Waits until it is known. */
    Outcome outcome() {
        return outcome.join();
    }
}
