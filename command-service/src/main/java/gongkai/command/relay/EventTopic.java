package gongkai.command.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.ConfigResource;

/** The topic of all events: each ledger in one partition, kept for ever, never compacted. */
record EventTopic(Admin admin, Uuid id) {

    static final String NAME = "gongkai.events";

    /** For life: another count would spread a ledger over two partitions. */
    static final int PARTITIONS = 12;

    /**
     * Made if it is not there.
     *
     * @throws UnfitTopicException when it is there and is not what it must be
     */
    static EventTopic open(Admin admin) throws InterruptedException, ExecutionException {
        KeptTopic.create(admin, NAME, PARTITIONS);
        var topic = new EventTopic(admin, describe(admin).topicId());
        topic.requireKeptForEver();
        topic.requireBeginning();
        return topic;
    }

    private static TopicDescription describe(Admin admin) throws InterruptedException, ExecutionException {
        var found = admin.describeTopics(List.of(NAME)).allTopicNames().get().get(NAME);
        if (found == null) {
            throw new UnfitTopicException("is not described by the broker");
        }
        if (found.partitions().size() != PARTITIONS) {
            throw new UnfitTopicException(("has %d partitions instead of %d, so its ledgers are spread by another rule;"
                            + " delete it, and it is made and filled again from the ledger")
                    .formatted(found.partitions().size(), PARTITIONS));
        }
        return found;
    }

    /** @throws UnfitTopicException when its name means another topic by now */
    void requireSame() throws InterruptedException, ExecutionException {
        if (!describe(admin).topicId().equals(id)) {
            throw new UnfitTopicException("was made anew by somebody");
        }
    }

    private void requireKeptForEver() throws InterruptedException, ExecutionException {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, NAME);
        var settings = admin.describeConfigs(List.of(resource)).all().get().get(resource);
        for (var must : KeptTopic.SETTINGS.entrySet()) {
            var entry = settings == null ? null : settings.get(must.getKey());
            if (entry == null || !must.getValue().equals(entry.value())) {
                throw new UnfitTopicException("is set to %s=%s instead of %s and would lose records; set it right"
                        .formatted(must.getKey(), entry == null ? "?" : entry.value(), must.getValue()));
            }
        }
    }

    private void requireBeginning() throws InterruptedException, ExecutionException {
        var begins = offsets(OffsetSpec.earliest());
        if (begins.stream().anyMatch(it -> it > 0)) {
            throw new UnfitTopicException(
                    "has lost its beginning; delete it, and it is made and filled again from the ledger");
        }
    }

    /** By partition, the offset after its last record. */
    List<Long> ends() throws InterruptedException, ExecutionException {
        return offsets(OffsetSpec.latest());
    }

    private List<Long> offsets(OffsetSpec of) throws InterruptedException, ExecutionException {
        var partitions = IntStream.range(0, PARTITIONS)
                .mapToObj(it -> new TopicPartition(NAME, it))
                .toList();
        var found = admin.listOffsets(partitions.stream().collect(Collectors.toMap(Function.identity(), _ -> of)));
        var offsets = new ArrayList<Long>();
        for (var partition : partitions) {
            offsets.add(found.partitionResult(partition).get().offset());
        }
        return offsets;
    }
}
