package gongkai.standalone;

import gongkai.issuer.account.FirstAdministrator;
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

    /** Told here and nowhere else. */
    void firstAdministrator(Settings settings, String password) {
        out.printf(
                "%nNobody has signed in yet. Open %s and sign in as %s with the one-time password %s%n"
                        + "尚未有人登录：请打开上面的网址，用户名 %2$s，一次性密码 %3$s，登录后请设置自己的密码。%n",
                settings.queryUrl(), FirstAdministrator.NAME, password);
    }

    void stopping() {
        out.println("Stopping…");
    }

    void error(String sentence) {
        out.flush();
        err.println(sentence);
    }
}
