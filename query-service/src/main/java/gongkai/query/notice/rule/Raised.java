package gongkai.query.notice.rule;

import java.util.Optional;

/**
 * A notice that there was reason for.
 *
 * @param stands whether the reason is still there
 * @param follows the notice without which it says nothing: the one that it takes back, or the lateness that has ended
 */
public record Raised(Notice notice, boolean stands, Optional<String> follows) {}
