package gongkai.bench;

import gongkai.bench.contender.GongkaiEngine;

/** One audit of all that the engine's contest has left. */
record AuditRun(long events, double seconds) {

    static AuditRun of(GongkaiEngine ours) {
        long begun = System.nanoTime();
        var report = ours.audit();
        double seconds = (System.nanoTime() - begun) / 1e9;
        report.fault().ifPresent(it -> {
            throw new IllegalStateException("The audit found " + it);
        });
        return new AuditRun(report.size(), seconds);
    }

    double perMinute() {
        return events / seconds * 60;
    }
}
