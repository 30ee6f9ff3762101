package gongkai.command.witness;

import gongkai.proof.Cosignature;

/** What a witness's answer comes to, for who keeps the ledger. */
sealed interface Reply {

    record Cosigned(Cosignature cosignature) implements Reply {}

    /** It cosigned a tree of that size last, which is not the one that was asked from. */
    record ElsewhereAlready(long size) implements Reply {}

    /** It cosigned another history. */
    record Contradicted() implements Reply {}

    /** Nothing that says anything about the ledger. */
    record Unusable(String what) implements Reply {}
}
