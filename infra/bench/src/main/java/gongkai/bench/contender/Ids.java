package gongkai.bench.contender;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.UUID;

/** Ordered ids for every contender that lets us choose. */
final class Ids {

    private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

    private Ids() {}

    static UUID next() {
        return IDS.generate();
    }
}
