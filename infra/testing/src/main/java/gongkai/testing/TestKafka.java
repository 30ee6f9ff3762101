package gongkai.testing;

import gongkai.embedded.KafkaBroker;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;

/** A Kafka broker of a test's own, set up like the one of standalone. */
public record TestKafka(String bootstrapServers, Runnable stop) implements AutoCloseable {

    /** @param directory where an embedded broker keeps its log; a container keeps it in itself */
    public static TestKafka start(Path directory) {
        return switch (Servers.chosen()) {
            case EMBEDDED -> embedded(KafkaBroker.start(directory));
            case CONTAINERS -> Containers.kafka();
        };
    }

    private static TestKafka embedded(KafkaBroker broker) {
        return new TestKafka(broker.bootstrapServers(), broker::close);
    }

    /** As if new: without topics, and without groups, whose members may have gone without a word. */
    public void empty() {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            var groups = admin.listGroups(ListGroupsOptions.forConsumerGroups()).all().get().stream()
                    .map(GroupListing::groupId)
                    .toList();
            for (var group : admin.describeConsumerGroups(groups).all().get().values()) {
                if (!group.members().isEmpty()) {
                    admin.removeMembersFromConsumerGroup(group.groupId(), new RemoveMembersFromConsumerGroupOptions())
                            .all()
                            .get();
                }
            }
            admin.deleteConsumerGroups(groups).all().get();
            admin.deleteTopics(admin.listTopics().names().get()).all().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker could not be emptied: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        stop.run();
    }
}
