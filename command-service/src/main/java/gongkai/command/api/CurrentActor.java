package gongkai.command.api;

import org.springframework.stereotype.Component;

/** Who is asking. Nobody is asked for a name yet, and the ledger says so. */
@Component
class CurrentActor {

    String name() {
        return "anonymous";
    }
}
