package gongkai.command.api;

import gongkai.command.dispatch.Receipt;
import gongkai.command.ledger.Ledger;
import org.springframework.stereotype.Component;

/** Where a write stands, also when everything stood already: then at the end of the ledger as it is. */
@Component
class Places {

    private final Ledger ledger;

    Places(Ledger ledger) {
        this.ledger = ledger;
    }

    Place of(Receipt receipt, String code) {
        return receipt.last()
                .map(Place::of)
                .or(() -> ledger.head(code).map(Place::of))
                .orElseThrow(() -> new IllegalStateException("The ledger " + code + " has no record"));
    }
}
