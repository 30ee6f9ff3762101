package gongkai.command.relay;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topic of all events: each ledger in one partition, kept for ever, never compacted. */
final class EventTopic {

    static final String NAME = "gongkai.events";

    /** For life: another count would spread a ledger over two partitions. */
    static final int PARTITIONS = 12;

    private EventTopic() {}

    static void create(Admin admin) throws InterruptedException, ExecutionException {
        var topic = new NewTopic(NAME, Optional.of(PARTITIONS), Optional.empty())
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG, "-1",
                        TopicConfig.RETENTION_BYTES_CONFIG, "-1"));
        try {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
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
