package gongkai.standalone;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Callable;

/** One line on the console for each step, with the time it took. */
final class Progress {
    private final PrintStream out;
    private final int steps;
    private int step;

    Progress(PrintStream out, int steps) {
        this.out = out;
        this.steps = steps;
    }

    <T> T step(String name, Callable<T> action) throws Exception {
        step++;
        out.printf(Locale.ROOT, "[%d/%d] %s … ", step, steps, name);
        out.flush();
        long begin = System.nanoTime();
        try {
            T result = action.call();
            out.printf(Locale.ROOT, "%.1f s%n", (System.nanoTime() - begin) / 1e9);
            return result;
        } catch (Exception e) {
            out.println();
            throw new StepFailedException(name, e);
        }
    }
}
