package gongkai.query.desk;

import gongkai.query.desk.KnownAddresses.Mention;
import java.util.List;

/** The address was recorded before; the person has not yet said that this is meant. */
final class SameAddressException extends RuntimeException {

    private final transient List<Mention> mentions;

    SameAddressException(List<Mention> mentions) {
        super("recorded under the same address: " + mentions.size());
        this.mentions = mentions;
    }

    List<Mention> mentions() {
        return mentions;
    }
}
