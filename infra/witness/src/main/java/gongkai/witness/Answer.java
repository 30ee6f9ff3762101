package gongkai.witness;

/** What a witness answers, as C2SP tlog-witness has it. */
public sealed interface Answer {

    /** @param line the cosignature, as it belongs below the checkpoint */
    record Cosigned(String line) implements Answer {}

    /** @param size of the tree that was cosigned last, which is not the one that the request begins with */
    record Conflict(long size) implements Answer {}

    /** @param what is wrong, in one sentence */
    record Refused(Reason reason, String what) implements Answer {}

    /** Why nothing is cosigned. */
    enum Reason {
        MALFORMED(400),
        SIGNATURE_UNKNOWN(403),
        ORIGIN_UNKNOWN(404),
        PROOF_INVALID(422);

        private final int status;

        Reason(int status) {
            this.status = status;
        }

        /** Of HTTP. */
        int status() {
            return status;
        }
    }
}
