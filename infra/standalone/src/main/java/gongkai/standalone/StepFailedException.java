package gongkai.standalone;

/** Which step of the start failed, and why. */
final class StepFailedException extends Exception {
    private final String step;

    StepFailedException(String step, Throwable cause) {
        super(cause);
        this.step = step;
    }

    String step() {
        return step;
    }

    /** The innermost reason, on one line. */
    String reason() {
        Throwable cause = this;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        String line = message.strip().replaceAll("\\s+", " ");
        return line.length() <= 300 ? line : line.substring(0, 300) + "…";
    }
}
