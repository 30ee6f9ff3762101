package gongkai.query.notice.rule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an obligation has given reason to tell.
 *
 * @param raised in the order of time; a withdrawal stands before what replaces it
 * @param next when the passing of time alone may bring another; empty: only a new record can
 */
public record Outlook(List<Raised> raised, Optional<Instant> next) {

    public Outlook {
        raised = List.copyOf(raised);
    }
}
