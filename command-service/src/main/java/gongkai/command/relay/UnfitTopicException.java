package gongkai.command.relay;

/** The topic is not as it must be for life; a person has to look. */
final class UnfitTopicException extends RuntimeException {

    UnfitTopicException(String what) {
        super("Nothing is published: the topic %s %s.".formatted(EventTopic.NAME, what));
    }
}
