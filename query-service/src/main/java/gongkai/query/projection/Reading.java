package gongkai.query.projection;

import gongkai.record.EventRecord;
import gongkai.record.MalformedRecordException;
import gongkai.record.RecordCodec;
import org.jspecify.annotations.Nullable;

/** A message and what it says, or why it is refused. */
record Reading(Message message, @Nullable EventRecord record, String refusal) {

    private static final RecordCodec CODEC = new RecordCodec();
    private static final String LEFT_BEHIND = "left behind";

    static Reading of(Message message) {
        var value = message.value();
        if (value == null) {
            return new Reading(message, null, "it is empty, and nothing is ever deleted here");
        }
        try {
            var record = CODEC.decode(value);
            if (!record.ledger().equals(message.key())) {
                return new Reading(message, null, "its ledger is not the key «" + message.key() + "»");
            }
            return new Reading(message, record, "");
        } catch (MalformedRecordException e) {
            return new Reading(message, null, String.valueOf(e.getMessage()));
        }
    }

    boolean isRefused() {
        return record == null;
    }

    /** Refused before, and nothing is waiting for it any more. */
    Reading leftBehind() {
        return new Reading(message, null, LEFT_BEHIND);
    }

    boolean isLeftBehind() {
        return record == null && refusal.equals(LEFT_BEHIND);
    }

    /** The ledger that it is about, if it tells. */
    @Nullable
    String ledger() {
        return record == null ? message.key() : record.ledger();
    }
}
