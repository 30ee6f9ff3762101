package gongkai.standalone;

/** A reason not to start that the user can do something about: one sentence, with the cure. */
final class StartupException extends RuntimeException {
    StartupException(String sentence) {
        super(sentence);
    }
}
