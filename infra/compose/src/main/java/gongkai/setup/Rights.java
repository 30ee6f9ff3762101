package gongkai.setup;

import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What each service may do at the broker: the ledger's topics are written by the command service alone, notices by the
 * query service alone. Rights that an operator gave to others stay.
 */
final class Rights {

    private static final String COMMAND = "User:command";
    private static final String QUERY = "User:query";

    private static final List<AclBinding> ALL = Stream.of(
                    may(COMMAND, TOPIC, "gongkai.events", CREATE, WRITE, READ, DESCRIBE_CONFIGS),
                    may(COMMAND, TOPIC, "gongkai.checkpoints", CREATE, WRITE, READ),
                    may(COMMAND, TOPIC, "gongkai.erasures", CREATE, WRITE, READ),
                    may(COMMAND, TRANSACTIONAL_ID, "gongkai-relay", WRITE),
                    may(QUERY, TOPIC, "gongkai.events", READ),
                    may(QUERY, TOPIC, "gongkai.checkpoints", READ),
                    may(QUERY, GROUP, "gongkai-projector", READ),
                    may(QUERY, GROUP, "gongkai-checkpoint-check", READ),
                    may(QUERY, TOPIC, "gongkai.notices", CREATE, WRITE))
            .flatMap(List::stream)
            .toList();

    private Rights() {}

    private static List<AclBinding> may(String who, ResourceType type, String name, AclOperation... operations) {
        return Stream.of(operations)
                .map(it -> new AclBinding(
                        new ResourcePattern(type, name, PatternType.LITERAL),
                        new AccessControlEntry(who, "*", it, AclPermissionType.ALLOW)))
                .toList();
    }

    static void establish(Admin admin) throws InterruptedException, ExecutionException {
        admin.createAcls(ALL).all().get();
        var found = admin.describeAcls(AclBindingFilter.ANY).values().get();
        var tooMany = found.stream()
                .filter(it -> Set.of(COMMAND, QUERY).contains(it.entry().principal()))
                .filter(it -> !ALL.contains(it))
                .map(AclBinding::toFilter)
                .collect(Collectors.toSet());
        admin.deleteAcls(tooMany).all().get();
    }
}
