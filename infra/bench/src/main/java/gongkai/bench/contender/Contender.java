package gongkai.bench.contender;

/** Carries out work durably: when a method returns, PostgreSQL has flushed it to disk. */
public interface Contender extends AutoCloseable {

    String name();

    /** Makes a stream with its first event. */
    void create(String subject);

    /** Adds an event to a stream that is there. */
    void change(String subject);

    /** Makes a stream's state, and decides to add nothing to it. */
    default void load(String subject) {
        throw new UnsupportedOperationException(name() + " has no states");
    }

    /** Drops the states that it has kept, before other streams are made. */
    default void forget() {}

    @Override
    void close();
}
