package gongkai.command.relay;

import java.util.Optional;

/** Whoever follows requests onto the topic; called between the steps of a transaction, so it must be quick. */
public interface RelayTrace {

    RelayTrace NONE = (_, _) -> new Publication() {
        @Override
        public Optional<String> traceparent(long position) {
            return Optional.empty();
        }

        @Override
        public void stands() {}
    };

    /**
     * Records from position {@code first} on begin their way to the topic.
     *
     * @param next the first position after them
     */
    Publication begin(long first, long next);

    /** Some records on their way; of those that fail one hears no more. */
    interface Publication {

        /** W3C's name of where the readers of that record go on; empty when nobody follows it. */
        Optional<String> traceparent(long position);

        /** The topic has them. */
        void stands();
    }
}
