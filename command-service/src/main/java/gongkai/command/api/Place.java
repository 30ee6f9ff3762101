package gongkai.command.api;

import gongkai.command.dispatch.Receipt;
import gongkai.command.ledger.Head;
import gongkai.record.EventRecord;

/** Where a write stands in the ledger. */
record Place(String ledger, long leaf, long position) {

    static Place of(Receipt receipt) {
        return receipt.last()
                .map(Place::of)
                .orElseThrow(() -> new IllegalStateException("This command always records an event"));
    }

    static Place of(EventRecord it) {
        return new Place(it.ledger(), it.leaf(), it.position());
    }

    static Place of(Head it) {
        return new Place(it.ledger(), it.leaf(), it.position());
    }
}
