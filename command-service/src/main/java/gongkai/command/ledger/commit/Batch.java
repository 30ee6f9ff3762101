package gongkai.command.ledger.commit;

import gongkai.command.ledger.LedgerUnavailableException;
import gongkai.command.ledger.StreamConflictException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Appends that go to the store together; each is placed as it comes, so that nothing is left to do once they may go. */
final class Batch {

    /** So many records are enough for one statement. */
    private static final int FULL = 1_024;

    private final List<Append> appends = new ArrayList<>();
    private final Set<Place> places = new HashSet<>();
    private final @Nullable Placing placing;

    /** @param placing null when it is not known where the log will end; then they are placed later */
    Batch(@Nullable Placing placing) {
        this.placing = placing;
    }

    private record Place(String subject, long sequence) {}

    /** Of two that want the same place in a stream, the first to come keeps it. */
    void add(Append append) {
        for (var event : append.events()) {
            if (!places.add(new Place(event.subject(), event.sequence()))) {
                append.fail(new StreamConflictException(event.subject()));
                return;
            }
        }
        try {
            if (placing != null) {
                placing.place(append);
            }
            appends.add(append);
        } catch (RuntimeException e) {
            append.fail(new LedgerUnavailableException(e));
        }
    }

    List<Append> appends() {
        return appends;
    }

    @Nullable
    PlacedBatch placed() {
        return placing == null ? null : placing.placed();
    }

    boolean isEmpty() {
        return appends.isEmpty();
    }

    int records() {
        return places.size();
    }

    boolean isFull() {
        return records() >= FULL;
    }
}
