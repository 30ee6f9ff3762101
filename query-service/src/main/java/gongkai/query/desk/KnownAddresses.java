package gongkai.query.desk;

import gongkai.event.Identifier;
import gongkai.query.asof.AnsweredAsOf;
import gongkai.query.obligation.Evidence;
import gongkai.query.obligation.ObligationItem;
import gongkai.query.obligation.Obligations;
import gongkai.query.obligation.Obligations.Judged;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Whether a web address was recorded before, for this obligation or another of the county. */
@Component
public class KnownAddresses {

    private final Obligations obligations;

    KnownAddresses(Obligations obligations) {
        this.obligations = obligations;
    }

    /** Where an address was recorded, and as what. */
    public record Mention(String obligation, String unitName, int row, Evidence evidence) {}

    /** What counts under the same address; a trailing slash, a fragment, http or https make no difference. */
    List<Mention> of(String obligation, String address, AnsweredAsOf asOf) {
        var wanted = essence(address);
        var county = obligations.jurisdiction(Identifier.jurisdictionOf(obligation), asOf);
        return obligations.ofJurisdiction(county, asOf).stream()
                .filter(it -> !it.facts().at(asOf.asOf()).evidenceIds().isEmpty())
                .flatMap(it -> mentions(it, asOf).stream())
                .filter(it -> it.evidence().counts()
                        && it.evidence()
                                .url()
                                .map(URI::toString)
                                .filter(url -> essence(url).equals(wanted))
                                .isPresent())
                .toList();
    }

    private static List<Mention> mentions(Judged it, AnsweredAsOf asOf) {
        var item = ObligationItem.of(it.facts(), it.rule(), asOf.asOf());
        return item.evidence().stream()
                .map(evidence -> new Mention(item.id(), item.unitName(), item.row(), evidence))
                .toList();
    }

    static String essence(String address) {
        var text = address.strip()
                .replaceFirst("(?i)^https?://", "")
                .replaceFirst("#.*$", "")
                .replaceFirst("/+$", "");
        var slash = text.indexOf('/');
        var host = slash < 0 ? text : text.substring(0, slash);
        return host.toLowerCase(Locale.ROOT) + text.substring(host.length());
    }
}
