package gongkai.standalone;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The few lines that the user reads. */
record Console(PrintStream out, PrintStream err) {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    Progress progress(int steps) {
        return new Progress(out, steps);
    }

    void ready(Settings settings, Installation installation, Duration clockOffset) {
        if (settings.sample().filter(sample -> sample != installation.sample()).isPresent()) {
            out.printf(
                    "Note: a sample is loaded into an empty data directory only; this one was begun with '%s'.%n",
                    installation.sample().id());
        }
        if (!clockOffset.isZero()) {
            Instant now = Instant.now().plus(clockOffset).truncatedTo(ChronoUnit.SECONDS);
            out.printf(
                    "The business clock is set: it is %s now.%n",
                    now.atZone(CHINA).toOffsetDateTime());
        }
        out.printf("Pages and query API  %s%n", settings.queryUrl());
        out.printf("Command API          %s%n", settings.commandUrl());
        out.printf("Data                 %s%n", settings.dataDirectory());
        out.println("Ready; Ctrl-C stops it. 公开已就绪，按 Ctrl-C 停止。");
    }

    void stopping() {
        out.println("Stopping…");
    }

    void error(String sentence) {
        out.flush();
        err.println(sentence);
    }
}
