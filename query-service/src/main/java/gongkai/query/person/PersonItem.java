package gongkai.query.person;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/** Somebody, as far as they can be read at this moment. */
public record PersonItem(
        @Schema(description = "An id that tells nothing of them, by which they can be erased")
        String person,

        State state,
        Optional<String> name,

        @Schema(description = "How they are reached") Optional<String> phone) {

    /** OPEN: here they are. ERASED 已依法删除: for good. UNAVAILABLE: not now. */
    public enum State {
        OPEN,
        ERASED,
        UNAVAILABLE
    }

    static PersonItem unavailable(String person) {
        return new PersonItem(person, State.UNAVAILABLE, Optional.empty(), Optional.empty());
    }

    /** On one line, for a person to read. */
    public String text() {
        return switch (state) {
            case OPEN -> name.orElse("") + phone.map(it -> "（" + it + "）").orElse("");
            case ERASED -> "已依法删除";
            case UNAVAILABLE -> "暂时无法读取";
        };
    }
}
