package gongkai.bench.contender;

/** Carries out work durably: when a method returns, PostgreSQL has flushed it to disk. */
public interface Contender extends AutoCloseable {

    String name();

    /** Makes a stream with its first event. */
    void create(String subject);

    /** Adds an event to a stream that is there. */
    void change(String subject);

    /** Reads a stream and makes its state of it; does nothing where a contender has no states. */
    default void load(String subject) {}

    @Override
    void close();
}
