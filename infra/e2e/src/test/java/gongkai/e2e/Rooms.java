package gongkai.e2e;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Who may know whom. A room that is not here, or an arrow that is not here, fails the build. */
final class Rooms {
    private Rooms() {}

    /** One row a room: the rooms that it may use directly. */
    static final Map<String, Set<String>> ARROWS = read("""
            time                          →
            event                         → time
            status                        → event time
            statute                       → event status time
            person                        → event
            proof                         →
            record                        → event time
            bundle                        → event proof record status time
            verifier                      → bundle event proof record time
            witness                       → proof

            broker                        →
            embedded                      →
            http                          →
            http.access                   → http event
            http.metrics                  →
            http.calendar                 → http time
            http.tracing                  →
            http.rule                     → event time

            issuer                        →
            issuer.account                →
            issuer.client                 → issuer.account
            issuer.log                    → issuer.account
            issuer.page                   → issuer.account

            command                       → time
            command.access                → http.access
            command.calendar              → command.dispatch command.domain command.domain.jurisdiction command.ledger status time
            command.domain                → event time
            command.domain.jurisdiction   → command.domain event status time
            command.domain.obligation     → command.domain event statute status time
            command.domain.plan           → command.domain command.domain.obligation event status
            command.ledger                → event proof record
            command.ledger.commit         → command.ledger proof record
            command.ledger.postgres       → command.ledger command.ledger.commit proof record
            command.ledger.memory         → command.ledger command.ledger.commit proof record
            command.audit                 → command.ledger command.ledger.postgres proof record
            command.checkpoint            → command.ledger proof
            command.witness               → command.checkpoint command.ledger proof
            command.person                → command.dispatch command.domain command.ledger event person status
            command.metrics               → command.ledger.commit command.relay
            command.tracing               → command.ledger.commit command.relay
            command.relay                 → broker command.checkpoint command.ledger command.person proof
            command.dispatch              → command.domain command.domain.jurisdiction command.domain.obligation command.domain.plan command.ledger event record status
            command.importing.rows        →
            command.importing.table       → command.importing.rows
            command.importing.reading     → command.importing.rows command.domain command.domain.plan event time
            command.importing             → command.importing.rows command.importing.table command.importing.reading command.dispatch command.domain command.domain.plan event status
            command.api                   → command.importing command.importing.rows command.dispatch command.audit command.checkpoint command.ledger command.witness command.relay command.person command.domain command.domain.jurisdiction command.domain.obligation command.domain.plan event person proof record status time http http.access http.calendar http.metrics http.rule http.tracing

            query                         → time
            query.access                  → http.access
            query.projection              → event record
            query.record                  → query.projection event proof record status
            query.ledger                  → query.access query.projection
            query.agreement               → query.ledger query.projection query.record proof
            query.feed                    → broker query.agreement query.ledger query.projection
            query.progress                → query.agreement query.asof query.feed query.projection query.record time http http.access
            query.asof                    → query.record query.projection status time http
            query.person                  → query.access event person http.access
            query.obligation              → query.person query.asof query.record query.projection event record status time http
            query.durable                 →
            query.notice.rule             → event status time
            query.notice                  → query.notice.rule query.durable event time http
            query.notice.topic            → broker query.notice query.durable record
            query.notice.sweep            → query.notice query.notice.rule query.notice.topic query.projection query.record event record status
            query.delivery.address        →
            query.delivery.channel        → query.delivery.address query.notice
            query.delivery                → query.delivery.channel query.delivery.address query.notice query.notice.rule query.durable query.asof time http http.access
            query.explanation             → query.obligation query.asof event statute status time http.rule http
            query.plan                    → query.asof query.record query.projection event record status http http.rule
            query.breach                  → query.obligation query.asof event status time http
            query.status                  → query.person query.obligation query.asof event status time http
            query.difference              → query.person query.obligation query.status query.record query.asof event record status time http
            query.deadline                → query.obligation query.asof query.durable query.record event status time http
            query.trail.change            → event status time
            query.trail                   → query.person query.trail.change query.wording query.obligation query.asof query.record event record status time http http.access
            query.reading                 → query.person query.durable query.asof query.record query.projection bundle event time http http.access
            query.evidence                → query.access query.obligation query.asof bundle event proof record status http
            query.office                  →
            query.bulletin.figure         → event statute status time
            query.wording                 → query.bulletin.figure query.obligation query.reading query.trail.change event status time
            query.bulletin                → query.bulletin.figure query.office query.wording query.obligation query.asof event status time http
            query.export                  → query.office query.wording query.plan query.breach query.obligation query.asof event status time http
            query.stream                  → query.obligation query.asof query.record event status http
            query.dashboard               → query.person query.agreement query.trail query.trail.change query.reading query.bulletin query.bulletin.figure query.breach query.difference query.explanation query.obligation query.plan query.status query.asof query.record query.wording event record status time http http.access
            query.desk.form               →
            query.desk.command            → query.access query.desk.form event http http.rule
            query.desk                    → query.dashboard query.deadline query.desk.form query.desk.command query.delivery query.delivery.channel query.notice.rule query.obligation query.plan query.status query.wording query.record query.asof event status time http http.access http.rule
            query.metrics                 → query.agreement query.asof query.breach query.delivery query.feed query.progress query.record query.stream
            query.api                     → query.asof http http.calendar http.metrics http.tracing

            setup                         → broker

            standalone                    → command query issuer issuer.account issuer.client embedded http.metrics standalone.sample
            standalone.sample             → time
            """);

