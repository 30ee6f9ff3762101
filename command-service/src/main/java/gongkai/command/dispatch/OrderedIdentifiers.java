package gongkai.command.dispatch;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import org.axonframework.common.IdentifierFactory;

/** Ids of messages, and so of events, in the order of their making (UUID version 7); Axon finds it as a service. */
public final class OrderedIdentifiers extends IdentifierFactory {

    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    @Override
    public String generateIdentifier() {
        return ids.generate().toString();
    }
}
