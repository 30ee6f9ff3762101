package gongkai.command.ledger;

import gongkai.record.EventRecord;
import java.util.List;
import java.util.Optional;

/**
 * What it takes to know a stream's state.
 *
 * @param records those after the snapshot, in order; without one, all
 */
public record StreamTail(Optional<StreamSnapshot> snapshot, List<EventRecord> records) {}
