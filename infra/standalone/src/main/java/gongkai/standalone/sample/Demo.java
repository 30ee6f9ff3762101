package gongkai.standalone.sample;

import gongkai.time.ChinaTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Random;
import org.springframework.web.client.RestClient;

/**
 * The real table with a year of activity around it that is invented and says so; the same each time. See decision 0034.
 *
 * @param clock of both services
 * @param queryDatabase of the query service
 */
public record Demo(RestClient command, RestClient query, DrivenClock clock, Connection queryDatabase) {
    /** Part of the county's name in the ledger, by which pages, files and bulletins are known as a demonstration. */
    static final String MARK = "演示数据";

    /** Asia/Shanghai. */
    static final LocalDateTime BEGIN = LocalDateTime.parse("2019-03-15T09:00");

    static final LocalDateTime END = LocalDateTime.parse("2019-12-16T09:00");

    private static final long SEED = 610_926;

    /** When its story begins. */
    public static Instant begin() {
        return BEGIN.atZone(ChinaTime.ZONE).toInstant();
    }

    /** The moment at which it is looked at. */
    public static Instant end() {
        return END.atZone(ChinaTime.ZONE).toInstant();
    }

    /** @param newest record of a telling that was cut short; it goes on after it */
    public void tell(Optional<Instant> newest) throws InterruptedException, SQLException {
        Instant told = newest.orElseGet(Demo::begin);
        if (ChinaTime.dateOf(told).equals(BEGIN.toLocalDate())) {
            new SampleImport(command, query, Optional.of(MARK)).run();
        }
        CountyApi county = new CountyApi(command, query);
        Random random = new Random(SEED);
        Cast cast = new Cast(county.owedOn(BEGIN.toLocalDate()), random);
        // A minute before, so that whoever opens the page at the end sees everything.
        new Telling(county, clock, new NoticeWatch(queryDatabase))
                .tell(script(cast, new Days(random)).deeds(), told, end().minusSeconds(60));
    }

    private static Script script(Cast cast, Days days) {
        Script script = new Script();
        new Office(script).write();
        new Introductions(script, cast, days).write();
        new Documents(script, cast, days).write();
        new Opinions(script, cast, days).write();
        new Requests(script, cast, days).write();
        new Participation(script, cast, days).write();
        new Finance(script, cast, days).write();
        new Ongoing(script, cast, days).write();
        return script;
    }
}
