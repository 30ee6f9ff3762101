package gongkai.command.witness;

/**
 * How far a witness follows a ledger.
 *
 * @param cosigned size of the tree that it cosigned last, as far as is known here
 * @param state COSIGNS, or why it does not
 * @param what in words, with the cure; empty while it cosigns
 */
record WitnessStanding(long cosigned, State state, String what) {

    /**
     * UNHEARD: it cosigned so much, but has not said of which tree: not since the start, or its answer was lost. UNUSABLE: it does not answer, or not as it must.
     * CONTRADICTS: it cosigned another history than the one here.
     */
    enum State {
        COSIGNS,
        UNHEARD,
        UNUSABLE,
        CONTRADICTS
    }

    static WitnessStanding at(long cosigned) {
        return new WitnessStanding(cosigned, State.COSIGNS, "");
    }

    static WitnessStanding unheard(long cosigned) {
        return new WitnessStanding(cosigned, State.UNHEARD, "");
    }

    WitnessStanding contradicts(String why) {
        return new WitnessStanding(cosigned, State.CONTRADICTS, why);
    }

    /** Silence takes no contradiction back. */
    WitnessStanding unusable(String why) {
        return state == State.CONTRADICTS ? this : new WitnessStanding(cosigned, State.UNUSABLE, why);
    }

    boolean needsAsking(long size) {
        return cosigned != size || state != State.COSIGNS;
    }

    /** @param size of the ledger now */
    String told(long size) {
        return state == State.COSIGNS && cosigned == size
                ? "has cosigned all %d leaves".formatted(size)
                : "has cosigned %d of %d leaves%s".formatted(cosigned, size, what.isEmpty() ? "" : "; " + what);
    }
}
