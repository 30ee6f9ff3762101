package gongkai.command.api;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Who is asking. Nobody is asked for a name yet, and the ledger says so. */
@Component
class CurrentActor {

    private final String everybody;

    CurrentActor(@Value("${gongkai.actor}") String everybody) {
        this.everybody = everybody;
    }

    String name() {
        return everybody;
    }
}
