package gongkai.command.ledger.commit;

/** Whoever counts and measures; called on the threads that do the work, so it must neither block nor throw. */
public interface CommitObserver {

    CommitObserver NONE = new CommitObserver() {
        @Override
        public void waiting(int bytes) {}

        @Override
        public void answered(int bytes, long nanos, boolean stands) {}

        @Override
        public void written(int records) {}
    };

    /** A caller's append begins to wait. */
    void waiting(int bytes);

    /**
     * The same append waits no more.
     *
     * @param stands durably; else it was refused, or the store did not answer
     */
    void answered(int bytes, long nanos, boolean stands);

    /** A batch of so many records stands. */
    void written(int records);
}
