package gongkai.command.person;

import java.util.Set;

/** A place that keeps who was erased, so that a restored backup of something else does not bring them back. */
public interface ErasureMemory {

    /**
     * The ids of all whose erasure is kept there.
     *
     * @throws RuntimeException when it cannot be read for now
     */
    Set<String> erased();

    /**
     * Does nothing when it is kept there already.
     *
     * @throws RuntimeException when it cannot be kept there for now
     */
    void remember(String person);
}
