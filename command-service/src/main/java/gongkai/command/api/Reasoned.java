package gongkai.command.api;

import gongkai.event.Basis;

/** A body in which a person says why, and on what authority, something that stands is changed. */
interface Reasoned {

    /** In one's own words. */
    String reason();

    /** The document or office that it rests on. */
    String authority();

    default Basis basis() {
        return new Basis(reason().strip(), authority().strip());
    }
}
