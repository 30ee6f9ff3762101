package gongkai.query.trail.change;

import java.util.Optional;

/**
 * One thing that reads otherwise since an event.
 *
 * @param of which one, where there are several: a unit's code, a year, a month, a due instance
 * @param before absent: there was none
 * @param after absent: there is none any more
 */
public record Change(Trait what, Optional<String> of, Optional<String> before, Optional<String> after) {}
