package gongkai.command.calendar;

import gongkai.command.dispatch.Dispatcher;
import gongkai.command.dispatch.Streams;
import gongkai.command.domain.jurisdiction.JurisdictionCommand.AdoptCalendar;
import gongkai.command.ledger.Ledger;
import gongkai.status.JurisdictionFacts;
import gongkai.time.ChinaTime;
import gongkai.time.HolidayArrangement;
import gongkai.time.StateCouncilNotices;
import java.time.InstantSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Adopts, in every ledger, a shipped notice whose day of issue has come; a registrar's own newer one stays in force. */
@Component
class CalendarAdoption {

    private static final String ACTOR = "calendar";

    private final Ledger ledger;
    private final Streams streams;
    private final Dispatcher dispatcher;
    private final InstantSource clock;

    CalendarAdoption(Ledger ledger, Streams streams, Dispatcher dispatcher, InstantSource clock) {
        this.ledger = ledger;
        this.streams = streams;
        this.dispatcher = dispatcher;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${gongkai.calendar-check}")
    void adoptWhatHasBeenIssued() {
        ledger.sizes().keySet().forEach(this::adopt);
    }

    private void adopt(String code) {
        var now = clock.instant();
        for (var notice : StateCouncilNotices.issuedBy(ChinaTime.dateOf(now))) {
            if (isNews(notice, streams.jurisdiction(code))) {
                dispatcher.dispatch(ACTOR, new AdoptCalendar(code, notice, now));
            }
        }
    }

    private static boolean isNews(HolidayArrangement notice, JurisdictionFacts county) {
        var adopted = county.calendar().arrangements().get(notice.year());
        return adopted == null || adopted.issuedOn().isBefore(notice.issuedOn());
    }
}
