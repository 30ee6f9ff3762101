package gongkai.command.relay;

import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** The topic of all events: each ledger in one partition, kept for ever, never compacted. */
final class EventTopic {

    static final String NAME = "gongkai.events";

    /** For life: another count would spread a ledger over two partitions. */
    static final int PARTITIONS = 12;

    private EventTopic() {}

    static void create(Admin admin) throws InterruptedException, ExecutionException {
        KeptTopic.create(admin, NAME, PARTITIONS);
    }

    /** How many records were ever written to it; at least as many as positions that it holds. */
    static long written(Admin admin) throws InterruptedException, ExecutionException {
        var ends = IntStream.range(0, PARTITIONS)
                .boxed()
                .collect(Collectors.toMap(it -> new TopicPartition(NAME, it), _ -> OffsetSpec.latest()));
        return admin.listOffsets(ends).all().get().values().stream()
                .mapToLong(it -> it.offset())
                .sum();
    }
}
