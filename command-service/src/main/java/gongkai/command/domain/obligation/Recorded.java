package gongkai.command.domain.obligation;

import gongkai.event.ObligationEvent.InterpretationRecorded;
import gongkai.event.ObligationEvent.PublicationRecorded;
import gongkai.event.ObligationEvent.ResponseRecorded;
import gongkai.status.ObligationFacts;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ids of all evidence ever recorded, returned and retracted ones too. */
final class Recorded {

    private Recorded() {}

    static Set<String> ids(ObligationFacts facts) {
        return Stream.of(
                        facts.events(PublicationRecorded.class).map(PublicationRecorded::publication),
                        facts.events(InterpretationRecorded.class).map(InterpretationRecorded::interpretation),
                        facts.events(ResponseRecorded.class).map(ResponseRecorded::response))
                .flatMap(it -> it)
                .collect(Collectors.toSet());
    }
}
