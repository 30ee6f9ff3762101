package gongkai.command.ledger.commit;

import java.util.Optional;

/** Whoever follows requests on their way through the log; called on the caller's thread, so it must not block. */
public interface AppendTrace {

    AppendTrace NONE = () -> new Followed() {
        @Override
        public Optional<String> traceparent() {
            return Optional.empty();
        }

        @Override
        public void close() {}
    };

    /** An append begins to wait. */
    Followed begin();

    /** One append until its caller is answered. */
    interface Followed extends AutoCloseable {

        /** W3C's name of it, which goes with its last record: with that one the rest has gone, too. */
        Optional<String> traceparent();

        @Override
        void close();
    }
}
