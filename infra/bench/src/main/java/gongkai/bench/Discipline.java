package gongkai.bench;

/** What is measured: which work, on which streams. */
enum Discipline {
    NEW("Full path, new streams", false),
    CACHED("Full path, streams in the cache", true),
    UNCACHED("Full path, streams that are read for each command", true),
    ENGINE("Engine alone, new streams", false);

    final String title;

    /** Whether streams are there before, and get a further event. */
    final boolean onExisting;

    Discipline(String title, boolean onExisting) {
        this.title = title;
        this.onExisting = onExisting;
    }
}
