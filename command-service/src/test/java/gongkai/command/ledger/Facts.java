package gongkai.command.ledger;

import gongkai.event.JurisdictionEvent.JurisdictionRegistered;
import gongkai.event.JurisdictionEvent.JurisdictionRenamed;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Events to append, of which only order and size matter. */
public final class Facts {

    static final Instant AT = Instant.parse("2019-05-05T01:00:00Z");

    private static final AtomicInteger LAST_COUNTY = new AtomicInteger(100_000);

    private Facts() {}

    /** A county that no other test of this process uses. */
    public static String county() {
        return Integer.toString(LAST_COUNTY.incrementAndGet());
    }

    public static NewEvent event(String county, String subject, long sequence, String text) {
        return new NewEvent(
                county,
                subject,
                sequence,
                UUID.randomUUID(),
                "registrar",
                sequence == 0
                        ? new JurisdictionRegistered(county, text, AT)
                        : new JurisdictionRenamed(county, text, AT));
    }
}
