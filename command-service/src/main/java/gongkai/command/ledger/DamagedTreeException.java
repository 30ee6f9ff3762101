package gongkai.command.ledger;

/** What the store keeps of a ledger's tree is no tree: somebody has been at it, or a disk. An audit tells more. */
public final class DamagedTreeException extends RuntimeException {

    public DamagedTreeException(String ledger, String what) {
        super("The tree of the ledger %s is damaged: %s. Ask /api/ledgers/%s/verification for the first bad leaf."
                .formatted(ledger, what, ledger));
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
