package gongkai.command.ledger.commit;

import gongkai.command.ledger.NewEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The sequences up to which streams are written, as appends are taken up one after the other. */
final class StreamEnds {

    private final Map<String, Long> last;

    StreamEnds(Map<String, Long> last) {
        this.last = new HashMap<>(last);
    }

    /** @return the first event that does not follow in its stream; then nothing of the append is taken up */
    Optional<NewEvent> follow(Append append) {
        var after = new HashMap<String, Long>();
        for (var it : append.events()) {
            long before = after.getOrDefault(it.subject(), last.getOrDefault(it.subject(), -1L));
            if (it.sequence() != before + 1) {
                return Optional.of(it);
            }
            after.put(it.subject(), it.sequence());
        }
        last.putAll(after);
        return Optional.empty();
    }
}