    /** What only some rooms may know, by the beginning of its packages. */
    static final Map<String, Set<String>> MONOPOLIES = read("""
            !org.axonframework            → command.dispatch
            !org.apache.kafka             → command.relay query.feed embedded query.notice.topic setup
            !org.springframework.kafka    → command.relay query.feed embedded
            !kafka                        → embedded
            !org.apache.poi               → command.importing.table query.office
            !org.openxmlformats           → command.importing.table query.office
            !io.zonky                     → embedded
            !tools.jackson                → record http issuer.client command.api command.dispatch standalone query.ledger query.notice query.delivery.channel bundle
            !com.github.benmanes          → http.access issuer.client command.dispatch query.desk query.notice.sweep query.obligation query.person query.record
            !me.gosimple                  → issuer.account
            !com.zaxxer                   → command.ledger.postgres command.audit
            !picocli                      → command.audit verifier witness
            !org.postgresql               → command.ledger.postgres query.projection setup
            !com.fasterxml.jackson        → record command.api command.dispatch query.obligation query.status query.trail query.notice bundle
            !org.apache.hc                → query.delivery.channel
            !inet.ipaddr                  → query.delivery.address
            !io.micrometer                → command.metrics command.tracing query.access query.feed http.tracing
            !io.opentelemetry             → http.tracing
            !io.prometheus                → http.metrics query.metrics
            !biweekly                     → query.deadline
            """);

    /** These decide and compute: the JDK, each other, and the clock only as an argument. */
    static final Set<String> PURE = names("time event status statute proof command.domain command.domain.jurisdiction"
            + " command.domain.obligation command.domain.plan command.importing.rows command.importing.reading"
            + " query.bulletin.figure query.notice.rule query.trail.change");

    private static Map<String, Set<String>> read(String table) {
        Map<String, Set<String>> rows = new TreeMap<>();
        table.lines().filter(line -> !line.isBlank()).forEach(line -> {
            int arrow = line.indexOf('→');
            rows.put(name(line.substring(0, arrow).strip()), names(line.substring(arrow + 1)));
        });
        return rows;
    }

    private static Set<String> names(String text) {
        return Arrays.stream(text.strip().split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .map(Rooms::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(String word) {
        return word.startsWith("!") ? word.substring(1) : "gongkai." + word;
    }
}
