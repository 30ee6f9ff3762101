package gongkai.command.dispatch;

import gongkai.event.Event;
import gongkai.record.EventRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** What the ledger took because of a command; empty when everything already stood. */
public final class Receipt {

    private static final String RESOURCE = Receipt.class.getName();

    /** In the order of the log. */
    private final List<EventRecord> records = new ArrayList<>();

    /** The receipt of the unit of work in progress, written once that has committed. */
    static Receipt current() {
        return CurrentUnitOfWork.get().root().getOrComputeResource(RESOURCE, _ -> new Receipt());
    }

    void write(List<EventRecord> appended) {
        records.addAll(appended);
    }

    /** The newest of the records. */
    public Optional<EventRecord> last() {
        return records.isEmpty() ? Optional.empty() : Optional.of(records.getLast());
    }

    /** The first recorded event of that kind. */
    public <E extends Event> Optional<E> first(Class<E> kind) {
        return records.stream()
                .map(EventRecord::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }
}
