package gongkai.command.witness;

import gongkai.command.checkpoint.Checkpoints;
import gongkai.command.ledger.LedgerReader;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The witnesses that are set, asked again and again for what grew. */
@Component
class Witnesses {

    private final List<WitnessLink> links;

    /** @param settings each an URL, a blank and a verifier key */
    Witnesses(
            @Value("${gongkai.witnesses}") List<String> settings,
            LedgerReader ledger,
            Checkpoints checkpoints,
            Cosignatures cosignatures) {
        this.links = settings.stream()
                .map(WitnessAddress::parse)
                .map(it -> new WitnessLink(it, ledger, checkpoints, cosignatures))
                .toList();
    }

    @Scheduled(fixedDelayString = "${gongkai.witness-interval}")
    void beginRound() {
        links.forEach(WitnessLink::beginRound);
    }

    List<WitnessLink> links() {
        return links;
    }
}
