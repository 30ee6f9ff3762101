package gongkai.command.relay;

/** Another relay has begun its turn; this one has nothing to say any more. */
final class TurnOverException extends RuntimeException {

    TurnOverException() {
        super("Another service's relay has taken over");
    }
}
