package gongkai.standalone.sample;

/** One thing that somebody does, as one request: it is in the ledger wholly or not at all. */
@FunctionalInterface
interface Deed {
    void carryOut(CountyApi county) throws InterruptedException;
}
