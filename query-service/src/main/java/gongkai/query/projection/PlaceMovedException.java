package gongkai.query.projection;

/** Another projector was faster. This one's transaction must end; what it did is done already. */
final class PlaceMovedException extends RuntimeException {

    PlaceMovedException(int expected, int moved) {
        super("Another projector has moved a place: %d were to move, %d did".formatted(expected, moved));
    }
}
